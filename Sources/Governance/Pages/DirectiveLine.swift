import Kernel

/// A finding or a decision as lists show it.
struct DirectiveLine: Sendable {
    let directive: Directive
    let item: DirectiveDocument.Item
    let today: CivilDate

    var state: DirectiveItemState { directive.state(item, on: today) }

    /// The task that a decision is; nil for what is answered.
    var task: TaskKey? {
        directive.document.setsTasks
            ? TaskKey(policy: PolicyCode(checked: directive.key.description), number: item.number) : nil
    }

    private var taskAddress: String? { task.map { "/policy/\($0.policy)/tasks/\($0.number)" } }
    private var light: TaskLight { directive.tasks[item.number]?.light?.light ?? .grey }

    /// Each item of some directives.
    static func all(of directives: [Directive], on today: CivilDate) -> [DirectiveLine] {
        directives.flatMap { directive in
            directive.document.items.map { DirectiveLine(directive: directive, item: $0, today: today) }
        }
    }

    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        [
            "number": directive.key.phrase(language), "address": directive.key.address, "item": String(item.number),
            "what": item.text, "unit": item.unit, "due": directive.due(item).description, "tag": state.tag,
            "word": state.phrase(language), "isTask": task != nil, "taskAddress": taskAddress ?? "",
            "itemLight": light.phrase(language), "itemLightTag": light.tag,
        ]
    }

    /// As programs read it.
    struct Content: Encodable, Sendable {
        let directive: String
        let number: Phrase
        let kind: String
        let title: String
        let item: Int
        let unit: String
        let text: String
        let task: Int?
        let issuedAt: String
        let lastDay: String
        let state: String
        /// Where the task is that a decision became; nil for what is answered.
        let taskAddress: String?
        let light: String?
    }

    var content: Content {
        Content(
            directive: directive.key.description, number: directive.key.phrase, kind: directive.key.kind.rawValue,
            title: directive.document.title, item: item.number, unit: item.unit, text: item.text,
            task: directive.document.task, issuedAt: directive.issuedAt.civil.isoText,
            lastDay: directive.due(item).description, state: state.rawValue, taskAddress: taskAddress,
            light: task == nil ? nil : light.rawValue)
    }
}
