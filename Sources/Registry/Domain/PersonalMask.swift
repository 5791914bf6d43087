/// What remains of personal data where it travels further than its scope: enough to recognise a change, not to call.
enum PersonalMask {
    /// The first three and the last four characters of 11 and more, the last four of 8 and more, else none.
    static func telephone(_ number: String) -> String {
        let (front, back) = number.count >= 11 ? (3, 4) : number.count >= 8 ? (0, 4) : (0, 0)
        let hidden = String(repeating: "*", count: number.count - front - back)
        return number.prefix(front) + hidden + number.suffix(back)
    }

    /// The first character, and what stands behind the sign.
    static func mail(_ address: String) -> String {
        guard let sign = address.lastIndex(of: "@") else { return "***" }
        return address.prefix(1) + "***" + address[sign...]
    }

    /// The first character, which is a Chinese family name.
    static func name(_ name: String) -> String { name.prefix(1) + "**" }
}
