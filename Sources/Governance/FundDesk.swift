import Facts
import Kernel
import Persistence

/// Takes what people enter in the books of funds. What is looked at and what is written is one transaction, so that of
/// two who ask for the same money at once one is refused.
struct FundDesk: Sendable {
    let work: WorkDesk
    let enterprises: any ReceivingEnterprises

    func policy(_ code: PolicyCode, _ access: any ReadAccess) throws -> PolicyDocument {
        guard let policy = try work.tasks.shelf.policy(code, in: access) else { throw FundRefusal.noSuchFund }
        return policy
    }

    /// Opens a fund; its number is returned.
    @discardableResult
    func open(
        _ said: SaidFund, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws -> Int {
        let policy = try policy(said.policy, access)
        guard policy.units.contains(where: { $0.name == said.unit }) else { throw WorkRefusal.unknownUnit(said.unit) }
        try work.check(doer, speaksFor: said.unit, in: access)
        let task = try said.task.isEmpty ? nil : self.task(said.task, of: policy)
        let known = try FundStore.funds(in: access)
        guard !known.contains(where: { $0.name == said.name }) else { throw FundRefusal.nameTaken(said.name) }
        let fund = Fund(
            number: known.count + 1, policy: said.policy, name: said.name, unit: said.unit, purpose: said.purpose,
            task: task)
        try FundStore.insert(fund, in: access)
        try work.append(
            FundOpened(
                fund: fund.number, policy: said.policy.text, name: said.name, unit: said.unit, purpose: said.purpose,
                task: task), about: Self.reference(fund.number), by: doer, at: now, in: access)
        return fund.number
    }

    static func reference(_ fund: Int) -> String { "FUND-\(fund)" }

    private func task(_ text: String, of policy: PolicyDocument) throws -> Int {
        guard let number = Int(text), policy.tasks.contains(where: { $0.number == number }) else {
            throw FundRefusal.noSuchTask
        }
        return number
    }

    /// Makes an entry.
    func take(
        _ act: FundAct, on number: Int, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let fund = try FundStore.funds(number, in: access).first else { throw FundRefusal.noSuchFund }
        switch act {
        case .apply(let unit, let amount, let target, let what):
            return try apply(
                unit, amount: amount, for: target, what: what, on: fund, by: doer, at: now, in: access)
        case .judge(let application, let verdict, let note):
            return try judge(application, as: verdict, note: note, on: fund, by: doer, at: now, in: access)
        case .budget, .allocate, .grant, .use, .counter: break
        }
        try work.check(doer, isOf: fund.unit, in: access)
        let entry = try entry(act, of: fund, by: doer, at: now, access)
        if let twin = fund.twin(of: entry) { throw FundRefusal.twice(twin) }
        try keep(entry, of: fund.number, by: doer, at: now, in: access)
    }

    /// The entry that an act makes in a book, if it may.
    private func entry(
        _ act: FundAct, of fund: Fund, by doer: UnitMember, at now: Instant, _ access: any ReadAccess
    ) throws -> Fund.Entry {
        let author = FactAuthor.person(doer.person).text
        switch act {
        // Taken above: they make no entry.
        case .apply, .judge: throw FundRefusal.noSuchEntry
        case .budget(let year, let amount, let what, let document, let day):
            try check(day, of: fund, "budget_on", at: now, access)
            return Fund.Entry(
                number: fund.entries.count + 1, sort: .budget, year: try self.year(year, at: now, "budget_year"),
                amountFen: try self.amount(amount, "budget_amount"), belongsTo: nil, target: nil, what: what,
                document: document, day: day, author: author, filedAt: now)
        case .allocate(let year, let amount, let target, let what, let document, let day):
            let budgetYear = try self.year(year, at: now, "allocated_year")
            let fen = try self.amount(amount, "allocated_amount")
            let target = try known(target, "target_name", of: try policy(fund.policy, access), access)
            try check(day, of: fund, "allocated_on", at: now, access)
            try checkFree(fen, of: budgetYear, in: fund, "allocated_amount")
            return Fund.Entry(
                number: fund.entries.count + 1, sort: .allocation, year: budgetYear, amountFen: fen, belongsTo: nil,
                target: target, what: what, document: document, day: day, author: author, filedAt: now)
        case .grant(let number, let year, let document, let day):
            let application = try accepted(number, of: fund)
            let budgetYear = try self.year(year, at: now, "granted_year")
            try check(day, of: fund, "granted_on", at: now, access)
            let asked = application.filedAt.civil.date
            guard day >= asked else { throw FundRefusal.grantBefore(asked) }
            try checkFree(application.amountFen, of: budgetYear, in: fund, "granted_application")
            return Fund.Entry(
                number: fund.entries.count + 1, sort: .allocation, year: budgetYear,
                amountFen: application.amountFen, belongsTo: nil, target: application.target,
                what: application.what, document: document, day: day, author: author, filedAt: now,
                application: number)
        case .use(let allocation, let amount, let what, let document, let day):
            guard let of = fund.entry(allocation), let left = fund.leftFen(of: allocation) else {
                throw FundRefusal.noSuchAllocation
            }
            let fen = try self.amount(amount, "used_amount")
            guard day <= now.civil.date else { throw FundRefusal.dayToCome(field: "used_on") }
            guard day >= of.day else { throw FundRefusal.dayBefore(of.day, field: "used_on") }
            guard fen <= left else { throw FundRefusal.overAllocation(leftFen: left) }
            return Fund.Entry(
                number: fund.entries.count + 1, sort: .use, year: of.year, amountFen: fen, belongsTo: allocation,
                target: nil, what: what, document: document, day: day, author: author, filedAt: now)
        case .counter(let back, let reason, let document):
            let taken = try takenBack(back, of: fund)
            return Fund.Entry(
                number: fund.entries.count + 1, sort: .counter, year: taken.year, amountFen: -taken.amountFen,
                belongsTo: back, target: nil, what: reason, document: document, day: now.civil.date, author: author,
                filedAt: now)
        }
    }

    /// Refuses a day that has not come, and one before the policy that the fund serves.
    private func check(
        _ day: CivilDate, of fund: Fund, _ field: String, at now: Instant, _ access: any ReadAccess
    ) throws {
        guard day <= now.civil.date else { throw FundRefusal.dayToCome(field: field) }
        let issued = try policy(fund.policy, access).meta.issued
        guard day >= issued else { throw FundRefusal.dayBeforePolicy(issued, field: field) }
    }

    private func keep(
        _ entry: Fund.Entry, of fund: Int, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        try FundStore.insert(entry, of: fund, in: access)
        try work.append(
            FundEntryMade(
                fund: fund, entry: entry.number, sort: entry.sort.rawValue, year: entry.year,
                amountFen: entry.amountFen, belongsTo: entry.belongsTo, target: entry.target?.sort.rawValue,
                targetName: entry.target?.name, what: entry.what, document: entry.document, day: entry.day,
                application: entry.application),
            about: Self.reference(fund), by: doer, at: now, in: access)
    }

    /// The entry that is to be taken back, if nothing rests on it.
    private func takenBack(_ number: Int, of fund: Fund) throws -> Fund.Entry {
        guard let entry = fund.entry(number) else { throw FundRefusal.noSuchEntry }
        guard entry.sort != .counter else { throw FundRefusal.counterEntry }
        guard !fund.isTakenBack(number) else { throw FundRefusal.takenBack }
        if entry.sort == .budget, fund.balance(of: entry.year).freeFen < entry.amountFen {
            throw FundRefusal.stillAllocated(year: entry.year)
        }
        if entry.sort == .allocation, fund.usedFen(of: number) > 0 { throw FundRefusal.stillUsed }
        return entry
    }

    private func checkFree(_ fen: Int64, of year: Int, in fund: Fund, _ field: String) throws {
        let free = fund.balance(of: year).freeFen
        guard fen <= free else { throw FundRefusal.overBudget(year: year, leftFen: free, field: field) }
    }

    private func year(_ text: String, at now: Instant, _ field: String) throws -> Int {
        let last = now.civil.date.parts.year + 1
        guard let year = Int(text), (Fund.firstYear...max(Fund.firstYear, last)).contains(year) else {
            throw FundRefusal.year(first: Fund.firstYear, last: last, field: field)
        }
        return year
    }

    func amount(_ text: String, _ field: String) throws -> Int64 {
        guard let fen = TenThousandYuan.fen(of: text), fen > 0 else { throw FundRefusal.amount(field: field) }
        return fen
    }

    /// What money is for, as it is known here: an enterprise by its registered name.
    func known(
        _ target: FundTarget, _ field: String, of policy: PolicyDocument, _ access: any ReadAccess
    ) throws -> FundTarget {
        let name: String? =
            switch target.sort {
            case .project: policy.projects.contains { "\($0.number)" == target.name } ? target.name : nil
            case .task: policy.tasks.contains { "\($0.number)" == target.name } ? target.name : nil
            case .enterprise: try enterprises.name(of: target.name, in: access)
            case .other: target.name.isEmpty ? nil : target.name
            }
        guard let name else { throw FundRefusal.target(target.sort, field: field) }
        return FundTarget(target.sort, name)
    }
}
