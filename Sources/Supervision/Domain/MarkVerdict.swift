import Kernel

/// What an officer says of the marks of the enterprise behind a case: that they stand, or that they are set aside.
enum MarkVerdict: String, Sendable, CaseIterable {
    case stand
    case aside

    /// The field of a form that says it.
    static let field = "marks"
    /// The field of a step that names the marks it is about, a line each.
    static let namedField = "marks_named"

    /// The states in which somebody was on site, and what was found there is no exemption: from these a dismissal says
    /// that the marks stand.
    static let afterCheck: Set<CaseState> = [.checked, .confirmed, .ordered, .reported, .failed, .rechecked]

    /// Whether a passage leads on only when it says what becomes of the marks.
    static func isAsked(_ passage: ClosedLoop.Passage) -> Bool {
        passage.action == .qualify && passage.to == .confirmed
            || passage.action == .dismiss && afterCheck.contains(passage.from)
    }

    /// Whether it asks so where values belie a marked standstill: whatever ends or leaves the line by the enterprise's
    /// word. That a mark is wrong is a word on it.
    static func isAskedOfBelied(_ passage: ClosedLoop.Passage) -> Bool {
        passage.action == .dismiss || passage.action == .qualify && passage.to != .mismarked
    }

    private static func isAsked(_ passage: ClosedLoop.Passage, _ marked: MarkedHours) -> Bool {
        isAsked(passage) || isAskedOfBelied(passage) && !marked.belied.isEmpty
    }

    /// What marks forbid. A true exceedance needs a word on each mark that may have taken hours out of it; nothing is
    /// dismissed while the enterprise could take its mark back the next hour; and where the plant ran while it is said
    /// to have stood, nothing goes on by that mark without a word, whose reason the form asks for.
    static func check(
        _ passage: ClosedLoop.Passage, _ marked: MarkedHours, _ form: [String: String], isWithdrawn: Bool
    ) throws(CaseRefusal) {
        guard !marked.marks.isEmpty else { return }
        if let until = marked.openUntil, isWithdrawn {
            if passage.action == .qualify { throw .provisional(until: until) }
            if passage.action == .dismiss { throw .marksOpen(until: until) }
        }
        guard isAsked(passage, marked) else { return }
        let verdict = form[field].flatMap(MarkVerdict.init)
        guard let verdict, passage.to == .confirmed || verdict == .stand else {
            throw .marksUndecided(marked.marks.map(\.number))
        }
    }

    /// A form with the marks that its step is about; what is said of no mark is left out.
    static func naming(
        _ marked: MarkedHours, in form: [String: String], of passage: ClosedLoop.Passage
    ) -> [String: String] {
        var form = form
        guard isAsked(passage, marked) || passage.action == .dismiss, !marked.marks.isEmpty else {
            form[field] = nil
            return form
        }
        form[namedField] = marked.marks.map(\.line).joined(separator: "\n")
        return form
    }
}

extension Step {
    /// The marks it names.
    var namedMarks: [StatedMark] { Self.marks(in: form) }

    /// The marks that a form names.
    static func marks(in form: [String: String]) -> [StatedMark] {
        (form[MarkVerdict.namedField] ?? "").split(separator: "\n").compactMap { StatedMark(line: String($0)) }
    }
}

extension StatedMark {
    /// Its line in the form of a step; texts hold no bar and no line end here.
    var line: String {
        let shown = running.map { [Self.plain($0.zh), Self.plain($0.en)] } ?? []
        let said = [
            "\(number)", "\(first.milliseconds)", "\(last.milliseconds)", meaning.zh, meaning.en,
            Self.plain(name), "\(at.milliseconds)", Self.plain(reason),
        ]
        return (said + shown).joined(separator: "|")
    }

    init?(line: String) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
        guard [8, 10].contains(parts.count), let number = Int64(parts[0]), let first = Int64(parts[1]),
            let last = Int64(parts[2]),
            let at = Int64(parts[6])
        else { return nil }
        self.init(
            number: number, first: Instant(milliseconds: first), last: Instant(milliseconds: last),
            meaning: Phrase(parts[3], parts[4]), reason: parts[7], name: parts[5], at: Instant(milliseconds: at),
            running: parts.count == 10 ? Phrase(parts[8], parts[9]) : nil)
    }

    /// The mark in words: what it says of which hours, who stated it, when and why.
    var phrase: Phrase {
        let (from, until) = (first.civil.minuteText, last.adding(hours: 1).civil.minuteText)
        let ran = running.map {
            Phrase("；数据显示其间在运行：\($0.zh)，设计值", "; values show it running: \($0.en), design value")
        }
        return Phrase(
            "\(number)号：\(meaning.zh)，\(from) 至 \(until)，\(name)于 \(at.civil.minuteText) 标记，"
                + "理由：\(reason)\(ran?.zh ?? "")",
            "no. \(number): \(meaning.en), \(from) to \(until), stated by \(name) at \(at.civil.minuteText), "
                + "because: \(reason)\(ran?.en ?? "")")
    }

    private static func plain(_ text: String) -> String { text.filter { $0 != "|" && !$0.isNewline } }
}
