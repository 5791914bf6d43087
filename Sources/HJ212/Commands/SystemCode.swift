/// A system code (系统编码, ST): what kind of source or station a device watches.
public struct SystemCode: Sendable, Hashable {
    /// Two characters, as on the wire.
    public let code: String
    /// In Chinese.
    public let chineseName: String
    /// In English.
    public let englishName: String
    /// The edition that has it first.
    public let since: Edition
    private let certaintyIn2025: Certainty

    /// How sure it is that an edition has the code; nil before its first.
    public func certainty(in edition: Edition) -> Certainty? {
        guard edition >= since else { return nil }
        return edition == .hj2025 ? certaintyIn2025 : .confirmed
    }

    /// The code of the table; nil for vendors' own (26 for boxes of sensors, 51 for cooking fume, 77, 80, 101 are
    /// seen).
    public static func known(_ code: String) -> SystemCode? { all.first { $0.code == code } }

    /// The ranges of HJ 212-2017 table 5.
    public enum Family: String, Sendable, Hashable, CaseIterable {
        /// 10 to 29.
        case environmentQuality = "environment-quality"
        /// 30 to 49.
        case pollutionSource = "pollution-source"
        /// 50 to 69.
        case process
        /// 91 to 99.
        case interaction
        /// A0 to Z9.
        case free
    }

    /// The family a code belongs to by its range; nil outside all ranges.
    public static func family(of code: String) -> Family? {
        let bytes = Array(code.utf8)
        guard bytes.count == 2, bytes[1].decimalDigit != nil else { return nil }
        guard let number = Int(decimalDigits: code) else { return bytes[0].isLetter ? .free : nil }
        switch number {
        case 10...29: return .environmentQuality
        case 30...49: return .pollutionSource
        case 50...69: return .process
        case 91...99: return .interaction
        default: return nil
        }
    }

    private init(
        _ code: String, _ chinese: String, _ english: String, since: Edition = .hjt2005,
        in2025: Certainty = .likely
    ) {
        self.code = code
        chineseName = chinese
        englishName = english
        self.since = since
        certaintyIn2025 = in2025
    }

    /// Every code of the tables.
    public static let all: [SystemCode] = [
        SystemCode("21", "地表水质量监测", "Surface water quality"),
        SystemCode("22", "空气质量监测", "Air quality"),
        SystemCode("23", "声环境质量监测", "Acoustic environment quality"),
        SystemCode("24", "地下水质量监测", "Groundwater quality", since: .hj2017),
        SystemCode("25", "土壤质量监测", "Soil quality", since: .hj2017),
        SystemCode("26", "海水质量监测", "Sea water quality", since: .hj2017),
        SystemCode("27", "挥发性有机物监测", "Volatile organic compounds", since: .hj2017),
        SystemCode("31", "大气环境污染源", "Air pollution source"),
        SystemCode("32", "地表水体环境污染源", "Surface-water pollution source"),
        SystemCode("33", "地下水体环境污染源", "Groundwater pollution source"),
        SystemCode("34", "海洋环境污染源", "Marine pollution source"),
        SystemCode("35", "土壤环境污染源", "Soil pollution source"),
        SystemCode("36", "声环境污染源", "Noise pollution source"),
        SystemCode("37", "振动环境污染源", "Vibration pollution source"),
        SystemCode("38", "放射性环境污染源", "Radioactive pollution source"),
        SystemCode("39", "工地扬尘污染源", "Construction-site dust", since: .hj2017),
        SystemCode("41", "电磁环境污染源", "Electromagnetic pollution source"),
        SystemCode("44", "用电监控", "Electricity monitoring", since: .hj2025),
        SystemCode("45", "重点生产工况", "Key production conditions", since: .hj2025, in2025: .weak),
        SystemCode("51", "烟气排放过程监控", "Flue-gas process monitoring", since: .hj2017, in2025: .weak),
        SystemCode("52", "污水排放过程监控", "Waste-water process monitoring", since: .hj2017, in2025: .weak),
        SystemCode("91", "系统交互", "System interaction"),
    ]
}
