import Kernel
import Persistence
import Web

extension SupervisionRoom {
    /// Taking several cases one step further: the page that says what will happen, and the act, which answers for each.
    var batchRoutes: [Route] {
        let officers = Permission.roles([.cityOfficer, .branchOfficer])
        let form = CodeForm(like: "20261128-1:2") { CaseBatch.Choice($0) != nil }
        return [
            Route.page(
                "/cases/batch", summary: Phrase("批量办理", "several cases at once"), permission: officers,
                query: [.filter("case", Phrase("案件和已办步数", "Case and its steps so far"), .code(form))]
            ) { visit in
                let choices = visit.queries("case").prefix(CaseBatch.casesMax).compactMap { CaseBatch.Choice($0) }
                return try await batchPage(CaseBatch(choices), visit)
            },
            Route(
                .post, "/cases/batch", summary: Phrase("批量办理案件", "Take several cases"), permission: officers,
                fields: CaseBatchPage.fields, answer: .page, content: JSONForm(of: CaseBatchResultPage.Content.self),
                handler: { visit in .page(try await take(visit)) }),
        ]
    }

    private func batchPage(_ batch: CaseBatch, _ visit: Visit) async throws -> CaseBatchPage {
        let (actor, now, surroundings) = (try visit.signedIn(), visit.now, surroundings)
        return try await database.read { access in
            CaseBatchPage(
                lines: try batch.choices.compactMap { choice in
                    guard let subject = try CaseStore.subject(choice.id, scope: actor.scope, in: access),
                        let place = try surroundings.place(of: subject.outlet, in: access)
                    else { return nil }
                    return CaseBatchPage.Line(
                        choice: choice, subject: subject, place: place,
                        action: CaseBatch.action(on: subject, by: actor.role, at: now))
                })
        }
    }

    private func take(_ visit: Visit) async throws -> CaseBatchResultPage {
        guard let batch = visit.form["cases"].flatMap({ CaseBatch($0) }) else { throw Problem.noBatch }
        return CaseBatchResultPage(
            lines: try await take(
                batch, visit.form.filter { $0.key == "note" }, by: try visit.signedIn(), at: visit.now))
    }

    /// Takes each case of a batch by itself, and tells what came of it.
    func take(
        _ batch: CaseBatch, _ form: [String: String], by actor: Actor, at now: Instant
    ) async throws -> [CaseBatchResultPage.Line] {
        var lines: [CaseBatchResultPage.Line] = []
        for choice in batch.choices {
            let (subject, place) = try await database.read { [surroundings] access in
                let subject = try CaseStore.subject(choice.id, scope: actor.scope, in: access)
                return (subject, try subject.flatMap { try surroundings.place(of: $0.outlet, in: access) })
            }
            lines.append(
                CaseBatchResultPage.Line(
                    id: choice.id, number: subject?.documentNumber, place: place,
                    outcome: try await take(choice, subject, form, by: actor, at: now)))
        }
        return lines
    }

    /// Takes one case of a batch; what the loop refuses is told beside the others.
    private func take(
        _ choice: CaseBatch.Choice, _ subject: SupervisionCase?, _ form: [String: String], by actor: Actor,
        at now: Instant
    ) async throws -> CaseBatchResultPage.Outcome {
        guard let subject else { return .refused(CaseRefusal.notFound.problem) }
        guard let action = CaseBatch.action(on: subject, by: actor.role, at: now) else {
            return .refused(CaseRefusal.overtaken(state: subject.state).problem)
        }
        do {
            try await take(action, on: choice.id, seenStep: choice.seenStep, form: form, by: actor, at: now)
            return .done(action)
        } catch let refusal as CaseRefusal {
            return .refused(refusal.problem)
        }
    }
}

extension Problem {
    /// A list of cases that cannot be read.
    fileprivate static let noBatch = Problem(
        status: 422, rule: "SUP-BATCH", field: "cases",
        what: Phrase(
            "批量办理的案件清单无法读取，或超过 \(CaseBatch.casesMax) 件",
            "the list of cases cannot be read, or holds more than \(CaseBatch.casesMax)"),
        remedy: Phrase(
            "请在案件列表中勾选；程序请写作“案件编号:已办步数”，以逗号分隔",
            "choose them in the list of cases; programs write CASE:STEPS, parted by commas"))
}
