import Kernel
import Web

/// One task as lists show it.
struct TaskLine: Sendable {
    let task: PolicyTask
    let record: TaskRecord?
    let policy: PolicyCode
    /// The document that sets it, as lists of several documents say it; nil where a list is of one policy.
    var source: Phrase?

    /// What its light is; grey before anything was decided.
    var light: TaskLight { record?.light?.light ?? .grey }
    /// Why.
    var reason: LightReason { record?.light?.reason ?? .notTaken }
    var address: String { "/policy/\(policy)/tasks/\(task.number)" }
    var workAddress: String { "/governance/\(policy)/tasks/\(task.number)" }

    /// The deadline in the document's words, and a later one that was decided on.
    func deadline(_ language: Language) -> String {
        let written = PolicyWords.deadline(task.writtenDeadline, language)
        return record?.extendedTo.map { "\(written) → \($0)" } ?? written
    }

    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        [
            "number": String(task.number), "text": task.text, "units": task.leadUnits.joined(separator: "、"),
            "deadline": deadline(language), "address": address, "workAddress": workAddress, "lightTag": light.tag,
            "light": light.phrase(language), "reason": reason.phrase(language),
            "newest": record?.newestReport?.month.description ?? "–",
            "hasSource": source != nil, "source": source?(language) ?? "",
        ]
    }

    /// As programs read it.
    struct Content: Encodable, Sendable {
        let policy: String
        let task: Int
        let section: String
        let text: String
        let leadUnits: [String]
        let deadline: String
        let lastDay: String?
        let light: String
        let reason: String
        let newestReport: String?
        let source: Phrase?
    }

    var content: Content {
        Content(
            policy: policy.text, task: task.number, section: task.section, text: task.text, leadUnits: task.leadUnits,
            deadline: task.writtenDeadline, lastDay: (record?.extendedTo ?? task.writtenLastDay)?.description,
            light: light.rawValue, reason: reason.rawValue, newestReport: record?.newestReport?.month.description,
            source: source)
    }

    /// The same line where documents stand beside each other.
    func naming(_ document: PolicyDocument) -> TaskLine {
        var line = self
        line.source =
            document.minutes.map {
                Phrase("\($0.phrase.zh)第 \(task.number) 项", "\($0.phrase.en), item \(task.number)")
            } ?? document.source
        return line
    }
}
