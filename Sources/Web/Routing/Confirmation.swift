public import Kernel

/// What a person is asked before an act that cannot be taken back: about whom or what it is, and what follows.
public struct Confirmation: Sendable {
    /// Words about an act; refuse what is not there.
    public typealias Words<Text> = @Sendable (Visit) async throws -> Text

    /// What follows of the act, in whole sentences.
    let consequence: Words<Phrase>
    /// Whom or what it is about.
    let subject: Words<String>
    /// Where to go without acting.
    let back: @Sendable (Visit) throws -> String

    /// What is asked of an act whose consequences depend on what was written.
    public init(consequence: @escaping Words<Phrase>, subject: @escaping Words<String>) {
        (self.consequence, self.subject, back) = (consequence, subject, { $0.returnPath })
    }

    /// What is asked of an act that always has the same consequence.
    init(
        consequence: Phrase, subject: @escaping Words<String>, back: @escaping @Sendable (Visit) throws -> String
    ) {
        (self.consequence, self.subject, self.back) = ({ _ in consequence }, subject, back)
    }

    /// The page that asks before an act; its button sends the form.
    func page(of act: Route, _ visit: Visit) async throws -> ConfirmationPage {
        ConfirmationPage(
            act: act.summary, subject: try await subject(visit), consequence: try await consequence(visit),
            action: visit.path,
            carried: act.fields.compactMap { field in visit.carried(field.name).map { (field.name, $0) } },
            back: try back(visit))
    }
}

extension Visit {
    /// What a form that is sent, or the address of the page that asks before it, says in a field.
    func carried(_ name: String) -> String? { form[name] ?? query(name) }
}

extension Route {
    /// This act, and behind the same address the page that asks before it: its button sends the form. A browser's form
    /// that comes from elsewhere is asked about too. Programs, which were asked by whoever wrote them, are taken at
    /// once.
    func asking(_ question: Confirmation) -> [Route] {
        var act = self
        act.question = question
        let asked = Route(
            .get, path, summary: Phrase("确认：\(summary.zh)", "confirm: \(summary.en)"), permission: permission,
            query: fields.map { FormField(name: $0.name, label: $0.label, kind: $0.kind, required: false) },
            content: JSONForm(of: ConfirmationPage.Content.self)
        ) { [act] visit in .page(try await question.page(of: act, visit)) }
        return [asked, act]
    }
}
