public import Kernel

/// The code of an indicator, for example `AIR_PM25`: a capital letter, then capitals, digits and `_`, so that it can
/// stand in a formula.
public struct IndicatorCode: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool {
        guard (1...32).contains(text.utf8.count), let first = text.utf8.first, isCapital(first) else { return false }
        return text.utf8.allSatisfy(isPart)
    }

    static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    static func isPart(_ byte: UInt8) -> Bool { isCapital(byte) || (0x30...0x39).contains(byte) || byte == 0x5F }
}
