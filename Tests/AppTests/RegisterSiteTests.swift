import Access
import Facts
import Foundation
import Gateway
import Kernel
import Logging
import Persistence
import Registry
import Testing
import Web

@testable import App

/// The register through the site: forms, refusals, tables, and what an enterprise may do itself.
struct RegisterSiteTests {
    /// A city of two firms, and who asks in it.
    private struct City {
        let platform: Platform
        let site: WebSite

        init(folder: String) async throws {
            let share =
                try BuiltProgram.file().resolvingSymlinksInPath().deletingLastPathComponent().path + "/share"
            platform = try await Platform.open(
                file: folder + "/city.sqlite", share: share, clock: SystemClock(), entropy: SystemEntropy(),
                logger: Logger(label: "test"))
            try await platform.mark(.demonstration)
            let gateway = GatewayServer(
                settings: try GatewaySettings(), intake: platform.intake, keys: platform.keyRing,
                clock: platform.clock, logger: platform.logger)
            site = try platform.site(
                WebSettings(), gateway: gateway, demonstration: try await platform.demonstration())
            let csv = """
                enterprise,name,credit_code,region,industry,address,outlet,outlet_number,outlet_name,medium,\
                device_number,device_password
                E1,甲厂（示例）,,330602,热力,示例,E1-DA001,DA001,烟囱,stack,MN-1,abc123
                E2,乙厂（示例）,,330603,印染,示例,,,,,,
                """
            let report = try await platform.importRegistry(csv: csv, acceptGood: false)
            try #require(report.refusals == [] && report.taken.map(\.count) == [2, 1])
            let people: [(String, Person.Post)] = [
                ("CITY", .cityOfficer), ("BRANCH", .branchOfficer(RegionCode(checked: "330602"))),
                ("FIRM", .enterpriseManager(EnterpriseID(checked: "E1"))),
                ("OTHER", .enterpriseManager(EnterpriseID(checked: "E2"))),
            ]
            for (code, post) in people {
                try await platform.access.admit(
                    Person(
                        id: PersonID(checked: code), login: Login(checked: code.lowercased()), name: code, post: post),
                    password: nil)
            }
        }

        /// Asks as somebody, and as a program that takes JSON.
        func ask(
            _ person: String, _ method: String, _ path: String, _ form: [String: String] = [:]
        ) async throws -> PlainAnswer {
            let session = try await platform.access.openSession(for: PersonID(checked: person), way: .demonstration)
            let headers = [
                "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded",
                "Cookie": "jianhu_session=\(session.token)", "Origin": "http://site.example",
            ]
            let fields = form.merging(["csrf": session.csrfToken]) { own, _ in own }
            let body = fields.map { "\(PercentCoding.encode($0.key))=\(PercentCoding.encode($0.value))" }
            return try await site.answer(
                method, path, headers: headers,
                body: method == "POST" ? Array(body.joined(separator: "&").utf8) : [])
        }
    }

    private static let contact = ["name": "周明（示例）", "telephone": "13812345678", "standing": "active"]

    @Test func `an enterprise keeps its contacts, officers the rest, and nobody sees a neighbour's`() async throws {
        try await TemporaryFolder.with { folder in
            let city = try await City(folder: folder.path)
            let entered = try await city.ask(
                "FIRM", "POST", "/register/contact/new", Self.contact.merging(["enterprise": "E1"]) { $1 })
            #expect(entered.status == 200 && entered.body.contains("/register/contact/E1-C1"), "\(entered.body)")
            let foreign = try await city.ask(
                "OTHER", "POST", "/register/contact/new", Self.contact.merging(["enterprise": "E1"]) { $1 })
            #expect(foreign.status == 422 && foreign.body.contains("REG-ENTERPRISE"))
            for (person, status) in [("FIRM", 200), ("CITY", 200), ("BRANCH", 200), ("OTHER", 404)] {
                for page in ["/register/contact/E1-C1", "/enterprises/E1/register", "/enterprises/E1/timeline"] {
                    #expect(try await city.ask(person, "GET", page).status == status, "\(person) \(page)")
                }
                let table = try await city.ask(person, "GET", "/register/export.csv").body
                #expect(table.contains("13812345678") == (status == 200), "\(person)")
            }
            let site = ["name": "厂区", "enterprise": "E1", "standing": "active"]
            #expect(try await city.ask("FIRM", "POST", "/register/site/new", site).status == 403)
            #expect(try await city.ask("BRANCH", "POST", "/register/site/new", site).status == 200)
            let timeline = try await city.ask("FIRM", "GET", "/enterprises/E1/timeline?room=registry").body
            #expect(timeline.contains("registry.entry-entered") && timeline.contains("周**"))
            #expect(!timeline.contains("周明") && !timeline.contains("13812345678"))
        }
    }

    @Test func `two officers at one form, and a new enterprise whose people can be entered`() async throws {
        try await TemporaryFolder.with { folder in
            let city = try await City(folder: folder.path)
            func change(_ name: String) async throws -> PlainAnswer {
                try await city.ask(
                    "BRANCH", "POST", "/register/enterprise/E1",
                    ["version": "1", "name": name, "industry_code": "4430", "standing": "active"])
            }
            #expect(try await change("甲热电（示例）").status == 200)
            let late = try await change("甲厂二（示例）")
            #expect(late.status == 409 && late.body.contains("REG-OUTDATED") && late.body.contains("行业代码"))
            let list = try await city.ask("CITY", "GET", "/enterprises?industry=44").body
            #expect(list.contains("\"E1\"") && !list.contains("\"E2\""))
            let history = try await city.ask("BRANCH", "GET", "/register/enterprise/E1?field=name").body
            #expect(history.contains("甲厂（示例）") && history.contains("person:BRANCH"))
            let new = ["code": "E3", "region": "330603", "name": "丙厂（示例）", "standing": "active", "credit_code": "123"]
            #expect(try await city.ask("BRANCH", "POST", "/register/enterprise/new", new).status == 422)
            #expect(try await city.ask("CITY", "POST", "/register/enterprise/new", new).status == 200)
            #expect(try await city.platform.access.organisations().contains { $0.enterprise?.text == "E3" })
            #expect(try await city.ask("CITY", "GET", "/register/enterprise/E2").body.contains("\"version\":1"))
        }
    }

    @Test func `a table that is only checked leaves nothing, GBK is read when named`() async throws {
        try await TemporaryFolder.with { folder in
            let city = try await City(folder: folder.path)
            let table = try await city.ask("CITY", "GET", "/register/export.csv").body
            let more = table + "contact,,E1,,周明（示例）\r\n"
            let report = try await city.platform.register.take(
                more, way: .check, scope: .city, by: .system("test"))
            #expect(report.refused.count == 4, "three are known, one has too few fields")
            #expect(try await city.ask("CITY", "GET", "/register/export.csv").body == table)
            let bytes: [UInt8] = [0xC9, 0xDC, 0xD0, 0xCB]
            #expect(Platform.text(gbk: bytes) == "绍兴" && String(validating: bytes, as: UTF8.self) == nil)
            // UTF-8 that is named GBK, and characters of private use, are other words than were meant.
            #expect(Platform.text(gbk: Array("统计月报".utf8)) == nil)
            #expect(Platform.text(gbk: [0xAA, 0xA1]).map { TextPlace(ofPrivateUseIn: $0)?.column } == 1)
            let checks = try await city.platform.database.read { try RegistryRoom.checks.check($0) }
            #expect(checks.flatMap(\.differences) == [])
        }
    }
}
