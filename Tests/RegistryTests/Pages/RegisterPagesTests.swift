import Facts
import Kernel
import Persistence
import TestMaterial
import Testing
import Web

@testable import Registry

/// The pages of the register say everything that their templates ask for, in both languages.
struct RegisterPagesTests {
    private static let officer = Actor(
        person: PersonID(checked: "P1"), name: "周明（示例）", role: .cityOfficer, scope: .city)
    private static let manager = Actor(
        person: PersonID(checked: "P2"), name: "王芳（示例）", role: .enterpriseManager,
        scope: .enterprise(EnterpriseID(checked: "E1")))

    private static func entry(_ kind: RegisterKind, _ values: [String: String]) -> RegisterEntry {
        RegisterEntry(
            kind: kind, code: RegisterCode(checked: kind == .enterprise ? "E1" : "E1-X1"),
            enterprise: kind == .park ? nil : EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"),
            version: 2, values: values.merging(["name": "示例", "standing": "active"]) { old, _ in old })
    }

    private static let firm = entry(.enterprise, ["industry": "热力", "credit_code": "123"])

    private func expectWhole(_ pages: [any Page], unvisited: Set<String> = []) throws {
        var walk = try TemplateWalk(type(of: pages[0]).template)
        for page in pages {
            for language in Language.allCases { try walk.walk(page.view(language)) }
        }
        #expect(walk.problems.filter { !$0.hasSuffix("is empty") } == [])
        #expect(walk.unvisited == unvisited)
    }

    @Test func `the list tells of doubt and mapping`() throws {
        let words = RegisterWords(room: try RegistryStage.room())
        func page(_ entries: [RegisterEntry], next: String?) -> EnterpriseListPage {
            EnterpriseListPage(
                enterprises: entries, parks: [Self.entry(.park, [:])], filter: EnterpriseFilter(), words: words,
                scope: .city, next: next)
        }
        let full = page([Self.firm], next: "/enterprises?after=E1")
        try expectWhole([full, page([], next: nil)])
        let line = try #require(full.content.enterprises.first)
        #expect(line.industryCode == "4430" && line.creditCodeDoubt == "length" && line.region.zh == "越城区")
        try expectWhole([
            ParkListPage(
                parks: [Self.entry(.park, [:])], filter: ParkFilter(region: RegionCode(checked: "330602")),
                scope: .city,
                regions: words.room.regions, words: words, next: "/register/parks"),
            ParkListPage(
                parks: [], filter: ParkFilter(), scope: .city, regions: words.room.regions, words: words, next: nil),
            ParkListPage(
                parks: [], filter: ParkFilter(text: "示"), scope: .city, regions: words.room.regions, words: words,
                next: nil),
        ])
    }

    @Test func `the file holds every kind, and an enterprise adds contacts only`() throws {
        let words = RegisterWords(room: try RegistryStage.room())
        func page(_ viewer: Actor) -> RegisterFilePage {
            RegisterFilePage(
                enterprise: Self.firm,
                parts: [
                    .facility: [Self.entry(.facility, ["purpose": "furnace", "furnace": "coal-boiler"])],
                    .contact: [Self.entry(.contact, ["telephone": "12345"])],
                ], words: words, viewer: viewer)
        }
        try expectWhole([page(Self.officer), page(Self.manager)])
        let parts = try #require(page(Self.manager).view(.english)["parts"] as? [[String: Any]])
        #expect(parts.filter { $0["mayAdd"] as? Bool == true }.map { $0["kind"] as? String } == ["contact"])
        let text = words.text("coal-boiler", in: try #require(RegisterForm.field("furnace", of: .facility)), .english)
        #expect(text == "coal boiler (reference oxygen 9 %)")
    }

    @Test(arguments: RegisterKind.allCases)
    func `each kind has its form and its history`(kind: RegisterKind) throws {
        let words = RegisterWords(room: try RegistryStage.room())
        let line = RegisterHistoryLine(
            place: .init(sequence: 5, position: 0), kind: kind, code: RegisterCode(checked: "E1-X1"), field: "name",
            from: nil, to: "示例", author: .person(Self.officer.person), at: RegistryStage.noon)
        func page(_ entry: RegisterEntry?, _ viewer: Actor, _ history: [RegisterHistoryLine]) -> RegisterEntryPage {
            RegisterEntryPage(
                kind: kind, entry: entry, enterprise: kind == .park ? nil : Self.firm, choices: [:], words: words,
                viewer: viewer, history: history, names: [Self.officer.person: "周明（示例）"], field: nil,
                next: history.isEmpty ? nil : "/x", refused: nil)
        }
        let entry = Self.entry(kind, kind == .enterprise ? ["industry": "热力", "credit_code": "123"] : [:])
        for page in [page(nil, Self.officer, []), page(entry, Self.officer, [line]), page(entry, Self.manager, [])] {
            var walk = try TemplateWalk(RegisterEntryPage.template)
            for language in Language.allCases { try walk.walk(page.view(language)) }
            #expect(walk.problems.filter { !$0.hasSuffix("is empty") } == [])
        }
    }

    @Test func `the report names line, field, rule and remedy`() throws {
        var report = RegisterReport()
        report.taken = [.contact: 2]
        report.refused = [.init(number: 3, refusal: .mail("mail"))]
        report.doubts = [(line: 2, doubt: .check)]
        let page = RegisterImportPage(report: report, way: .check, refused: nil)
        #expect(page.content.refused.map(\.line) == [3] && page.content.refused.map(\.rule) == ["REG-MAIL"])
        #expect(page.content.refused.map(\.field) == ["mail"] && !page.content.isImported)
        let whole = RegisterImportPage(report: report, way: .whole, refused: nil)
        #expect(whole.refusal?.status == 422 && whole.refusal?.what.en.contains("1 line refused: line 3 mail") == true)
        report.taken = [:]
        let none = RegisterImportPage(report: report, way: .good, refused: nil)
        #expect(none.refusal?.status == 422 && !none.content.isImported, "of no good line nothing is imported")
        (report.taken, report.refused) = ([.contact: 2], [])
        for way in RegisterImportPage.Way.allCases {
            #expect(RegisterImportPage(report: report, way: way, refused: nil).refusal == nil)
        }
        for page in [page, RegisterImportPage(report: nil, way: nil, refused: nil)] {
            var walk = try TemplateWalk(RegisterImportPage.template)
            for language in Language.allCases { try walk.walk(page.view(language)) }
            #expect(walk.problems.filter { !$0.hasSuffix("is empty") } == [])
        }
    }

    @Test func `every refusal has words and a remedy in both languages`() {
        let refusals: [RegisterEntryRefusal] = [
            .missing("name"), .tooLong("name", max: 80), .characters("name"), .choice("medium"),
            .number("height_m", 0...500), .date("since"), .code("code"), .unknown("site"), .elsewhere("site"),
            .taken("code", by: "E1"), .telephone("telephone"), .mail("mail"), .furnace, .halfPosition,
            .fixed("medium"), .region, .devicePassword, .outdated(fields: ["name"], by: "person:P1"), .unchanged,
            .enterprise, .differs(["name"]), .heading, .fieldCount(1, expected: 12), .quotes, .column("maker"),
            .size(max: 9),
        ]
        #expect(Set(refusals.map(\.problem.rule)).count == refusals.count)
        for problem in refusals.map(\.problem) {
            for language in Language.allCases {
                #expect(!problem.what(language).isEmpty && !problem.remedy(language).isEmpty)
            }
        }
    }
}
