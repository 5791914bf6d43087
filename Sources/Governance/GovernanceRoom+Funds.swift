public import Kernel
public import Persistence
import Web

extension GovernanceRoom {
    private static let workers = Permission.roles([.cityOfficer, .liaison])

    private var fundDesk: FundDesk { FundDesk(work: WorkDesk(tasks: desk), enterprises: enterprises) }

    /// Funds: for organs of government to read, for the units that keep them to enter in, for the office to review.
    var fundRoutes: [Route] {
        let register = Route.list(
            "/governance/funds", summary: Phrase("专项资金", "the register of funds"), permission: Self.workers,
            place: "after"
        ) { visit, rowsMax in try await fundsPage(visit, rowsMax) }
        let book = Route.list(
            "/governance/funds/{number}", summary: Phrase("资金收支记录", "a fund with its book"),
            permission: Self.workers, place: "after", lines: 100
        ) { visit, rowsMax in try await fundPage(visit, rowsMax) }
        let opening = Route(
            .post, "/governance/funds", summary: FundForm.opening.name, permission: Self.workers,
            fields: FundForm.opening.fields,
            onRefusal: { visit in .page(try await fundsPage(visit, 50)) }, handler: openFund)
        return register + book + [opening] + FundForm.ofBook.map(route)
    }

    private func route(_ form: FundForm) -> Route {
        Route(
            .post, "/governance/funds/{number}/\(form.rawValue)", summary: form.name,
            permission: form == .judgement ? .roles([.cityOfficer]) : Self.workers, fields: form.fields,
            onRefusal: { visit in .page(try await fundPage(visit, 100, refused: form)) },
            handler: { visit in
                let (act, number) = (try Self.act(form, visit.form), try Self.fundNumber(visit))
                let (now, desk, person) = (visit.now, fundDesk, try visit.signedIn().person)
                try await database.write { access in
                    guard let doer = try desk.work.tasks.directory.member(person, in: access) else {
                        throw GovernanceRefusal.unknownPerson
                    }
                    try desk.take(act, on: number, by: doer, at: now, in: access)
                }
                return .redirect("/governance/funds/\(number)")
            })
    }

    private func openFund(_ visit: Visit) async throws -> Reply {
        let (now, desk, person, form) = (visit.now, fundDesk, try visit.signedIn().person, visit.form)
        let number = try await database.write { access in
            guard let doer = try desk.work.tasks.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            guard let policy = try desk.work.tasks.shelf.all(in: access).first else { throw FundRefusal.noSuchFund }
            let said = SaidFund(
                policy: policy.meta.code, name: form["name"] ?? "", unit: form["unit"] ?? "",
                purpose: form["purpose"] ?? "", task: form["task"] ?? "")
            return try desk.open(said, by: doer, at: now, in: access)
        }
        return .redirect("/governance/funds/\(number)")
    }

    private static func fundNumber(_ visit: Visit) throws -> Int {
        guard let number = Int(try visit.parameter("number")) else { throw Problem.notFound }
        return number
    }

    private static func act(_ form: FundForm, _ values: [String: String]) throws -> FundAct {
        func day(_ field: String) throws -> CivilDate {
            guard let day = values[field].flatMap({ CivilDate($0) }) else {
                throw GovernanceRefusal.dateMissing(field: field)
            }
            return day
        }
        func text(_ field: String) -> String { values[field] ?? "" }
        switch form {
        case .opening, .budget:
            return .budget(
                year: text("budget_year"), amount: text("budget_amount"), what: text("budget_what"),
                document: text("budget_document"), on: try day("budget_on"))
        case .allocation:
            let target = FundTarget(FundTarget.Sort(rawValue: text("target")) ?? .other, text("target_name"))
            return .allocate(
                year: text("allocated_year"), amount: text("allocated_amount"), target, what: text("allocated_what"),
                document: text("allocated_document"), on: try day("allocated_on"))
        case .application:
            let target = FundTarget(
                FundTarget.Sort(rawValue: text("applied_target")) ?? .other, text("applied_target_name"))
            return .apply(
                unit: text("applicant"), amount: text("applied_amount"), target, what: text("applied_what"))
        case .judgement:
            return .judge(
                Int(text("application")) ?? 0, as: ReviewVerdict(rawValue: text("verdict")) ?? .returned,
                note: text("judged_note"))
        case .grant:
            return .grant(
                application: Int(text("granted_application")) ?? 0, year: text("granted_year"),
                document: text("granted_document"), on: try day("granted_on"))
        case .use:
            return .use(
                of: Int(text("allocation")) ?? 0, amount: text("used_amount"), what: text("used_what"),
                document: text("used_document"), on: try day("used_on"))
        case .counter:
            return .counter(Int(text("entry")) ?? 0, reason: text("reason"), document: text("counter_document"))
        }
    }

