import Access
import Facts
import Foundation
import Gateway
import Kernel
import Logging
import Persistence
import SQLitePersistence
import TestMaterial
import Testing
import Web

@testable import App

/// The policy in plain words, and the site that must keep to it.
struct PolicyWorld {
    /// What the model knows of a person.
    struct Member {
        let id: PersonID
        let kind: Organisation.Kind
        let region: String?
        let enterprise: String?
        var role: Role
        var held: Set<Role>
        var hasLeft = false
        /// Whether a start password waits to be changed.
        var hasStartPassword = false
    }

    /// What somebody shows at the door.
    struct Key {
        enum Kind { case oneClick, password, token(AccessToken.Reach, region: String?) }
        let owner: Int
        let kind: Kind
        let secret: String
        let csrf: String
        let token: TokenID?
        var counts = true
    }

    private static let firms = [
        "E1": "330602", "E2": "330602", "E3": "330603", "E4": "330603", "E5": "330604",
    ]
    static let administrations: Set<Role> = [.administrator, .securityAdministrator, .auditAdministrator]
    private static let roles: [Organisation.Kind: Set<Role>] = [
        .cityBureau: [.cityOfficer, .administrator, .securityAdministrator, .auditAdministrator],
        .branch: [.branchOfficer], .enterprise: [.enterpriseManager], .bank: [.liaison],
    ]

    private var platform: Platform
    private var site: WebSite
    var random: SeededGenerator
    var members: [Member] = []
    var keys: [Key] = []
    /// Whose reset waits, and who asked for it.
    var resets: [Int: Int] = [:]
    private var file: String
    private(set) var allowed = 0
    private(set) var refused = 0

    init(folder: String, seed: UInt64) async throws {
        file = folder + "/policy.sqlite"
        random = SeededGenerator(seed: seed)
        platform = try await Self.open(file)
        site = try await Self.site(of: platform)
        try await platform.mark(.demonstration)
        try await people()
        for owner in members.indices { try await cutKeys(for: owner) }
    }

    private static func open(_ file: String) async throws -> Platform {
        let share = try BuiltProgram.file().resolvingSymlinksInPath().deletingLastPathComponent().path + "/share"
        return try await Platform.open(
            file: file, share: share, clock: SystemClock(), entropy: SystemEntropy(), logger: Logger(label: "test"))
    }

    private static func site(of platform: Platform) async throws -> WebSite {
        let gateway = GatewayServer(
            settings: try GatewaySettings(), intake: platform.intake, keys: platform.keyRing, clock: platform.clock,
            logger: platform.logger)
        return try platform.site(
            WebSettings(), gateway: gateway, demonstration: try await platform.demonstration())
    }

    mutating func close() async throws {
        try (platform.database as? SQLiteDatabase)?.close()
    }

    /// A file's lock is held while anything of the old platform lives, so the new one opens a copy of the closed file.
    mutating func restart() async throws {
        try await close()
        let next = file + "-next"
        for ending in ["", KeyFile.standard(for: "")] {
            try FileManager.default.copyItem(atPath: file + ending, toPath: next + ending)
        }
        file = next
        platform = try await Self.open(file)
        site = try await Self.site(of: platform)
    }

