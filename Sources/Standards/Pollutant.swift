public import Kernel

/// What a factor code of HJ 212-2017 appendix B stands for, for the factors this product shows by name.
public struct Pollutant: Sendable, Hashable {
    /// The code.
    public let code: PollutantCode
    /// The name.
    public let name: Phrase
    /// The unit the platform shows and judges in.
    public let unit: String

    /// The factor with a code; a code without an entry stands for itself, without a unit.
    public init(_ code: PollutantCode) {
        self.code = code
        (name, unit) = Self.table[code.text] ?? (Phrase(code.text, code.text), "")
    }

    private static let table: [String: (Phrase, String)] = [
        "a21026": (Phrase("二氧化硫", "sulphur dioxide (SO₂)"), "mg/m³"),
        "a21002": (Phrase("氮氧化物", "nitrogen oxides (NOx)"), "mg/m³"),
        "a34013": (Phrase("烟尘", "particulate matter"), "mg/m³"),
        "a19001": (Phrase("氧含量", "oxygen content"), "%"),
        "a01012": (Phrase("烟气温度", "flue gas temperature"), "℃"),
        "a00000": (Phrase("废气流量", "flue gas flow"), "m³/h"),
    ]
}
