/// A data mark (数据标记, `x-Flag`) as an edition means it.
///
/// The letters are few and change their meaning between editions, so a mark is read with the edition. Marks that the
/// sources do not quote for 2025 are taken over from 2017 as `weak`.
public struct DataMark: Sendable, Hashable {
    /// What a mark says about its value.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        /// The value may be judged.
        case normal
        /// 2005: the source stands still; 2017: the instrument does.
        case stopped
        case maintenance
        /// Entered or set by hand.
        case manual
        case fault
        case calibration
        /// Above the measuring range.
        case aboveRange = "above-range"
        /// The link between instrument and logger is broken.
        case linkBroken = "link-broken"
        /// A key condition of the measurement is out of order (Td, 2025).
        case conditionFault = "condition-fault"
        /// 2005.
        case powerFault = "power-fault"
        /// An air station under the influence of the weather (1, 2005).
        case meteorological
        /// An air station out of order (2, 2005).
        case abnormal
    }

    /// The characters on the wire.
    public let text: String
    /// What they say.
    public let meaning: Meaning
    /// The edition they are read by.
    public let edition: Edition
    /// How sure the meaning is.
    public let certainty: Certainty
    /// In Chinese.
    public let chineseName: String
    /// In English.
    public let englishName: String

    /// Whether the value counts as valid; every other mark says that it does not, or not without a look.
    public var isNormal: Bool { meaning == .normal }

    /// The mark of these characters in an edition, outer blanks passed over; nil when the edition knows none.
    public init?(_ text: String, in edition: Edition) {
        let wanted = text.withoutOuterBlanks
        guard let mark = Self.known.first(where: { $0.edition == edition && $0.text == wanted }) else { return nil }
        self = mark
    }

    /// Every mark of every edition. `docs/method/hj212-marks.md` prints the table.
    public static let known: [DataMark] = table2005 + table2017 + table2025

    private init(
        _ text: String, _ meaning: Meaning, _ edition: Edition, _ chinese: String, _ english: String,
        _ certainty: Certainty = .confirmed
    ) {
        self.text = text
        self.meaning = meaning
        self.edition = edition
        self.certainty = certainty
        chineseName = chinese
        englishName = english
    }

    private static let table2005: [DataMark] = [
        DataMark("N", .normal, .hjt2005, "正常", "Normal"),
        DataMark("F", .stopped, .hjt2005, "排放源停运", "Source stopped"),
        DataMark("M", .maintenance, .hjt2005, "维护", "Maintenance"),
        DataMark("S", .manual, .hjt2005, "设定值", "Set value"),
        DataMark("D", .fault, .hjt2005, "故障", "Fault"),
        DataMark("C", .calibration, .hjt2005, "校准", "Calibration"),
        DataMark("T", .aboveRange, .hjt2005, "超测上限", "Above range"),
        DataMark("P", .powerFault, .hjt2005, "电源故障", "Power fault"),
        DataMark("0", .calibration, .hjt2005, "空气站校准", "Air station: calibration"),
        DataMark("1", .meteorological, .hjt2005, "空气站气象影响", "Air station: weather"),
        DataMark("2", .abnormal, .hjt2005, "空气站异常", "Air station: abnormal"),
        DataMark("3", .normal, .hjt2005, "空气站正常", "Air station: normal"),
    ]

    private static let table2017: [DataMark] = [
        DataMark("N", .normal, .hj2017, "仪表正常", "Instrument normal"),
        DataMark("F", .stopped, .hj2017, "仪表停运", "Instrument stopped"),
        DataMark("M", .maintenance, .hj2017, "维护期间", "Maintenance"),
        DataMark("S", .manual, .hj2017, "手工输入值", "Entered by hand"),
        DataMark("D", .fault, .hj2017, "仪表故障", "Instrument fault"),
        DataMark("C", .calibration, .hj2017, "校准", "Calibration"),
        DataMark("T", .aboveRange, .hj2017, "超过测量上限", "Above range"),
        DataMark("B", .linkBroken, .hj2017, "与数采仪通讯异常", "Link to the logger broken"),
    ]

    private static let table2025: [DataMark] = [
        DataMark("N", .normal, .hj2025, "有效数据", "Valid", .likely),
        DataMark("F", .stopped, .hj2025, "停运", "Stopped", .weak),
        DataMark("M", .maintenance, .hj2025, "日常维护", "Daily maintenance", .likely),
        DataMark("S", .manual, .hj2025, "手工输入值", "Entered by hand", .weak),
        DataMark("D", .fault, .hj2025, "故障", "Fault", .likely),
        DataMark("C", .calibration, .hj2025, "校准", "Calibration", .likely),
        DataMark("T", .aboveRange, .hj2025, "超过测量上限", "Above range", .likely),
        DataMark("B", .linkBroken, .hj2025, "通讯异常", "Link broken", .weak),
        DataMark("Td", .conditionFault, .hj2025, "关键工况参数故障", "Key condition out of order", .likely),
    ]
}