    private mutating func people() async throws {
        let lines = Self.firms.sorted { $0.key < $1.key }.map { firm, region in
            "\(firm),\(firm)厂（示例）,,\(region),示例,示例,\(firm)-DA001,DA001,烟囱,stack,MN-\(firm),abc123"
        }
        let csv =
            ([
                "enterprise,name,credit_code,region,industry,address,outlet,outlet_number,outlet_name,medium,"
                    + "device_number,device_password"
            ] + lines).joined(separator: "\n")
        let report = try await platform.importRegistry(csv: csv, acceptGood: false)
        try #require(report.taken.map(\.count) == [5, 5], "\(report.refusals)")
        let offices: [(String, Organisation.Kind, String?)] = [
            ("BUREAU", .cityBureau, nil), ("B330602", .branch, "330602"), ("B330603", .branch, "330603"),
            ("BANK", .bank, nil),
        ]
        for (code, kind, region) in offices {
            try await platform.access.record(
                try Organisation(
                    id: OrganisationID(checked: code), name: code, kind: kind,
                    region: region.map(RegionCode.init(checked:))),
                by: .system("test"))
        }
        let posts: [(Person.Post, String, Organisation.Kind)] = [
            (.administrator, "BUREAU", .cityBureau), (.administrator, "BUREAU", .cityBureau),
            (.securityAdministrator, "BUREAU", .cityBureau), (.securityAdministrator, "BUREAU", .cityBureau),
            (.auditAdministrator, "BUREAU", .cityBureau), (.auditAdministrator, "BUREAU", .cityBureau),
            (.cityOfficer, "BUREAU", .cityBureau), (.cityOfficer, "BUREAU", .cityBureau),
            (.branchOfficer(RegionCode(checked: "330602")), "B330602", .branch),
            (.branchOfficer(RegionCode(checked: "330602")), "B330602", .branch),
            (.branchOfficer(RegionCode(checked: "330603")), "B330603", .branch),
            (.enterpriseManager(EnterpriseID(checked: "E1")), "E1", .enterprise),
            (.enterpriseManager(EnterpriseID(checked: "E4")), "E4", .enterprise), (.liaison, "BANK", .bank),
        ]
        for (index, (post, organisation, kind)) in posts.enumerated() {
            let person = Person(
                id: PersonID(checked: "P\(index)"), login: Login(checked: "login\(index)"), name: "人员\(index)",
                post: post, organisation: OrganisationID(checked: organisation))
            try await platform.access.admit(person, password: nil)
            members.append(
                Member(
                    id: person.id, kind: kind, region: person.region?.text, enterprise: person.enterprise?.text,
                    role: person.role, held: [person.role]))
        }
    }

    /// Two sessions and a token or two for somebody.
    mutating func cutKeys(for owner: Int) async throws {
        let id = members[owner].id
        for way in [SignInWay.demonstration, .password] {
            let session = try await platform.access.openSession(for: id, way: way)
            keys.append(
                Key(
                    owner: owner, kind: way == .demonstration ? .oneClick : .password, secret: session.token,
                    csrf: session.csrfToken, token: nil))
        }
        let reaches: [AccessToken.Reach] = isAdministration(owner) ? [.read] : [.read, .write]
        for reach in reaches {
            let region: String? = members[owner].role == .cityOfficer && chance(2) ? "330603" : nil
            let made = try await platform.access.issueToken(
                for: id, label: "示例", reach: reach,
                narrowing: region.map { .region(RegionCode(checked: $0)) } ?? .none, days: 30, by: .system("test"))
            keys.append(
                Key(
                    owner: owner, kind: .token(reach, region: region), secret: made.secret, csrf: "",
                    token: made.token.id))
        }
    }

    private func isAdministration(_ member: Int) -> Bool { Self.administrations.contains(members[member].role) }

    mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    /// Whether a key opens anything at all.
    private func isKnown(_ key: Key) -> Bool { key.counts && !members[key.owner].hasLeft }

    /// Administrators by password have no second factor here, so they owe one; who has a start password owes another.
    private func owes(_ key: Key) -> Bool {
        if case .password = key.kind { return isAdministration(key.owner) || members[key.owner].hasStartPassword }
        return false
    }

    private func sees(_ key: Key, _ firm: String) -> Bool {
        let (member, region) = (members[key.owner], Self.firms[firm])
        let own: Bool =
            switch member.role {
            case .cityOfficer: true
            case .branchOfficer: member.region == region
            case .enterpriseManager: member.enterprise == firm
            default: false
            }
        if case .token(_, let narrowed?) = key.kind { return own && narrowed == region }
        return own
    }

    /// What asking for a page comes to; nil for 200.
    private func refusal(_ key: Key, _ roles: Set<Role>) -> Int? {
        guard isKnown(key) else { return 401 }
        return owes(key) || !roles.contains(members[key.owner].role) ? 403 : nil
    }

    /// Whether somebody may send a form of these roles.
    func maySend(_ key: Key, _ roles: Set<Role>) -> Bool {
        if case .token(let reach, _) = key.kind, reach == .read || isAdministration(key.owner) { return false }
        return refusal(key, roles) == nil
    }

