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

    /// A factor with its name and the symbol of its unit.
    public init(code: PollutantCode, name: Phrase, unit: String) {
        self.code = code
        self.name = name
        self.unit = unit
    }

    /// The unit as readers of a language write it.
    public func unit(_ language: Language) -> String { MeasurementUnit.shown(unit, language) }

    /// A sign for it that both languages read, for narrow places: `SO₂`; its code where there is none.
    public var symbol: String { Self.symbols[code.text] ?? code.text }

    private static let symbols = [
        "a21026": "SO₂", "a21002": "NOx", "a34013": "PM", "a24088": "NMHC", "a21024": "HCl", "a21005": "CO",
        "a01901": "T", "w01001": "pH", "w01018": "COD", "w21003": "NH₃-N", "w21011": "TP", "w21001": "TN",
    ]

    private static let table: [String: (Phrase, String)] = [
        "a21026": (Phrase("二氧化硫", "sulphur dioxide (SO₂)"), "mg/m³"),
        "a21002": (Phrase("氮氧化物", "nitrogen oxides (NOx)"), "mg/m³"),
        "a34013": (Phrase("烟尘", "particulate matter"), "mg/m³"),
        "a24088": (Phrase("非甲烷总烃", "non-methane hydrocarbons"), "mg/m³"),
        "a21024": (Phrase("氯化氢", "hydrogen chloride (HCl)"), "mg/m³"),
        "a21005": (Phrase("一氧化碳", "carbon monoxide (CO)"), "mg/m³"),
        "w01001": (Phrase("pH值", "pH"), ""),
        "w01018": (Phrase("化学需氧量", "COD"), "mg/L"),
        "w21003": (Phrase("氨氮", "ammonia nitrogen"), "mg/L"),
        "w21011": (Phrase("总磷", "total phosphorus"), "mg/L"),
        "w21001": (Phrase("总氮", "total nitrogen"), "mg/L"),
        "a19001": (Phrase("氧含量", "oxygen content"), "%"),
        "a01012": (Phrase("烟气温度", "flue gas temperature"), "℃"),
        "a01901": (Phrase("炉膛温度", "furnace temperature"), "℃"),
        "a00000": (Phrase("废气流量", "flue gas flow"), "m³/h"),
    ]
}
