extension String {
    /// The number in decimal digits with leading zeros.
    init(_ number: Int, digits: Int) {
        let text = String(number)
        self = String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
    }
}
