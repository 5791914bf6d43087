import Facts
import Kernel
import Persistence
import SQLitePersistence
import TestMaterial
import Testing
import Web

@testable import Registry

/// How an enterprise stands, as it is told to banks.
struct StandingTests {
    private static let bank = PersonID(checked: "P-BANK")
    private static let firm = EnterpriseID(checked: "E1")
    private static let now = RegistryStage.noon

    /// A bank's clerk and nobody else; one public mean and one decided case at each outlet.
    private struct StageSources: StandingSources {
        var open = 1

        func asker(_ person: PersonID, in access: any ReadAccess) throws -> StandingAsker? {
            person == StandingTests.bank ? StandingAsker(organisation: "BANK", name: "越州银行（示例）") : nil
        }

        func means(of outlet: OutletID, in access: any ReadAccess) throws -> [StandingSheet.Mean] {
            [StandingTests.mean]
        }

        func record(of outlet: OutletID, from day: CivilDate, in access: any ReadAccess) throws
            -> StandingSheet.Record
        {
            StandingSheet.Record(open: open, closed: 2, withdrawn: 0)
        }
    }

    private static let mean = StandingSheet.Mean(
        factor: .sulphurDioxide, name: Phrase("二氧化硫", "SO₂"), period: Phrase("小时", "hour"), start: now,
        value: DecimalNumber(20), limit: "≤ 35 mg/m³", isBeyond: false, mark: nil)

    private static func site(_ stage: RegistryStage, open: Int = 1) throws -> StandingSite {
        StandingSite(
            room: try RegistryStage.room(seed: 1_234), database: stage.database, sources: StageSources(open: open),
            entropy: SeededEntropy(seed: 7))
    }

    private static func stage() async throws -> RegistryStage {
        let stage = try RegistryStage()
        try await stage.migrate()
        try await stage.registerFirms(try RegistryStage.room())
        return stage
    }

