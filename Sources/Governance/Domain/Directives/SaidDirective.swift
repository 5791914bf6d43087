public import Kernel

/// A directive as the office writes it, before anything is held against the policies.
public struct SaidDirective: Sendable, Equatable {
    let kind: DirectiveKind
    let title: String
    /// The unit of a notice.
    let unit: String
    /// The task of a notice as its number; empty for the whole of the unit's work.
    let task: String
    /// The term of a notice in working days.
    let term: String
    let heldOn: CivilDate?
    let participants: String
    /// Findings, one a line; or decisions, each as 单位|2026-12-31|内容.
    let lines: String

    /// A notice: findings one a line, a term in working days.
    public static func inspection(
        title: String, unit: String, task: String, term: String, findings: String
    ) -> SaidDirective {
        SaidDirective(
            kind: .inspection, title: title, unit: unit, task: task, term: term, heldOn: nil, participants: "",
            lines: findings)
    }

    /// Minutes: decisions one a line, each as 单位|2026-12-31|内容.
    public static func minutes(
        title: String, heldOn: CivilDate, participants: String, decisions: String
    ) -> SaidDirective {
        SaidDirective(
            kind: .minutes, title: title, unit: "", task: "", term: "", heldOn: heldOn, participants: participants,
            lines: decisions)
    }

    /// The lines that say something, each with its place in what was written, the first 1.
    var written: [(place: Int, text: String)] {
        lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map { place, line in
            (place + 1, String(line).trimmed)
        }.filter { !$0.text.isEmpty }
    }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// A line's parts between bars, half or full width.
    var barred: [String] {
        split(whereSeparator: { $0 == "|" || $0 == "｜" }).map { String($0).trimmed }
    }
}
