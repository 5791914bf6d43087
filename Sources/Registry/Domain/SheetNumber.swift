public import Kernel

/// The number of a standing sheet (信息查询单), `CX20261128-1A2B3C4D5E`: the day, and ten digits that nobody guesses,
/// because whoever knows a number may check it.
public struct SheetNumber: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }

    /// How many unpredictable bytes a number holds.
    static let randomBytes = 5

    /// The number of a day's sheet; its digits come from `randomBytes` unpredictable bytes.
    init(day: CivilDate, random: [UInt8]) {
        precondition(random.count == Self.randomBytes, "ten digits come from five bytes")
        self.init(checked: "CX\(day.description.filter(\.isNumber))-\(random.hex.uppercased())")
    }

    /// `CX`, eight digits, a hyphen and ten hexadecimal digits in capitals.
    public static func accepts(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 21, text.hasPrefix("CX"), bytes[10] == 0x2D else { return false }
        return bytes[2..<10].allSatisfy(\.isDecimalDigit)
            && bytes[11...].allSatisfy { $0.isDecimalDigit || (0x41...0x46).contains($0) }
    }
}
