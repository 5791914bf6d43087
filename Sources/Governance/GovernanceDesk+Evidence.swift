import Facts
import Kernel
import Persistence

extension GovernanceDesk {
    /// Whether evidence may be filed with the report on a month, and its number.
    func evidenceNumber(
        _ month: CivilMonth, of key: TaskKey, by doer: UnitMember, in access: any ReadAccess
    ) throws -> Int {
        let (task, record) = try look(at: key, in: access)
        _ = try unitOwing(month, by: doer, of: task, record, in: access)
        guard let report = record.report(on: month) else { throw GovernanceRefusal.noReport(month) }
        guard report.review?.verdict != .accepted else { throw GovernanceRefusal.accepted(month) }
        guard record.evidence.count(where: { $0.month == month }) < ReportEvidence.piecesMax else {
            throw GovernanceRefusal.tooMuchEvidence(max: ReportEvidence.piecesMax)
        }
        return (record.evidence.map(\.number).max() ?? 0) + 1
    }

    /// Files a file that lies on the shelf already. The same bytes with one report twice are one.
    func file(
        _ name: String, mediaType: String, size_bytes: Int64, sha256: Digest256, with month: CivilMonth,
        of key: TaskKey, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        let number = try evidenceNumber(month, of: key, by: doer, in: access)
        let matter = ReportEvidence.Matter.file(mediaType: mediaType, size_bytes: size_bytes, sha256: sha256)
        let known = try TaskStore.record(of: key, in: access).evidence
        if known.contains(where: { $0.month == month && $0.matter == matter }) { return }
        try insert(
            ReportEvidence(
                number: number, month: month, name: name, matter: matter,
                author: FactAuthor.person(doer.person).text, filedAt: now), of: key, by: doer, in: access)
    }

    /// Names a fact of the journal as evidence.
    func cite(
        _ fact: Int64, with month: CivilMonth, of key: TaskKey, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let number = try evidenceNumber(month, of: key, by: doer, in: access)
        guard let entry = try Journal.entry(fact, in: access) else { throw GovernanceRefusal.noSuchFact }
        try insert(
            ReportEvidence(
                number: number, month: month, name: "\(entry.kind) \(entry.occurredAt.civil.minuteText)",
                matter: .fact(fact), author: FactAuthor.person(doer.person).text, filedAt: now),
            of: key, by: doer, in: access)
    }

    private func insert(
        _ evidence: ReportEvidence, of key: TaskKey, by doer: UnitMember, in access: any WriteAccess
    ) throws {
        try EvidenceRows.insert(evidence, of: key, in: access)
        var (mediaType, size_bytes, sha256, fact): (String?, Int64?, Digest256?, Int64?) = (nil, nil, nil, nil)
        switch evidence.matter {
        case .file(let type, let size, let digest): (mediaType, size_bytes, sha256) = (type, size, digest)
        case .fact(let number): fact = number
        }
        try append(
            PolicyEvidenceFiled(
                policy: key.policy.text, task: key.number, month: evidence.month.description,
                number: evidence.number, name: evidence.name, mediaType: mediaType, size_bytes: size_bytes,
                sha256: sha256, fact: fact),
            key, by: doer.person, at: evidence.filedAt, in: access)
    }

    /// Records what a committee found on those who are late. Excused is only who met every condition.
    func find(
        _ finding: ToleranceFinding.Finding, met: Set<ToleranceFinding.Condition>, document: String, note: String,
        on key: TaskKey, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        let (_, record) = try look(at: key, in: access)
        try refuseOwn(record, since: CivilMonth(now.civil.date), by: doer)
        guard record.light?.light == .red else { throw GovernanceRefusal.notLate }
        guard finding == .refused || met.count == ToleranceFinding.Condition.allCases.count else {
            throw GovernanceRefusal.conditionMissing(
                ToleranceFinding.Condition.allCases.first { !met.contains($0) } ?? .trial)
        }
        let number = record.tolerances.count + 1
        try TaskStore.touch(key, in: access)
        try EvidenceRows.insert(
            ToleranceFinding(
                number: number, finding: finding, document: document, met: met, note: note,
                author: FactAuthor.person(doer.person).text, foundAt: now), of: key, in: access)
        try append(
            PolicyToleranceFound(
                policy: key.policy.text, task: key.number, number: number, finding: finding.rawValue,
                document: document, met: met.map(\.rawValue).sorted(), note: note),
            key, by: doer.person, at: now, in: access)
    }

