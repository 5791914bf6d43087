public import Facts
public import Kernel
public import Persistence

extension GovernanceRoom {
    /// A task as others need it.
    public struct LedTask: Sendable {
        /// The task.
        public let key: TaskKey
        /// Its lead units, the first first.
        public let units: [String]
        /// Whether it has no end (长期).
        public let isLongTerm: Bool
    }

    /// The tasks of all policies.
    public func tasks(in access: any ReadAccess) throws -> [LedTask] {
        try desk.shelf.all(in: access).flatMap { policy in
            policy.tasks.map { task in
                LedTask(
                    key: TaskKey(policy: policy.meta.code, number: task.number), units: task.leadUnits,
                    isLongTerm: task.kind == .longTerm)
            }
        }
    }

    /// The units that policies name, and whether each stands for several.
    public func units(in access: any ReadAccess) throws -> [(name: String, isCollective: Bool)] {
        try desk.shelf.all(in: access).flatMap { $0.units.map { ($0.name, $0.isCollective) } }
    }

    /// Whether an organisation speaks for a unit; the leading group speaks for none.
    public func speaksForUnit(_ organisation: String, in access: any ReadAccess) throws -> Bool {
        try PolicyStore.organisations(access).values.contains(organisation)
    }

    /// Lets an organisation speak for a unit.
    public func bind(
        _ unit: String, to organisation: String, by author: FactAuthor, at now: Instant, in access: any WriteAccess
    ) throws {
        try desk.bind(unit, to: organisation, by: author, at: now, in: access)
    }

    /// Files a value of an indicator for its owner, or with a reason corrects it. Empty texts are what is not said.
    public func file(
        indicator: String, region: String, month: String, value: String, source: String, reason: String,
        by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let member = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        try indicators.file(
            SaidValue(indicator: indicator, region: region, month: month, value: value, source: source, reason: reason),
            by: member, at: now, in: access)
    }

    /// Closes a month: its figures stand from now on, and its scores are decided.
    public func close(
        _ month: CivilMonth, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        try indicators.freeze(month, by: person, at: now, in: access)
    }

    /// Takes what somebody does about a reform.
    public func take(
        _ act: ReformAct, on reform: Int, of policy: PolicyCode, by person: PersonID, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let doer = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        try WorkDesk(tasks: desk).take(act, on: reform, of: policy, by: doer, at: now, in: access)
    }

    /// Takes what somebody does about a project.
    public func take(
        _ act: ProjectAct, on project: Int, of policy: PolicyCode, by person: PersonID, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let doer = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        try WorkDesk(tasks: desk).take(act, on: project, of: policy, by: doer, at: now, in: access)
    }

    /// What the projects of a policy are planned to cost, in fen, by their numbers.
    public func projectMoney(of policy: PolicyCode, in access: any ReadAccess) throws -> [Int: Int64] {
        let projects = try desk.shelf.policy(policy, in: access)?.projects ?? []
        return Dictionary(projects.map { ($0.number, $0.investmentFen) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many documents a reform has.
    public func documentCount(of reform: Int, of policy: PolicyCode, in access: any ReadAccess) throws -> Int {
        try ReformStore.documents(of: policy, reform: reform, in: access).count
    }

    /// Takes what somebody does about a task.
    public func take(
        _ act: PolicyAct, on key: TaskKey, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        try desk.take(act, on: key, by: person, at: now, in: access)
    }
}
