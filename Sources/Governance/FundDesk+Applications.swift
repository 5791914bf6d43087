import Facts
import Kernel
import Persistence

extension FundDesk {
    /// Takes what a unit applies for; the office is called on to review it.
    func apply(
        _ unit: String, amount: String, for target: FundTarget, what: String, on fund: Fund, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        let policy = try policy(fund.policy, access)
        guard policy.units.contains(where: { $0.name == unit }) else {
            throw WorkRefusal.unknownUnit(unit, field: "applicant")
        }
        try work.check(doer, speaksFor: unit, in: access)
        let application = FundApplication(
            number: fund.applications.count + 1, unit: unit,
            target: try known(target, "applied_target_name", of: policy, access),
            amountFen: try self.amount(amount, "applied_amount"), what: what,
            author: FactAuthor.person(doer.person).text, filedAt: now)
        if let twin = fund.twin(of: application) { throw FundRefusal.appliedTwice(twin) }
        try FundStore.insert(application, of: fund.number, in: access)
        try work.append(
            FundAppliedFor(
                fund: fund.number, application: application.number, unit: unit,
                target: application.target.sort.rawValue, targetName: application.target.name,
                amountFen: application.amountFen, what: what), about: Self.reference(fund.number), by: doer, at: now,
            in: access)
        let reference = FundApplication.reference(fund.number, application.number)
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "GQ-\(reference)"), kind: GovernanceDutyKind.application.rawValue,
                reference: reference, role: .cityOfficer, enterprise: nil, region: nil, since: now,
                due: GovernanceDesk.reviewTerm.due(from: now, on: work.tasks.calendar)), in: access)
    }

    /// Takes the office's review of an application. Nobody reviews what they applied for themselves.
    func judge(
        _ number: Int, as verdict: ReviewVerdict, note: String, on fund: Fund, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard doer.role == .cityOfficer else { throw WorkRefusal.notItsUnit("市生态环境局") }
        guard let application = fund.application(number) else { throw FundRefusal.noSuchApplication }
        guard application.judgement == nil else { throw FundRefusal.judgedAlready(number) }
        let author = FactAuthor.person(doer.person).text
        guard application.author != author else { throw FundRefusal.ownApplication }
        try FundStore.judge(
            number, .init(verdict: verdict, note: note, author: author, at: now), of: fund.number, in: access)
        try work.append(
            FundApplicationJudged(fund: fund.number, application: number, verdict: verdict.rawValue, note: note),
            about: Self.reference(fund.number), by: doer, at: now, in: access)
        try DutyBook.settle(
            reference: FundApplication.reference(fund.number, number), as: .done, at: now,
            journal: work.tasks.journal, in: access)
    }

    /// An accepted application that nothing was allocated for yet.
    func accepted(_ number: Int, of fund: Fund) throws -> FundApplication {
        guard let application = fund.application(number) else { throw FundRefusal.noSuchApplication }
        switch fund.state(of: application) {
        case .accepted: return application
        case .waiting, .returned: throw FundRefusal.notAccepted(number)
        case .allocated: throw FundRefusal.allocatedAlready(number)
        }
    }
}
