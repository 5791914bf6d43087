import Access
import Foundation
import Gateway
import Kernel
import Logging
import SQLitePersistence
import Web

@testable import App

/// The small finished city, asked within the test: who there is, and every address that pages lead to.
struct CityStage {
    /// Somebody of the city with an open session.
    struct Seat {
        let id: PersonID
        let role: Role
        let region: String?
        let enterprise: String?
        let cookie: String
        let csrf: String

        /// Whether a firm's rows are in sight, in the words of the policy.
        func sees(_ firm: Firm) -> Bool {
            switch role {
            case .cityOfficer: true
            case .branchOfficer: region == firm.region
            case .enterpriseManager: enterprise == firm.id
            case .liaison, .administrator, .securityAdministrator, .auditAdministrator: false
            }
        }
    }

    /// An enterprise.
    struct Firm: Equatable {
        let id: String
        let region: String
    }

    private var file: String
    private var platform: Platform
    private(set) var site: WebSite
    private(set) var seats: [Seat] = []

    /// Opens a copy of the city.
    init(in folder: URL) async throws {
        file = try await FinishedCity.copy(into: folder)
        (platform, site) = try await Self.opened(file)
        try await openSessions()
    }

    private static func opened(_ file: String) async throws -> (Platform, WebSite) {
        let share = try BuiltProgram.file().resolvingSymlinksInPath().deletingLastPathComponent().path + "/share"
        let platform = try await Platform.open(
            file: file, share: share, clock: SystemClock(), entropy: SystemEntropy(), logger: Logger(label: "test"))
        let gateway = GatewayServer(
            settings: try GatewaySettings(), intake: platform.intake, keys: platform.keyRing, clock: platform.clock,
            logger: platform.logger)
        let site = try platform.site(
            WebSettings(), gateway: gateway, demonstration: try await platform.demonstration())
        return (platform, site)
    }

    /// Closes the database; what has been asked of the stage stays.
    func close() throws { try (platform.database as? SQLiteDatabase)?.close() }

    /// Starts anew on what is stored. A file's lock is held while anything of the old platform lives, so the new one
    /// opens a copy of the closed file.
    mutating func restart() async throws {
        try close()
        let next = file + "-next"
        for ending in ["", KeyFile.standard(for: "")] {
            try FileManager.default.copyItem(atPath: file + ending, toPath: next + ending)
        }
        file = next
        (platform, site) = try await Self.opened(file)
    }

    /// A few of each role: two who see different firms, and one of each kind that sees none.
    private mutating func openSessions() async throws {
        var taken: [Role: Int] = [:]
        for person in try await platform.access.people() where person.standing == .active {
            let many = [.branchOfficer, .enterpriseManager].contains(person.role) ? 3 : 2
            guard taken[person.role, default: 0] < many else { continue }
            taken[person.role, default: 0] += 1
            let session = try await platform.access.openSession(for: person.id, way: .demonstration)
            seats.append(
                Seat(
                    id: person.id, role: person.role, region: person.region?.text,
                    enterprise: person.enterprise?.text, cookie: "jianhu_session=\(session.token)",
                    csrf: session.csrfToken))
        }
    }

    func seat(_ role: Role) -> Seat? { seats.first { $0.role == role } }

    /// Asks as somebody; nil is somebody whose session is none.
    func ask(
        _ seat: Seat?, _ address: String, _ method: Route.Method = .get, accept: String = "application/json"
    ) async throws -> PlainAnswer {
        var headers = [
            "Accept": accept, "Cookie": seat?.cookie ?? "jianhu_session=" + String(repeating: "0", count: 64),
        ]
        guard method == .post else { return try await site.answer("GET", address, headers: headers) }
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers["Origin"] = "http://site.example"
        return try await site.answer(
            "POST", address, headers: headers, body: Array("csrf=\(seat?.csrf ?? "none")".utf8))
    }

    /// The firms, as the list of outlets tells them to the city's officer.
    func firms() async throws -> [Firm] {
        let answer = try await ask(seat(.cityOfficer), "/outlets")
        guard case .object(let page) = try JSONDecoder().decode(JSONValue.self, from: Data(answer.body.utf8)),
            case .list(let outlets)? = page["outlets"]
        else { return [] }
        var firms: [Firm] = []
        for case .object(let outlet) in outlets {
            guard case .text(let id)? = outlet["enterprise"], case .text(let region)? = outlet["region"] else {
                continue
            }
            if !firms.contains(where: { $0.id == id }) { firms.append(Firm(id: id, region: region)) }
        }
        return firms
    }
}