    private func fundsPage(_ visit: Visit, _ rowsMax: Int) async throws -> FundsPage {
        let (desk, person, refused) = (desk, try visit.signedIn().person, visit.refused)
        let (funds, mayOpen, offers) = try await database.read { access in
            let sight = try Self.sight(of: person, desk, access)
            let member = try desk.directory.member(person, in: access)
            return (
                try FundStore.funds(seen: sight, in: access), try Self.speaksForUnits(member, access),
                FormOffers(units: try Self.ownUnits(member, desk, access))
            )
        }
        let part = ListPart(funds, behind: visit.query("after").flatMap { Int($0) }, rowsMax: rowsMax, by: \.number)
        return FundsPage(
            lines: part.rows.map(FundLine.init), next: part.last.map { visit.address(with: "after", "\($0.number)") },
            mayOpen: mayOpen, refused: refused, offers: offers)
    }

    private func fundPage(_ visit: Visit, _ rowsMax: Int, refused form: FundForm? = nil) async throws -> FundPage {
        let (desk, person, number) = (desk, try visit.signedIn().person, try Self.fundNumber(visit))
        let enterprises = enterprises
        let refused = form.flatMap { form in visit.refused.map { (form: form, what: $0) } }
        let found = try await database.read { access -> (fund: Fund, forms: [FundForm], offers: FormOffers)? in
            let sight = try Self.sight(of: person, desk, access)
            guard let fund = try FundStore.funds(number, seen: sight, in: access).first else { return nil }
            let member = try desk.directory.member(person, in: access)
            var offers = FormOffers(
                of: fund, enterprises: try enterprises.names(limit: FormOffers.enterprisesMax, in: access))
            offers.units = try Self.ownUnits(member, desk, access)
            return (fund, try Self.forms(of: fund, for: member, access), offers)
        }
        guard let (fund, forms, offers) = found else { throw Problem.notFound }
        let part = ListPart(
            fund.entries, behind: visit.query("after").flatMap { Int($0) }, rowsMax: rowsMax, by: \.number)
        return FundPage(
            fund: fund, shown: part.rows, next: part.last.map { visit.address(with: "after", "\($0.number)") },
            forms: forms, refused: refused, offers: offers)
    }

    /// What somebody may do about a fund: any unit applies, the office reviews, whoever keeps it enters.
    private static func forms(
        of fund: Fund, for member: UnitMember?, _ access: any ReadAccess
    ) throws -> [FundForm] {
        let keeper = try PolicyStore.organisations(access)[fund.unit]
        let keeps = member.map { $0.works && $0.organisation == keeper } ?? false
        let applies = try speaksForUnits(member, access)
        let states = Set(fund.applications.map(fund.state))
        return FundForm.ofBook.filter { form in
            switch form {
            case .application: applies
            case .judgement: member?.role == .cityOfficer && states.contains(.waiting)
            case .grant: keeps && states.contains(.accepted)
            case .budget: keeps
            case .allocation, .use, .counter: keeps && !fund.entries.isEmpty
            case .opening: false
            }
        }
    }

    /// The units that somebody may write for: their own, and of the office every one.
    static func ownUnits(
        _ member: UnitMember?, _ desk: GovernanceDesk, _ access: any ReadAccess
    ) throws -> [String] {
        guard let member, member.role != .cityOfficer else { return try unitNames(desk, access) }
        return try PolicyStore.organisations(access).filter { $0.value == member.organisation }.keys.sorted()
    }

    /// The units that policies name, each once.
    static func unitNames(_ desk: GovernanceDesk, _ access: any ReadAccess) throws -> [String] {
        var seen: Set<String> = []
        return try desk.shelf.all(in: access).flatMap(\.units).map(\.name).filter { seen.insert($0).inserted }
    }

    /// Whether somebody works for the office or for a unit.
    static func speaks(_ member: UnitMember?, forUnit unit: String, _ access: any ReadAccess) throws -> Bool {
        guard let member else { return false }
        return try member.role == .cityOfficer || PolicyStore.organisations(access)[unit] == member.organisation
    }

    /// Whether somebody works for the office or for any unit.
    static func speaksForUnits(_ member: UnitMember?, _ access: any ReadAccess) throws -> Bool {
        guard let member else { return false }
        return try member.role == .cityOfficer
            || PolicyStore.organisations(access).values.contains(member.organisation)
    }

    /// Opens a fund; its number is returned.
    public func open(
        _ said: SaidFund, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws -> Int {
        guard let doer = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        return try fundDesk.open(said, by: doer, at: now, in: access)
    }

    /// Makes an entry in a fund's book.
    public func take(
        _ act: FundAct, on fund: Int, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let doer = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        try fundDesk.take(act, on: fund, by: doer, at: now, in: access)
    }
}
