import Access
import Foundation
import Kernel
import TestMaterial
import Testing
import Web

/// Every address that the site has, asked by random people for random rows: the site allows what its policy says,
/// before and after it was started anew. The addresses are drawn from the routes, so a new route is covered or named.
struct RoutePolicyTests {
    /// Whoever works on the business of the city. Administrators and liaisons see no row of it.
    private static let workers: Set<Role> = [.cityOfficer, .branchOfficer, .enterpriseManager]
    /// Parameters that name a firm's row, or lie beneath one.
    private static let firmParameters: Set = [
        "enterprise", "outlet", "case", "state", "suspicion", "decision", "frame", "conversation", "step", "pollutant",
        "month", "day", "entity", "part", "sheet",
    ]
    /// Parameters that name no firm's row: the policy is public, people and parks are the city's, and what a stranger
    /// sent belongs to nobody until an officer says whose it is.
    private static let otherParameters: Set = [
        "policy", "number", "person", "code", "entry", "registration", "subscription", "indicator", "piece", "year",
        "directive", "period", "draft", "fact",
    ]
    /// Sheets are taken by people of banks, and read by the firm they are about and its officers.
    private static let toBanks = "/standing"
    /// What the system administrator operates at a firm's outlet: secrets of devices, and what their codes mean.
    private static let operated = ["/outlets/{outlet}/device/", "/outlets/{outlet}/factors"]
    /// Beneath it a decision is about the city's own work, which lead units see.
    private static let ofTheCity = "/governance/"
    /// What the pages of the finished city lead nobody to: none was stored there, or it lies further from the first
    /// pages than the links are followed. Their rooms' own tests ask for them.
    private static let unreached: Set = [
        "GET /answers/{draft}", "GET /cases/{case}/evidence/{number}", "GET /cases/{case}/evidence/{number}/file",
        "GET /outlets/{outlet}/device/conversations/{conversation}", "GET /outlets/{outlet}/furnace/{day}",
        "GET /states/{state}/receipts/{step}", "POST /notices/{subscription}/end",
        "POST /notices/{subscription}/retry",
        "GET /governance/{policy}/tasks/{number}/evidence/{piece}", "GET /policy/indicators/{indicator}.csv",
        "GET /policy/indicators/{indicator}.xlsx", "GET /policy/{policy}/projects/{number}.csv",
        "GET /policy/{policy}/projects/{number}.xlsx", "POST /governance/indicators/{indicator}/values",
        "POST /governance/{policy}/projects/{number}/month", "POST /governance/{policy}/projects/{number}/obstacle",
        "POST /governance/{policy}/projects/{number}/solved", "POST /governance/{policy}/projects/{number}/unit",
        "GET /policy/surveys/{year}.csv", "GET /policy/surveys/{year}.xlsx", "GET /governance/surveys/{year}/answers",
        "POST /governance/surveys/{year}/answers", "POST /governance/surveys/{year}/close",
        "GET /policy/{policy}/projects/{number}/photos/{piece}", "POST /governance/{policy}/projects/{number}/photo",
        "POST /governance/{policy}/projects/{number}/photo-back", "POST /governance/{policy}/projects/{number}/need",
        "POST /governance/{policy}/projects/{number}/granted",
        "POST /governance/{policy}/projects/{number}/place", "GET /governance/funds/{number}.csv",
        "GET /governance/funds/{number}.xlsx", "POST /governance/funds/{number}/budget",
        "POST /governance/funds/{number}/allocation", "POST /governance/funds/{number}/use",
        "POST /governance/funds/{number}/counter", "POST /governance/funds/{number}/application",
        "POST /governance/funds/{number}/judgement", "POST /governance/funds/{number}/grant",
        "POST /governance/pool/{number}/stage",
        "POST /governance/pool/{number}/money", "POST /governance/pool/{number}/release",
        "POST /governance/{policy}/reforms/{number}/document", "POST /governance/{policy}/reforms/{number}/stage",
    ]
    private static let seed: UInt64 = 20_200_608

    /// One thing that can be asked for.
    private struct Target {
        let route: Route
        let address: String
        /// Whose row it is; nil for what is nobody's.
        let firm: CityStage.Firm?
    }

    @Test func `no route shows rows of firms to administrators, and every parameter says whose row it names`()
        async throws
    {
        try await TemporaryFolder.with { folder in
            let stage = try await CityStage(in: folder)
            for route in stage.site.routes {
                let names = Set(route.path.matches(of: /\{(\w+)\}/).map { String($0.1) })
                let strangers = names.subtracting(Self.firmParameters).subtracting(Self.otherParameters)
                #expect(strangers == [], "\(route.path): say whose row it names")
                let rows: Set = ["enterprise", "outlet", "case", "state", "suspicion", "decision"]
                guard !names.isDisjoint(with: rows), !route.path.hasPrefix(Self.ofTheCity) else { continue }
                guard case .roles(let roles) = route.permission else {
                    Issue.record("\(route.path) is not for named roles")
                    continue
                }
                let isOperated = Self.operated.contains { route.path.hasPrefix($0) }
                let fit = isOperated ? Self.workers.union([.administrator]) : Self.workers
                #expect(roles.isSubset(of: fit), "\(route.path)")
            }
            try stage.close()
        }
    }

