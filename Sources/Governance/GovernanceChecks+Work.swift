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
                    reviewYears: fact.reviewYears,
                    sort: fact.sort.flatMap { DocumentSort(rawValue: $0) } ?? .system, series: fact.series ?? "")
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
        for entry in try Journal.entries(after: 0, kinds: ProjectRecord.kinds, limit: .max, in: access) {
            guard let place = entry.subject.reference.flatMap(Self.project) else { continue }
            try told[place.policy, default: [:]][place.number, default: ProjectRecord(project: place.number)]
                .take(entry)
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

    /// The policy and the number of the project that a reference is about, `SZBF-2020-19.P4`.
    private static func project(_ reference: String) -> (policy: String, number: Int)? {
        guard let dot = reference.lastIndex(of: "."), reference[dot...].hasPrefix(".P"),
            let number = Int(reference[dot...].dropFirst(2))
        else { return nil }
        return (String(reference[..<dot]), number)
    }
}
