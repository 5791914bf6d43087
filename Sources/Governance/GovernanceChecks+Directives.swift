import Facts
import Kernel
import Persistence

extension GovernanceChecks {
    /// Notices and minutes are the bytes that were journalled, their answers are as the journal tells, and reports on
    /// environment and economy hold what was written and issued.
    func directives(_ access: any ReadAccess) throws -> [CheckReport] {
        [try documents(access), try answers(access), try analyses(access)]
    }

    private func documents(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("inspection notices and minutes are the documents that were journalled")
        var told: [String: (fact: DirectiveIssued, entry: JournalEntry)] = [:]
        for entry in try Journal.entries(after: 0, kinds: [DirectiveIssued.kind], limit: .max, in: access) {
            if let fact = try entry.fact(DirectiveIssued.self) { told[fact.directive] = (fact, entry) }
        }
        for kept in try DirectiveStore.contents(access) {
            let issued = told.removeValue(forKey: kept.key.description)
            let isWhole =
                kept.sha256 == Digest256(of: kept.content) && issued?.fact.sha256 == kept.sha256
                && issued?.entry.author.text == kept.author && issued?.entry.occurredAt == kept.issuedAt
            let document = isWhole ? try CanonicalJSON.value(DirectiveDocument.self, from: kept.content) : nil
            let agrees = document?.key == kept.key && document?.items.map(\.unit) == issued?.fact.units
            tally.examine(agrees ? nil : "directive \(kept.key) is not the document that was journalled")
        }
        for key in told.keys.sorted() { tally.examine("directive \(key) was journalled and is gone") }
        return tally.report
    }

    private func answers(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("answers to findings and decisions are as the journal tells")
        // Bytes that are broken are found above; they have no answers that could be read.
        guard let kept = try? DirectiveStore.directives(in: access) else { return tally.report }
        var told: [String: Directive] = [:]
        for directive in kept {
            var bare = directive
            bare.answers = []
            told[directive.key.description] = bare
        }
        let kinds: Set = [DirectiveAnswered.kind, DirectiveJudged.kind]
        for entry in try Journal.entries(after: 0, kinds: kinds, limit: .max, in: access) {
            guard let key = entry.subject.reference else { continue }
            try told[key]?.take(entry)
        }
        for directive in kept {
            let agrees = told[directive.key.description] == directive
            tally.examine(agrees ? nil : "the answers to directive \(directive.key) are not what the journal tells")
        }
        return tally.report
    }

    private func analyses(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("reports on environment and economy are those that were journalled")
        var told: [String: (written: (AnalysisWritten, JournalEntry), issued: (AnalysisIssued, Int64)?)] = [:]
        let kinds: Set = [AnalysisWritten.kind, AnalysisIssued.kind]
        for entry in try Journal.entries(after: 0, kinds: kinds, limit: .max, in: access) {
            if let fact = try entry.fact(AnalysisWritten.self) {
                told[fact.period] = ((fact, entry), told[fact.period]?.issued)
            } else if let fact = try entry.fact(AnalysisIssued.self) {
                told[fact.period]?.issued = (fact, entry.sequence)
            }
        }
        for kept in try AnalysisStore.analyses(in: access) {
            let fact = told.removeValue(forKey: kept.period.description)
            let isWritten =
                fact?.written.0.texts == kept.texts && fact?.written.1.author.text == kept.author
                && fact?.written.1.occurredAt == kept.writtenAt
            let isIssued =
                kept.issue.map { Digest256(of: $0.content) == $0.sha256 } != false
                && kept.issue?.sha256 == fact?.issued?.0.sha256 && kept.issue?.fact == fact?.issued?.1
            let agrees = isWritten && isIssued
            tally.examine(agrees ? nil : "the report on \(kept.period) is not the one that was journalled")
        }
        for period in told.keys.sorted() { tally.examine("the report on \(period) was journalled and is gone") }
        return tally.report
    }
}