    @Test func `the site allows what the policy says of every route, also after a restart`() async throws {
        try await TemporaryFolder.with { folder in
            var stage = try await CityStage(in: folder)
            let targets = try await Self.targets(of: stage)
            let covered = Set(targets.map { "\($0.route.method.rawValue) \($0.route.path)" })
            let all = Set(stage.site.routes.filter { $0.answer != .events }.map { "\($0.method.rawValue) \($0.path)" })
            #expect(all.subtracting(covered).subtracting(Self.unreached).sorted() == [], "no address is known")
            let byRoute = Dictionary(grouping: targets) { "\($0.route.method.rawValue) \($0.route.path)" }
            let names = byRoute.keys.sorted()
            var random = SeededGenerator(seed: Self.seed)
            var (allowed, refused) = (0, 0)
            // Each route once in order, so that none is left out, and then as many at random.
            for step in 0..<(names.count + 120) {
                if step == names.count { try await stage.restart() }
                let name = step < names.count ? names[step] : names.randomElement(using: &random)
                guard let target = name.flatMap({ byRoute[$0]?.randomElement(using: &random) }) else { continue }
                let seat = Int.random(in: 0..<12, using: &random) == 0 ? nil : stage.seats.randomElement(using: &random)
                guard let expected = Self.expected(target, seat) else { continue }
                let status = try await stage.ask(seat, target.address, target.route.method).status
                #expect(
                    expected.contains(status),
                    """
                    seed \(Self.seed), step \(step): \(seat.map { "\($0.id) \($0.role)" } ?? "nobody") asks \
                    \(target.route.method.rawValue) \(target.address) and gets \(status)
                    """)
                if status < 400 { allowed += 1 } else { refused += 1 }
            }
            #expect(allowed > 40 && refused > 100, "the draw met both answers: \(allowed), \(refused)")
            try stage.close()
        }
    }

    /// What the policy says of an asking; nil for what would change the city, which other tests do.
    private static func expected(_ target: Target, _ seat: CityStage.Seat?) -> [Int]? {
        let route = target.route
        switch route.permission {
        case .everyone: if route.method == .post { return nil }
        case .signedIn, .ownSession: if seat == nil { return [401] }
        case .roles(let roles):
            guard let seat else { return [401] }
            if !roles.contains(seat.role) { return [403] }
        }
        if route.method == .post {
            // An empty form is told of its fields before anything is looked up.
            if route.fields.contains(where: \.required) { return [422] }
            guard let firm = target.firm, let seat, !sees(seat, firm, route) else { return nil }
            return [403, 404, 409, 422]
        }
        // A stretch that claims a device is its region's; whose it is stands in no address.
        if route.path == "/quarantine/{entry}", seat?.role != .cityOfficer { return [200, 404] }
        // A park is in sight of those who work in its district.
        if route.path == "/register/park/{code}", seat?.role != .cityOfficer { return [200, 404] }
        // A question before an act is asked about something that stands in its query.
        let isQuestion = route.summary.en.hasPrefix("confirm: ") || route.path == "/registrations/{registration}"
        // Which lead unit works on a task is not a matter of roles.
        if [ofTheCity, toBanks].contains(where: route.path.hasPrefix), seat?.role == .liaison {
            return [200, 403, 404]
        }
        guard let firm = target.firm, let seat else { return isQuestion ? [200, 404] : [200] }
        if !sees(seat, firm, route) { return [404] }
        // The form of a step is shown to whoever may take it now.
        return route.path.hasPrefix("/cases/{case}/") ? [200, 403, 404, 409] : [200]
    }

    private static func sees(_ seat: CityStage.Seat, _ firm: CityStage.Firm, _ route: Route) -> Bool {
        seat.sees(firm) || (seat.role == .administrator && operated.contains { route.path.hasPrefix($0) })
    }

    /// What somebody of each kind is led to, and the forms beneath it.
    private static func targets(of stage: CityStage) async throws -> [Target] {
        var map = CityMapOfAddresses(stage.site.routes)
        for (_, own) in try await CityMapOfAddresses.all().sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            map.merge(own)
        }
        let firms = try await stage.firms()
        // An address that a route spells out is that route's, though the pattern of another fits it.
        let spelt = Set(stage.site.routes.map(\.path).filter { !$0.contains("{") })
        var targets: [Target] = []
        for route in stage.site.routes where route.answer != .events {
            let names = route.path.matches(of: /\{(\w+)\}/).map { String($0.1) }
            // A park is the city's; what else has a code in the register is a firm's, as what is entered for it.
            let isOfFirm =
                (!firmParameters.isDisjoint(with: names) && !route.path.hasPrefix(ofTheCity))
                || (names == ["code"] && !route.path.contains("/park/"))
                || (route.path.hasSuffix("/new") && route.path != "/register/enterprise/new"
                    && route.path != "/register/park/new")
            for address in map.known(route.path) where address == route.path || !spelt.contains(address) {
                let firm = isOfFirm ? try await owner(of: address, firms, stage) : nil
                // Whose row it is must be known to say who sees it.
                if isOfFirm, firm == nil { continue }
                targets.append(Target(route: route, address: address, firm: firm))
            }
        }
        return targets
    }

    private static func owner(
        of address: String, _ firms: [CityStage.Firm], _ stage: CityStage
    ) async throws -> CityStage.Firm? {
        func firm(in text: some StringProtocol) -> CityStage.Firm? { firms.first { text.contains($0.id) } }
        if let named = firm(in: address) { return named }
        // A form beneath a row is that row's: `/cases/20261128-1/accept`.
        let isRegister = address.hasPrefix("/register/")
        let row = "/" + address.split(separator: "/").prefix(isRegister ? 3 : 2).joined(separator: "/")
        let answer = try await stage.ask(stage.seat(.cityOfficer), row)
        guard answer.status == 200 else { return nil }
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(answer.body.utf8))
        let told = value.texts.filter { ["enterprise", "outlet"].contains($0.key) }.compactMap { firm(in: $0.text) }
        return Set(told.map(\.id)).count == 1 ? told.first : nil
    }
}
