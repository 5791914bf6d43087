import Kernel

extension SiteResponder {
    /// What a browser is shown before its form is taken: what it wrote, looked over once more, or what it is asked. Nil
    /// when it comes from that page, and for programs and forms that bring a file, which are taken at once. Refuses
    /// what the act would refuse.
    func pageBefore(
        _ route: Route, _ answers: [String: String], _ visit: Visit, _ body: FormBody
    ) async throws -> (any Page)? {
        guard !visit.wantsJSON, visit.bearer == nil, visit.file == nil,
            body.values[AnswersPage.checkedName] != AnswersPage.checked
        else { return nil }
        if let question = route.question { return try await question.page(of: route, visit) }
        guard let check = route.check, let role = visit.actor?.role, check.roles.contains(role) else { return nil }
        try await check.rehearsal?(visit)
        return AnswersPage(
            act: route.summary, action: visit.path, back: visit.returnPath, fields: route.fields, answers: answers,
            hidden: check.hidden, subject: try await check.question?.subject(visit),
            consequence: try await check.question?.consequence(visit))
    }
}
