import Facts
import Kernel
import Persistence

extension GovernanceChecks {
    /// Documents of reforms, and projects with months and obstacles, are as the journal tells.
    func work(_ access: any ReadAccess) throws -> [CheckReport] { [try documents(access), try projects(access)] }

    private func documents(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("documents of reforms are as the journal tells")
        var told: [String: ReformDocument] = [:]
        let kinds: Set = [ReformDocumentEntered.kind, ReformDocumentAdvanced.kind]
        for entry in try Journal.entries(after: 0, kinds: kinds, limit: .max, in: access) {
            if let fact = try entry.fact(ReformDocumentEntered.self) {
                told["\(fact.policy) \(fact.reform) \(fact.document)"] = ReformDocument(
                    reform: fact.reform, number: fact.document, title: fact.title, unit: fact.unit, due: fact.due,
                    reviewYears: fact.reviewYears)
            } else if let fact = try entry.fact(ReformDocumentAdvanced.self),
                let stage = DocumentStage(rawValue: fact.stage)
            {
                told["\(fact.policy) \(fact.reform) \(fact.document)"]?.steps.append(
                    .init(
                        number: fact.step, stage: stage, day: fact.day, note: fact.note, author: entry.author.text))
            }
        }
        for (code, _) in try PolicyStore.digests(access) {
            for document in try ReformStore.documents(of: code, in: access) {
                let place = "\(code) \(document.reform) \(document.number)"
                let agrees = told.removeValue(forKey: place) == document
                tally.examine(agrees ? nil : "document \(place) is not what the journal tells")
            }
        }
        for place in told.keys.sorted() { tally.examine("document \(place) was journalled and is gone") }
        return tally.report
    }

    private func projects(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("projects are as the journal tells")
        var told: [String: [Int: ProjectRecord]] = [:]
        for entry in try Journal.entries(after: 0, kinds: Self.projectKinds, limit: .max, in: access) {
            if let fact = try entry.fact(ProjectUnitNamed.self) {
                told[fact.policy, default: [:]][fact.project, default: ProjectRecord(project: fact.project)].unit =
                    fact.unit
            } else if let fact = try entry.fact(ProjectMonthReported.self), let month = CivilMonth(fact.month) {
                told[fact.policy]?[fact.project]?.months.append(
                    .init(
                        month: month, number: fact.number, plannedFen: fact.plannedFen,
                        doneFen: ProjectRecord.Source.allCases.map { fact.doneFen[$0.rawValue] ?? 0 },
                        progress_percent: fact.progress_percent, note: fact.note, reason: fact.reason,
                        author: entry.author.text, filedAt: entry.occurredAt))
                told[fact.policy]?[fact.project]?.months.sort { ($0.month, $0.number) < ($1.month, $1.number) }
            } else if let fact = try entry.fact(ProjectObstacleMet.self) {
                told[fact.policy]?[fact.project]?.obstacles.append(
                    .init(number: fact.obstacle, what: fact.what, owner: fact.owner, due: fact.due))
            } else if let fact = try entry.fact(ProjectObstacleSolved.self),
                let index = told[fact.policy]?[fact.project]?.obstacles.firstIndex(where: {
                    $0.number == fact.obstacle
                })
            {
                told[fact.policy]?[fact.project]?.obstacles[index].solvedOn = fact.day
                told[fact.policy]?[fact.project]?.obstacles[index].how = fact.how
            }
        }
        for (code, _) in try PolicyStore.digests(access) {
            let kept = try ProjectStore.records(of: code, in: access)
            let journalled = told[code.text] ?? [:]
            for project in Set(kept.keys).union(journalled.keys).sorted() {
                let agrees = kept[project] == journalled[project]
                tally.examine(agrees ? nil : "project \(code) \(project) is not what the journal tells")
            }
        }
        return tally.report
    }

    private static let projectKinds: Set = [
        ProjectUnitNamed.kind, ProjectMonthReported.kind, ProjectObstacleMet.kind, ProjectObstacleSolved.kind,
    ]
}
