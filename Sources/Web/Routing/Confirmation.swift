import Kernel

/// What a person is asked before an act that cannot be taken back, on a page of its own.
struct Confirmation: Sendable {
    /// What follows of the act, in whole sentences.
    let consequence: Phrase
    /// Whom or what it is about; refuses what is not there.
    let subject: @Sendable (Visit) async throws -> String
    /// Where to go without acting.
    let back: @Sendable (Visit) throws -> String
}

extension Route {
    /// This act, and behind the same address the page that asks before it: its button sends the form. Programs, which
    /// were asked by whoever wrote them, send the form at once.
    func asking(_ question: Confirmation) -> [Route] {
        let act = self
        let asked = Route(
            .get, path, summary: Phrase("确认：\(summary.zh)", "confirm: \(summary.en)"), permission: permission,
            query: fields.map { FormField(name: $0.name, label: $0.label, kind: $0.kind, required: false) },
            content: JSONForm(of: ConfirmationPage.Content.self)
        ) { visit in
            .page(
                ConfirmationPage(
                    act: act.summary, subject: try await question.subject(visit), consequence: question.consequence,
                    action: visit.path,
                    carried: act.fields.compactMap { field in visit.query(field.name).map { (field.name, $0) } },
                    back: try question.back(visit)))
        }
        return [asked, act]
    }
}