    /// Reports on months that are over for a task that the system's own data tell of. The office reviews such a report
    /// like any other.
    func fill(_ task: PolicyTask, _ record: TaskRecord, at now: Instant, in access: any WriteAccess) throws {
        guard let assignment = record.assignment, let line = filling.line(of: record.key),
            !record.isFulfilled(task.kind, on: now.civil.date)
        else { return }
        var month = assignment.firstMonth
        while month.end <= now {
            if record.report(on: month) == nil, let said = try said(line, of: month, in: access) {
                try keep(
                    said, attempt: 1, of: record.key, unit: record.unit(of: month) ?? assignment.unit,
                    author: .system("governance"), at: now,
                    in: access)
            }
            month = month.adding(1)
        }
    }

    /// What the facts of a month say of a task; nil when they leave it to people.
    private func said(
        _ line: SelfFilling.Line, of month: CivilMonth, in access: any ReadAccess
    ) throws -> SaidOfMonth? {
        let facts = try Journal.entries(of: line.counts.kind, from: month.start, until: month.end, in: access)
            .filter(line.counts.counts)
        guard let standing = line.standing(facts.count) else { return nil }
        let span = facts.first.map { "\($0.sequence)–\(facts.last?.sequence ?? $0.sequence)" } ?? "–"
        // Too few facts do not show what the reason says.
        let reason = facts.count >= line.atLeast ? line.reason.zh : "少于 \(line.atLeast) 件，不能说明该项工作在本月进行。"
        return SaidOfMonth(
            month: month, standing: standing,
            progress: "系统自动填报：\(month) \(line.title.zh) \(facts.count) 件。\(reason)",
            evidence: "日志中\(line.title.zh) \(facts.count) 件，序号 \(span)")
    }

    /// Calls on the office when a report is overdue: its clock ends with the report.
    func press(_ record: TaskRecord, at now: Instant, in access: any WriteAccess) throws {
        for reference in try overdueUnpressed(record, at: now, in: access) {
            try DutyBook.assign(
                Duty(
                    id: DutyID(checked: "GP-\(reference)"), kind: GovernanceDutyKind.press.rawValue,
                    reference: reference, role: .cityOfficer, enterprise: nil, region: nil, since: now,
                    due: Self.pressTerm.due(from: now, on: calendar)), in: access)
        }
    }

    /// Overdue reports that the office was not called on for yet.
    func overdueUnpressed(_ record: TaskRecord, at now: Instant, in access: any ReadAccess) throws -> [String] {
        let duties = try DutyBook.all(beginningWith: record.key.reference + ".", in: access)
        let pressed = Set(duties.filter { $0.kind == GovernanceDutyKind.press.rawValue }.map(\.reference))
        let overdue = duties.filter { duty in
            duty.kind == GovernanceDutyKind.report.rawValue && duty.state == .open && duty.due < now
                && !pressed.contains(duty.reference)
        }
        return Set(overdue.map(\.reference)).sorted()
    }

    /// Hands the tasks of somebody who left to their successor in the same organisation; without one the office is
    /// called on to name somebody.
    func handOver(from person: PersonID, to successor: PersonID?, at now: Instant, in access: any WriteAccess) throws {
        let organisations = try PolicyStore.organisations(access)
        let next = try successor.flatMap { try directory.member($0, in: access) }
        for policy in try shelf.everything(in: access) {
            let records = try TaskStore.records(of: policy.meta.code, in: access)
            for record in records.values.sorted(by: { $0.key.number < $1.key.number }) {
                guard let assignment = record.assignment, assignment.person == person else { continue }
                if let next, next.organisation == organisations[assignment.unit] {
                    let taken = TaskRecord.Assignment(
                        unit: assignment.unit, person: next.person, firstMonth: assignment.firstMonth)
                    try keep(taken, of: record, by: .system("hand-over"), at: now, in: access)
                } else {
                    try DutyBook.assign(
                        Duty(
                            id: DutyID(checked: "GA-\(record.key.reference)-\(now.milliseconds)"),
                            kind: GovernanceDutyKind.assign.rawValue, reference: record.key.reference,
                            role: .cityOfficer, enterprise: nil, region: nil, since: now,
                            due: Self.reviewTerm.due(from: now, on: calendar)), in: access)
                }
            }
        }
    }
}
