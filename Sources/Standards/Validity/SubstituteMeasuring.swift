public import Kernel

/// How values are measured while a device is broken: a named method, by somebody named, from a day on. By hand at least
/// four times a day, at most six hours apart (rules for automatic monitoring).
public enum SubstituteMeasuring: String, Sendable, CaseIterable {
    /// Samples taken by hand, by an institution.
    case manual
    /// Another instrument.
    case instrument
    /// Nothing is measured, because the plant stands.
    case stopped

    /// The field of a form that holds the method.
    public static let field = "substitute"
    /// Who measures, with which instrument, or why the plant stands.
    public static let byField = "substitute_by"
    /// From which day on.
    public static let dayField = "substitute_on"

    /// What a form lacks.
    public enum Lack: Error, Equatable, Sendable {
        /// A field says nothing, or that nobody measures.
        case nothing(field: String)
        /// The first day lies outside these, both included.
        case day(from: CivilDate, to: CivilDate)
    }

    /// What a form lacks that reports a fault; nil for nothing. Values are measured from the day of the fault on, or a
    /// later one, which is tomorrow at the latest.
    public static func lack(of form: [String: String], from fault: CivilDate, today: CivilDate) -> Lack? {
        guard let method = form[field].flatMap(SubstituteMeasuring.init) else { return .nothing(field: field) }
        guard !isNothing(form[byField] ?? "") else { return .nothing(field: byField) }
        let text = form[dayField] ?? ""
        if text.isEmpty, method == .stopped { return nil }
        guard let day = CivilDate(text) else { return .nothing(field: dayField) }
        let last = today.adding(days: 1)
        return fault <= day && day <= last ? nil : .day(from: fault, to: last)
    }

    /// Words by which a form says that nobody measures, or not yet.
    private static let nothing: Set<String> = [
        "", "无", "没有", "暂无", "未监测", "未安排", "不监测", "无需", "不安排", "待定", "待安排", "另行安排", "暂不安排", "不需要", "未定", "none",
        "no", "nothing", "n/a", "na", "not applicable", "tbd", "to be decided", "pending", "later", "not arranged",
    ]

    private static func isNothing(_ text: String) -> Bool {
        let plain = text.lowercased().filter { !$0.isWhitespace && !$0.isPunctuation && !$0.isSymbol }
        return nothing.contains { word in word.filter { !$0.isWhitespace && !$0.isPunctuation } == plain }
    }

    /// The method in words.
    public var phrase: Phrase {
        switch self {
        case .manual: Phrase("人工采样监测", "samples by hand")
        case .instrument: Phrase("替代仪器", "another instrument")
        case .stopped: Phrase("已停产，无排放", "none: the plant stands")
        }
    }
}
