import Kernel

/// How values are measured while a device is broken: a named method, by somebody named, from a day on.
enum SubstituteMeasuring: String, Sendable, CaseIterable {
    /// Samples taken by hand, by an institution.
    case manual
    /// Another instrument.
    case instrument
    /// Nothing is measured, because the plant stands.
    case stopped

    static let field = "substitute"
    /// Who measures, with which instrument, or why the plant stands.
    static let byField = "substitute_by"
    /// From which day on.
    static let dayField = "substitute_on"

    /// Values are measured meanwhile: from the day of the fault on, and not later than tomorrow.
    static func check(_ form: [String: String], from fault: CivilDate, today: CivilDate) throws(CaseRefusal) {
        guard let method = form[field].flatMap(SubstituteMeasuring.init) else { throw .noSubstitute(field: field) }
        guard !isNothing(form[byField] ?? "") else { throw .noSubstitute(field: byField) }
        let text = form[dayField] ?? ""
        if text.isEmpty, method == .stopped { return }
        guard let day = CivilDate(text) else { throw .noSubstitute(field: dayField) }
        let last = today.adding(days: 1)
        guard fault <= day, day <= last else { throw .dateOutOfRange(field: dayField, from: fault, to: last) }
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
}
