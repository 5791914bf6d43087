public import Kernel
import Persistence
import Web

extension SupervisionRoom {
    private static let officersOnly = Permission.roles([.cityOfficer, .branchOfficer])

    /// Records of checks on site, for their second officers.
    var recordRoutes: [Route] {
        let path = "/cases/{case}/records/{step}"
        return [
            Route.page(path, summary: Phrase("现场记录确认", "a record on site"), permission: Self.officersOnly) { visit in
                try await recordPage(visit)
            },
            Route(
                .post, path, summary: Phrase("答复现场记录", "answer a record on site"), permission: Self.officersOnly,
                fields: RecordPage.fields, onRefusal: { visit in .page(try await recordPage(visit)) },
                handler: { visit in
                    let id: CaseID = try visit.code("case")
                    guard let step = Int(try visit.parameter("step")) else { throw Problem.notFound }
                    try await answerRecord(
                        of: step, in: id, form: visit.form, by: try visit.signedIn(), at: visit.now)
                    return .redirect("/cases/\(id)/records/\(step)")
                }),
        ]
    }

    /// Answers the record of a step (`verdict`: `confirmed`, `objected`, `left`; `words`). Throws `CaseRefusal` or
    /// `RecordRefusal`; nothing is changed then.
    public func answerRecord(
        of step: Int, in id: CaseID, form: [String: String], by actor: Actor, at now: Instant
    ) async throws {
        let desk = desk
        try await database.write { access in
            try desk.answerRecord(of: step, in: id, form: form, by: actor, at: now, in: access)
        }
    }

    private func recordPage(_ visit: Visit) async throws -> RecordPage {
        let id: CaseID = try visit.code("case")
        let number = Int(try visit.parameter("step"))
        let actor = try visit.signedIn()
        let (surroundings, register, refused) = (surroundings, officers, visit.refused)
        let page = try await database.read { access -> RecordPage? in
            guard let subject = try CaseStore.subject(id, scope: actor.scope, in: access),
                let step = subject.records.first(where: { $0.number == number }),
                let place = try surroundings.place(of: subject.outlet, in: access)
            else { return nil }
            return RecordPage(
                subject: subject, step: step, place: place,
                answer: try RecordAnswerStore.answers(of: id, in: access)[step.number],
                officers: try register.officers(of: subject.region, in: access), actor: actor,
                refused: refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }
}
