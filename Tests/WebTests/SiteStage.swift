import Access
import Foundation
import Kernel
import Logging
import Persistence
import SQLitePersistence

@testable import Web

/// A whole site on a database of its own, with a clock that stands still, asked without a socket.
final class SiteStage: Sendable {
    let database: SQLiteDatabase
    let clock = StageClock()
    let access: AccessRoom
    let site: WebSite
    let metrics = MetricsRegistry()
    private let folder: URL

    static let officer = person("P1", "张示例", .cityOfficer)
    static let manager = person("P2", "王示例", .enterpriseManager(EnterpriseID(checked: "E001")))
    static let administrator = person("P3", "赵示例", .administrator)
    static let password = "a lake is a mirror"

    init(
        _ purpose: Installation.Purpose = .demonstration, routes: [Route] = [], origin: String? = nil,
        names: CodeNames = .none
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        let entropy = CountingEntropy()
        access = AccessRoom(
            database: database, journal: Journal(clock: clock, entropy: entropy),
            secrets: SecretBox(keys: [.random(from: entropy)], entropy: entropy),
            register: EnterpriseRegister { enterprise, _ in enterprise.text != "E404" }, clock: clock,
            entropy: entropy, hashingMemoryLogarithm: 4)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, AccessRoom.schema])
        let now = clock.now()
        try await database.write { try Installation.mark(purpose, at: now, in: $0) }
        try await access.admit(Self.officer, password: purpose == .real ? Self.password : nil)
        try await access.admit(Self.manager, password: nil)
        try await access.admit(Self.administrator, password: nil)
        site = WebSite(
            routes: routes,
            navigation: [
                NavigationItem(path: "/desk", label: Phrase("值班台", "Desk"), roles: [.cityOfficer, .branchOfficer])
            ], access: access, share: try StageShare.folder(), clock: clock, names: names,
            demonstration: purpose == .demonstration
                ? Demonstration { $0.enterprise.map { Phrase($0.text, $0.text) } } : nil,
            settings: WebSettings(port: 0, origin: origin), metrics: metrics, logger: Logger(label: "test"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private static func person(_ id: String, _ name: String, _ post: Person.Post) -> Person {
        Person(id: PersonID(checked: id), login: Login(checked: id.lowercased()), name: name, post: post)
    }

    /// Somebody signed in by the demonstration's way.
    func browser(of person: Person) async throws -> Browser {
        let session = try await access.openSession(for: person.id, way: .demonstration)
        return Browser(site: site, cookie: "jianhu_session=\(session.token)", csrf: session.csrfToken)
    }

    /// Somebody whom nobody knows.
    var stranger: Browser { Browser(site: site, cookie: nil, csrf: "") }
}