    /// Does something, and tells what, what the policy says, and what the site answered.
    mutating func act() async throws -> (act: String, expected: String, found: String) {
        var index = Int.random(in: keys.indices, using: &random)
        // Half of the time somebody who may do something to people.
        if chance(3) {
            let powers = keys.indices.filter {
                guard case .oneClick = keys[$0].kind else { return false }
                return isKnown(keys[$0]) && isAdministration(keys[$0].owner)
            }
            index = powers.randomElement(using: &random) ?? index
        }
        let key = keys[index]
        let outcome: (String, String, String) =
            switch Int.random(in: 0..<12, using: &random) {
            case 0...2: try await readFirm(key)
            case 3, 4: try await readPage(key)
            case 5: try await readList(key)
            case 6: try await sendLimit(key)
            case 7: try await grant(key)
            case 8: try await leave(key)
            case 9: try await reset(key)
            case 10: try await settleReset(key)
            default: try await revoke(key)
            }
        let isAllowed = outcome.2.hasPrefix("200") || outcome.2.hasPrefix("done")
        if isAllowed { allowed += 1 } else { refused += 1 }
        return (
            "\(members[key.owner].id) \(members[key.owner].role.rawValue) \(key.kind): \(outcome.0)", outcome.1,
            outcome.2
        )
    }

    private mutating func readFirm(_ key: Key) async throws -> (String, String, String) {
        let firm = Self.firms.keys.sorted().randomElement(using: &random) ?? "E1"
        let refusal = refusal(key, [.cityOfficer, .branchOfficer, .enterpriseManager])
        let expected = refusal ?? (sees(key, firm) ? 200 : 404)
        let pages = [
            "/enterprises/\(firm)", "/enterprises/\(firm)/register", "/enterprises/\(firm)/timeline",
            "/register/enterprise/\(firm)", "/register/outlet/\(firm)-DA001",
            "/register/contact/new?enterprise=\(firm)", "/enterprises/\(firm)/timeline.csv",
            "/outlets/\(firm)-DA001/marks", "/outlets/\(firm)-DA001/marks.xlsx",
            "/sensorthings/v1.1/Things('\(firm)-DA001')", "/sensorthings/v1.1/Things('\(firm)-DA001')/Datastreams",
        ]
        let page = pages.randomElement(using: &random) ?? pages[0]
        return ("reads \(page)", "\(expected)", "\(try await ask(key, "GET", page).status)")
    }

    private mutating func readPage(_ key: Key) async throws -> (String, String, String) {
        let pages: [(String, Set<Role>)] = [
            ("/people", [.administrator, .securityAdministrator]), ("/organisations", [.administrator]),
            ("/tokens", [.securityAdministrator]), ("/audit", [.auditAdministrator]),
            ("/audit/journal", [.auditAdministrator]), ("/certificates", [.administrator]),
            ("/todo", [.cityOfficer, .branchOfficer, .enterpriseManager]),
            ("/todo.csv", [.cityOfficer, .branchOfficer, .enterpriseManager]),
            ("/rule-adoptions.csv", [.cityOfficer, .branchOfficer, .enterpriseManager]),
            ("/sensorthings/v1.1/Datastreams", [.cityOfficer, .branchOfficer, .enterpriseManager]),
            ("/sensorthings/v1.1/Observations", [.cityOfficer, .branchOfficer, .enterpriseManager]),
            ("/notices", [.administrator]), ("/notices.xlsx", [.administrator]), ("/resets", Self.administrations),
            ("/desk", [.cityOfficer, .branchOfficer]), ("/account", Set(Role.allCases)),
        ]
        let (page, roles) = pages.randomElement(using: &random) ?? pages[0]
        var expected = refusal(key, roles) ?? 200
        if case .token = key.kind, page == "/account", isKnown(key) { expected = 403 }
        return ("reads \(page)", "\(expected)", "\(try await ask(key, "GET", page).status)")
    }

    private mutating func readList(_ key: Key) async throws -> (String, String, String) {
        let readers: Set<Role> = [.cityOfficer, .branchOfficer, .enterpriseManager]
        let lists: [(String, Set<Role>)] = [
            ("/enterprises", [.cityOfficer, .branchOfficer]), ("/outlets", readers),
            ("/sensorthings/v1.1/Things", readers),
        ]
        let (list, roles) = lists.randomElement(using: &random) ?? lists[0]
        let answer = try await ask(key, "GET", list)
        if let refusal = refusal(key, roles) { return ("lists \(list)", "\(refusal)", "\(answer.status)") }
        let own = Self.firms.keys.filter { sees(key, $0) }.sorted()
        let listed = answer.body.matches(of: /"enterprise":"(E\d)"/).map { String($0.1) }.sorted()
        return ("lists \(list)", "200 \(own)", "\(answer.status) \(listed)")
    }

