import Kernel
import Web

/// What came of each case of a batch.
struct CaseBatchResultPage: Page {
    static let template = "Supervision/CaseBatchResultPage"

    /// What came of one.
    enum Outcome: Sendable {
        case done(CaseAction)
        case refused(Problem)
    }

    struct Line: Sendable {
        let id: CaseID
        /// Nil for a case that is not in sight.
        let number: String?
        let place: CasePlace?
        let outcome: Outcome
    }

    let lines: [Line]

    struct Content: Encodable, Sendable {
        let done: Int
        let refused: Int
        let cases: [Entry]

        struct Entry: Encodable, Sendable {
            let caseID: String
            /// What was done; nil when it was refused.
            let action: String?
            /// The rule that refused it.
            let rule: String?
            let what: Phrase?
            let remedy: Phrase?
        }
    }

    func title(_ language: Language) -> String { Phrase("批量办理结果", "What came of them")(language) }

    private var doneCount: Int {
        lines.count { if case .done = $0.outcome { true } else { false } }
    }

    var content: Content {
        Content(
            done: doneCount, refused: lines.count - doneCount,
            cases: lines.map { line in
                switch line.outcome {
                case .done(let action):
                    Content.Entry(caseID: line.id.text, action: action.rawValue, rule: nil, what: nil, remedy: nil)
                case .refused(let problem):
                    Content.Entry(
                        caseID: line.id.text, action: nil, rule: problem.rule, what: problem.what,
                        remedy: problem.remedy)
                }
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "done": String(doneCount), "refused": String(lines.count - doneCount),
            "hasRefused": doneCount < lines.count,
            "lines": lines.map { line -> [String: Any] in
                let (tag, word, reason): (String, String, String) =
                    switch line.outcome {
                    case .done(let action): ("done", action.donePhrase(language), "")
                    case .refused(let problem):
                        (
                            "late", Phrase("未办理", "refused")(language),
                            [problem.what, problem.remedy].map { $0(language) }.joined(
                                separator: language == .chinese ? "；" : "; ")
                        )
                    }
                return [
                    "id": line.id.text, "number": line.number ?? line.id.text, "isKnown": line.number != nil,
                    "enterprise": line.place?.enterpriseName ?? "", "outlet": line.place?.outletTitle ?? "",
                    "tag": tag, "word": word, "reason": reason,
                ]
            },
        ]
    }
}
