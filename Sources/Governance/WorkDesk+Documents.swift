import Facts
import Kernel
import Persistence

extension WorkDesk {
    /// Enters a document of a reform, with the stages that it came to already: whole or not at all.
    func enter(
        _ said: SaidDocument, on reform: Int, of policy: PolicyDocument, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let code = policy.meta.code
        guard policy.reforms.contains(where: { $0.number == reform }) else { throw WorkRefusal.noSuchReform }
        guard policy.units.contains(where: { $0.name == said.unit }) else { throw WorkRefusal.unknownUnit(said.unit) }
        try check(doer, speaksFor: said.unit, in: access)
        guard said.due >= policy.meta.issued else {
            throw WorkRefusal.dayBeforePolicy(policy.meta.issued, field: "due")
        }
        guard ReformDocument.reviewYearsRange.contains(said.reviewYears) else { throw WorkRefusal.reviewYears }
        let documents = try ReformStore.documents(of: code, reform: reform, in: access)
        if let twin = documents.first(where: { $0.title == said.title && !$0.isWithdrawn }) {
            throw WorkRefusal.documentTwice(reform: reform, number: twin.number)
        }
        var document = ReformDocument(
            reform: reform, number: documents.count + 1, title: said.title, unit: said.unit, due: said.due,
            reviewYears: said.reviewYears, sort: said.sort, series: said.series)
        for reached in said.reached {
            do throws(WorkRefusal) {
                document.steps.append(
                    try step(
                        to: reached.stage, on: reached.day, note: said.note, of: document, ordered: policy.meta.issued,
                        by: doer, at: now))
            } catch {
                throw StageRefusal(stage: reached.stage, because: error)
            }
        }
        try ReformStore.insert(document, of: code, in: access)
        try append(
            ReformDocumentEntered(
                policy: code.text, reform: reform, document: document.number, title: said.title, unit: said.unit,
                due: said.due, reviewYears: said.reviewYears, sort: said.sort.rawValue,
                series: said.series.isEmpty ? nil : said.series),
            about: "\(code).R\(reform)", by: doer, at: now, in: access)
        for step in document.steps { try keep(step, of: document, code, by: doer, at: now, in: access) }
    }

    /// The next step of a document. Refuses a stage that does not follow, and a day that is out of order or cannot be.
    ///
    /// - Parameter issued: The day of the policy that asks for it.
    func step(
        to stage: DocumentStage, on day: CivilDate, note: String, of document: ReformDocument,
        ordered issued: CivilDate,
        by doer: UnitMember, at now: Instant
    ) throws(WorkRefusal) -> ReformDocument.Step {
        // A unit that could withdraw would end its own lateness.
        let allowed = DocumentStage.following(document.stage)
            .subtracting(doer.role == .cityOfficer ? [] : [.withdrawn])
        guard allowed.contains(stage) else { throw .wrongStage(allowed: allowed) }
        guard day <= now.civil.date else { throw .dayToCome() }
        if let last = document.steps.last?.day, day < last { throw .dayBefore(last) }
        // What was in force before the policy begins with its issue, and keeps its own days.
        if document.steps.first?.stage ?? stage == .issued {
            let first = ReformDocument.earliest(before: issued)
            guard day >= first else { throw .stageTooOld(first: first) }
        } else {
            guard day >= issued else { throw .stageBeforePolicy(issued) }
        }
        return ReformDocument.Step(
            number: document.steps.count + 1, stage: stage, day: day, note: note,
            author: FactAuthor.person(doer.person).text)
    }

    /// Keeps and journals a step.
    func keep(
        _ step: ReformDocument.Step, of document: ReformDocument, _ code: PolicyCode, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        try ReformStore.insert(step, of: document, code, in: access)
        try append(
            ReformDocumentAdvanced(
                policy: code.text, reform: document.reform, document: document.number, step: step.number,
                stage: step.stage.rawValue, day: step.day, note: step.note),
            about: "\(code).R\(document.reform)", by: doer, at: now, in: access)
    }
}
