import Kernel

/// What was refused, by which rule, and what helps.
struct ProblemPage: Page {
    static let template = "Web/ProblemPage"

    let problems: [Problem]
    /// What people read for the fields, by name; programs read the names.
    let labels: [String: Phrase]
    let path: String
    let language: Language

    func title(_ language: Language) -> String { problems[0].title(language) }

    var content: ProblemDetails { ProblemDetails(problems, path: path, language) }

    func view(_ language: Language) -> [String: Any] {
        [
            "status": problems[0].status,
            "problems": problems.map { problem in
                [
                    "what": problem.what.sentence(language), "remedy": problem.remedy.sentence(language),
                    "rule": problem.rule,
                    "field": problem.field ?? false as Any,
                    "label": problem.field.flatMap { labels[$0]?(language) } ?? false as Any,
                ]
            },
        ]
    }
}