    @Test func `a bank is told once more what it was told, and everybody whether it still holds`() async throws {
        let stage = try await Self.stage()
        let site = try Self.site(stage)
        let number = try await site.tell(of: Self.firm, to: Self.bank, for: .loan, at: Self.now)
        #expect(SheetNumber.accepts(number.text) && number.text.hasPrefix("CX2026"))
        let said = try #require(
            try await stage.database.read { try SheetStore.toCompare(number, in: $0) })
        let sheet = try said.sheet
        #expect(sheet.firm.enterprise == Self.firm && sheet.outlets.map(\.means) == [[Self.mean]])
        #expect(sheet.record == StandingSheet.Record(open: 1, closed: 2, withdrawn: 0))
        let (fact, report) = try await stage.database.read { access in
            (
                try Journal.entry(said.sequence, in: access)?.fact(StandingTold.self),
                try RegistryChecks().check(access).last
            )
        }
        #expect(fact?.sha256 == Digest256(of: said.bytes) && fact?.organisation == "BANK")
        #expect(report?.examined == 1 && report?.differenceCount == 0)
        let changed = try Self.site(stage, open: 0)
        for (site, differences) in [(site, []), (changed, [StandingSheet.Part.record])] {
            let today = try await stage.database.read { access in
                try site.room.sheet(like: sheet, sources: site.sources, at: Self.now, in: access)
            }
            #expect(today.map { sheet.differences(from: $0) } == differences)
        }
    }

    @Test func `whoever belongs to no bank is told nothing and finds nothing`() async throws {
        let stage = try await Self.stage()
        let site = try Self.site(stage)
        await #expect(throws: StandingRefusal.noBank) {
            try await site.tell(of: Self.firm, to: PersonID(checked: "P-LAB"), for: .loan, at: Self.now)
        }
        await #expect(throws: StandingRefusal.unknownEnterprise) {
            try await site.tell(of: EnterpriseID(checked: "E99"), to: Self.bank, for: .loan, at: Self.now)
        }
        let asker = StandingAsker(organisation: "BANK", name: "示例")
        let (found, hidden, journalled) = try await stage.database.read { access in
            (
                try site.room.firms(matching: "o1", limit: 9, for: asker, in: access).map(\.enterprise),
                try site.room.firms(matching: "o1", limit: 9, for: nil, in: access).map(\.enterprise),
                try Journal.newest(kinds: [StandingTold.kind], scope: .city, limit: 9, in: access)
            )
        }
        #expect(hidden.isEmpty && journalled.isEmpty)
        #expect(found == [Self.firm])
    }

    @Test func `a sheet is its organisation's, the enterprise's and the office's`() async throws {
        let stage = try await Self.stage()
        let number = try await Self.site(stage).tell(of: Self.firm, to: Self.bank, for: .insurance, at: Self.now)
        let cases: [(organisation: String?, scope: Scope, sees: Bool)] = [
            ("BANK", .nothing, true), ("OTHER", .nothing, false), (nil, .nothing, false),
            (nil, .enterprise(Self.firm), true), (nil, .enterprise(EnterpriseID(checked: "E2")), false),
            (nil, .city, true),
        ]
        for (organisation, scope, sees) in cases {
            let found = try await stage.database.read {
                try SheetStore.sheet(number, for: organisation, scope: scope, in: $0)
            }
            #expect((found != nil) == sees, "\(organisation ?? "nobody") \(scope)")
        }
    }

    @Test(arguments: [
        ("CX20261128-1A2B3C4D5E", true), ("CX20261128-1a2b3c4d5e", false), ("CX2026112-1A2B3C4D5EF", false),
        ("CX20261128_1A2B3C4D5E", false), ("CX20261128-1A2B3C4D5", false), ("", false),
    ])
    func `a number of a sheet is written in one way`(text: String, isNumber: Bool) {
        #expect((SheetNumber(text) != nil) == isNumber)
    }

    @Test func `what is missing is said, and outlets out of use owe no values`() {
        func sheet(_ code: String?, _ outlets: [StandingSheet.Outlet]) -> StandingSheet { Self.sheet(code, outlets) }
        #expect(sheet(nil, []).gaps == [.noCreditCode, .noOutlets])
        #expect(sheet("123", [Self.outlet([Self.mean])]).gaps == [.doubtfulCreditCode(.length)])
        #expect(sheet(Self.code, [Self.outlet([])]).gaps == [.noMeans(outlet: "DA001 1号")])
        #expect(sheet(Self.code, [Self.outlet([], standing: "gone")]).gaps == [])
        let late = Self.sheet(Self.code, [Self.outlet([Self.mean])], at: Self.now.adding(hours: 49))
        #expect(late.gaps == [.staleMeans(outlet: "DA001 1号", newest: Self.now)])
    }

    private static let code = CreditCode(completing: "91330602MA2890001")?.text

    private static func outlet(
        _ means: [StandingSheet.Mean], standing: String = "active"
    ) -> StandingSheet.Outlet {
        StandingSheet.Outlet(
            outlet: OutletID(checked: "E1-DA001"), number: "DA001", name: "1号", medium: "stack", standing: standing,
            means: means, record: StandingSheet.Record(open: 1))
    }

    private static func sheet(
        _ code: String?, _ outlets: [StandingSheet.Outlet], at now: Instant = now
    ) -> StandingSheet {
        StandingSheet(
            number: SheetNumber(checked: "CX20261128-1A2B3C4D5E"), at: now, organisation: "越州银行（示例）", purpose: .loan,
            checkpoint: 7, checkpointLeaf: Digest256(of: "x"),
            firm: StandingSheet.Firm(
                enterprise: firm, name: "示例热电", creditCode: code, region: RegionCode(checked: "330602"), industry: "热力",
                address: "示例路 1 号", standing: "active"), outlets: outlets)
    }

    private func expectWhole(_ pages: [any Page]) throws {
        var walk = try TemplateWalk(type(of: pages[0]).template)
        for page in pages {
            for language in Language.allCases { try walk.walk(page.view(language)) }
        }
        #expect(walk.problems.filter { !$0.hasSuffix("is empty") } == [])
        #expect(walk.unvisited == [])
    }

    @Test func `search, sheet and check have all their words`() throws {
        let words = RegisterWords(room: try RegistryStage.room())
        let asker = StandingAsker(organisation: "BANK", name: "示例")
        let whole = Self.sheet(Self.code, [Self.outlet([Self.mean])])
        let bare = Self.sheet(nil, [Self.outlet([])])
        func search(_ hits: [StandingSheet.Firm], _ text: String?, isShort: Bool) -> StandingPage {
            StandingPage(
                asker: asker, text: text, hits: hits, isShort: isShort, hasMore: !hits.isEmpty,
                own: hits.isEmpty ? [] : [whole], words: words,
                refusal: hits.isEmpty ? nil : StandingRefusal.unknownEnterprise.problem)
        }
        try expectWhole([
            search([whole.firm, bare.firm], "示例", isShort: false), search([], "示", isShort: true),
            search([], "没有", isShort: false), search([], nil, isShort: false),
        ])
        func page(_ sheet: StandingSheet, isAsker: Bool) -> StandingSheetPage {
            StandingSheetPage(
                sheet: sheet, sha256: Digest256(of: "x"), said: "{}", sequence: 8, words: words, isAsker: isAsker,
                siteAddress: "https://jianhu.example.cn")
        }
        try expectWhole([
            page(whole, isAsker: true), page(bare, isAsker: false), page(Self.sheet(Self.code, []), isAsker: false),
        ])
        func check(_ differences: [StandingSheet.Part]?, isJournalled: Bool) -> SheetCheckPage {
            SheetCheckPage(
                number: whole.number,
                found: SheetCheckPage.Found(
                    sheet: whole, sha256: Digest256(of: "x"), isJournalled: isJournalled, differences: differences),
                now: Self.now)
        }
        try expectWhole([
            check([], isJournalled: true), check(nil, isJournalled: false),
            check(StandingSheet.Part.allCases, isJournalled: true),
            SheetCheckPage(number: whole.number, found: nil, now: Self.now),
            SheetCheckPage(number: nil, found: nil, now: Self.now),
        ])
    }

    @Test func `a device's mark stands with its words, a mark that nobody knows by its letter`() throws {
        func beside(_ mark: String, _ words: Phrase?) throws -> String {
            let mean = StandingSheet.Mean(
                factor: .sulphurDioxide, name: Phrase("二氧化硫", "SO₂"), period: Phrase("小时", "hour"), start: Self.now,
                value: nil, limit: nil, isBeyond: nil, mark: mark, markWords: words)
            let page = StandingSheetPage(
                sheet: Self.sheet(Self.code, [Self.outlet([mean])]), sha256: Digest256(of: "x"), said: "{}",
                sequence: 8,
                words: RegisterWords(room: try RegistryStage.room()), isAsker: false, siteAddress: "https://example.cn")
            return "\(page.view(.chinese))"
        }
        #expect(try beside("D", Phrase("设备故障", "device fault")).contains("设备标记 D（设备故障）"))
        #expect(try beside("Q", nil).contains("设备标记 Q\""))
    }
}
