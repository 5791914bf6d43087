import Kernel

/// A value of a query that cannot be read.
struct UnreadValue: Sendable {
    let typed: String
    let problem: Problem

    /// What the frame of a page says of it.
    func view(_ language: Language) -> [String: Any] {
        // Shown by its first letters, without what cannot be seen.
        let shown = typed.unicodeScalars.filter { !$0.isInvisible }.prefix(40)
        return [
            "typed": String(String.UnicodeScalarView(shown)), "what": problem.what(language),
            "remedy": problem.remedy(language), "rule": problem.rule,
            "field": problem.field ?? "",
            "mark": Phrase("：", ": ")(language),
        ]
    }
}