    /// An empty form: whoever may send it hears of its fields, others of their role.
    private mutating func sendLimit(_ key: Key) async throws -> (String, String, String) {
        let status = try await ask(key, "POST", "/outlets/E1-DA001/limits").status
        let may = maySend(key, [.cityOfficer, .branchOfficer])
        return ("sends a limit", may ? "422" : isKnown(key) ? "403" : "401", "\(status)")
    }

    private mutating func grant(_ key: Key) async throws -> (String, String, String) {
        let target = Int.random(in: members.indices, using: &random)
        let role = Role.allCases.randomElement(using: &random) ?? .liaison
        let member = members[target]
        let isAllowed =
            maySend(key, [.securityAdministrator]) && key.owner != target && !member.hasLeft
            && (Self.roles[member.kind]?.contains(role) ?? false)
            && (!Self.administrations.contains(role)
                || (member.held.intersection(Self.administrations).subtracting([role]).isEmpty
                    && member.held.contains(role)))
            && (role == member.role || mayGo(target))
        let status = try await ask(key, "POST", "/people/\(member.id)/grant", ["role": role.rawValue]).status
        if isAllowed {
            members[target].role = role
            members[target].held.insert(role)
            // Nobody here had a password before: the first one is a start password.
            members[target].hasStartPassword = true
            endSessions(of: target)
            try await cutKeys(for: target)
        }
        return ("grants \(role.rawValue) to \(member.id)", isAllowed ? "done" : "refused", word(status))
    }

    private mutating func leave(_ key: Key) async throws -> (String, String, String) {
        // Few leave, so that somebody stays to be asked about.
        let target = Int.random(in: members.indices, using: &random)
        let named = chance(2) ? Int.random(in: members.indices, using: &random) : nil
        let member = members[target]
        let isFit =
            named.map { next in
                let other = members[next]
                return next != target && !other.hasLeft && other.role == member.role
                    && (member.role != .branchOfficer || other.region == member.region)
                    && (member.role != .enterpriseManager || other.enterprise == member.enterprise)
            } ?? true
        let isAllowed =
            maySend(key, [.administrator]) && key.owner != target && !member.hasLeft && isFit && mayGo(target)
        var form = ["reason": "示例"]
        form["successor"] = named.map { members[$0].id.text }
        let status = try await ask(key, "POST", "/people/\(member.id)/leave", form).status
        if isAllowed {
            members[target].hasLeft = true
            resets[target] = nil
            endSessions(of: target)
        }
        return ("lets \(member.id) leave", isAllowed ? "done" : "refused", word(status))
    }

    private mutating func revoke(_ key: Key) async throws -> (String, String, String) {
        let tokens = keys.indices.filter { keys[$0].token != nil }
        let index = tokens.randomElement(using: &random) ?? 0
        let isAllowed = maySend(key, [.securityAdministrator]) && isKnown(keys[index])
        let id = keys[index].token?.text ?? ""
        let status = try await ask(key, "POST", "/tokens/revoke", ["token": id]).status
        if isAllowed { keys[index].counts = false }
        return ("revokes \(id)", isAllowed ? "done" : "refused", word(status))
    }

    /// The last of a kind of administrators stays.
    private func mayGo(_ member: Int) -> Bool {
        guard isAdministration(member) else { return true }
        return members.filter { !$0.hasLeft && $0.role == members[member].role }.count > 1
    }

    mutating func endSessions(of member: Int) {
        for index in keys.indices where keys[index].owner == member && keys[index].token == nil {
            keys[index].counts = false
        }
    }

    func word(_ status: Int) -> String {
        (200...299).contains(status) ? "done" : (400...499).contains(status) ? "refused" : "status \(status)"
    }

    func ask(
        _ key: Key, _ method: String, _ path: String, _ form: [String: String] = [:]
    ) async throws -> PlainAnswer {
        var headers = ["Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"]
        var form = form
        switch key.kind {
        case .token: headers["Authorization"] = "Bearer \(key.secret)"
        case .oneClick, .password:
            headers["Cookie"] = "jianhu_session=\(key.secret)"
            headers["Origin"] = "http://site.example"
            form["csrf"] = key.csrf
        }
        let body = form.map { "\(PercentCoding.encode($0.key))=\(PercentCoding.encode($0.value))" }
        return try await site.answer(
            method, path, headers: headers, body: method == "POST" ? Array(body.joined(separator: "&").utf8) : [])
    }
}
