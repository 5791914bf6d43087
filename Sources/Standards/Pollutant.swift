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
        let others = Self.names[code.text].map { (Phrase($0.zh, $0.en), MeasurementUnit($0.unit)?.symbol ?? "") }
        (name, unit) = Self.table[code.text] ?? others ?? (Phrase(code.text, code.text), "")
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

    /// The factors with names of their own whose code begins so, by code: `a` for waste gas, `w` for waste water.
    public static func named(beginning: String) -> [Pollutant] {
        Set(table.keys).union(names.keys).filter { $0.hasPrefix(beginning) }.sorted()
            .compactMap { PollutantCode($0) }.map { Pollutant($0) }
    }

    private static let symbols = [
        "a21026": "SO₂", "a21002": "NOx", "a34013": "PM", "a24088": "NMHC", "a21024": "HCl", "a21005": "CO",
        "a01901": "T", "w01001": "pH", "w01018": "COD", "w21003": "NH₃-N", "w21011": "TP", "w21001": "TN",
        "w01012": "SS", "w01017": "BOD₅", "w01019": "CODMn", "w01020": "TOC", "w19002": "LAS", "w20111": "Hg",
        "w20115": "Cd", "w20116": "Cr", "w20117": "Cr(VI)", "w20119": "As", "w20120": "Pb", "w20121": "Ni",
        "w20122": "Cu", "w20123": "Zn", "w20124": "Mn", "w20125": "Fe", "w20126": "Ag", "w20127": "Be",
        "w20128": "Se", "w21016": "CN⁻", "w21017": "F⁻", "w21019": "S²⁻", "a20057": "Hg", "a21001": "NH₃",
        "a21017": "HCN", "a21018": "HF", "a21022": "Cl₂", "a21028": "H₂S",
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
