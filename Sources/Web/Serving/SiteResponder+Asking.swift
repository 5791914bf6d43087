import Access
import Kernel

extension SiteResponder {
    /// What a browser is shown before its form is taken: where to look over what it wrote, or what it is asked. Nil
    /// when it comes from that page, and for programs and forms that bring a file, which are taken at once. Refuses
    /// what the act would refuse.
    func replyBefore(
        _ route: Route, _ answers: [String: String], _ visit: Visit, _ body: FormBody
    ) async throws -> Reply? {
        guard !visit.wantsJSON, visit.bearer == nil, visit.file == nil,
            body.values[AnswersPage.checkedName] != AnswersPage.checked
        else { return nil }
        if let question = route.question { return .page(try await question.page(of: route, visit)) }
        guard let check = route.check, let actor = visit.actor, check.roles.contains(actor.role) else { return nil }
        try await check.rehearsal?(visit)
        let page = AnswersPage(
            act: route.summary, action: visit.path, back: visit.returnPath, fields: route.fields, answers: answers,
            hidden: check.hidden, subject: try await check.question?.subject(visit),
            consequence: try await check.question?.consequence(visit))
        let name = access.freshName()
        drafts.keep(page, of: actor.person, named: name, at: visit.now)
        return .lookOver(location: AnswerRoutes.address(of: name))
    }

    /// A form that was looked over was taken: who goes back to its page shall not find it waiting.
    func settle(_ route: Route, _ answers: [String: String], _ visit: Visit) {
        guard route.check != nil, let actor = visit.actor else { return }
        drafts.settle(answers, sentTo: visit.path, by: actor.person)
    }
}
