import Facts
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial
import Testing
import Web

@testable import Monitoring

struct AmountWatchTests {
    private static let outlet = OutletSummary(
        outlet: MonitoringStage.outlet, title: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"),
        enterpriseName: "示例热电有限公司", region: RegionCode(checked: "330602"),
        regionName: Phrase("越城区", "Yuecheng District"), device: DeviceNumber(checked: "M1"))

    /// The stage with a settled unit of flow, and a few days of hours of November 2026.
    private static func stage(hours: Int) async throws -> (MonitoringStage, AmountRoom) {
        let stage = try await MonitoringStage()
        let entropy = CountingEntropy()
        let room = AmountRoom(
            beside: stage.room,
            decisions: DecisionLog(journal: stage.room.journal, clock: stage.clock, entropy: entropy),
            figures: try AmountMaterial.figures())
        try await Migrator.migrate(
            stage.database, to: [TrunkSchema.schema, MonitoringRoom.schema, AmountRoom.schema])
        let today = HourPattern.start.civil.date
        let order = try FactorMappingOrder(
            sentCode: PollutantCode(checked: "a00000"),
            reading: .factor(
                PollutantCode(checked: "a00000"), unit: MeasurementUnit("m3/h"), multiplier: DecimalNumber(1)),
            validFrom: today, validTo: nil, reason: "示例：现场确认 m³/h", today: today.adding(days: 3))
        let now = stage.clock.now()
        try await stage.database.write { [desk = stage.room.factorDesk] access in
            try desk.record(
                order, for: DeviceNumber(checked: "M1"),
                by: Actor(person: PersonID(checked: "P"), name: "示例", role: .administrator, scope: .nothing),
                at: now, in: access)
        }
        try await stage.store(
            try (0..<hours).map { hour in
                try WireFrame.hour(
                    CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
                    "a21026-Avg=10,a21026-ZsAvg=20,a21026-Cou=0.01,a21026-Flag=N,a00000-Avg=1000,a00000-Flag=N",
                    qn: "202611230\(hour.padded(8))")
            })
        return (stage, room)
    }

    @Test func `a month is recorded three days after its end, by measured values, and replays`() async throws {
        let (stage, room) = try await Self.stage(hours: 48)
        let month = AmountMonth(of: HourPattern.start.civil.date)
        stage.clock.stand(at: month.next.start.adding(hours: 71))
        try await room.watch.look()
        func recorded() async throws -> [MonthlyAmount] {
            try await stage.database.read { access in
                try room.amounts(of: MonitoringStage.outlet, year: month.year, scope: .city, in: access)
            }
        }
        #expect(try await recorded().allSatisfy { $0.month != month.month })
        stage.clock.stand(at: month.next.start.adding(hours: 72))
        #expect(try await room.watch.look() == 1)
        #expect(try await room.watch.look() == 0)
        let amount = try #require(try await recorded().first)
        // 48 hours of a whole month are far too few.
        #expect(amount.total == nil && amount.expectedParts == 720 && amount.gapParts == 672)
        let checks: [any SelfChecking] = [
            TrunkChecks(rules: MonitoringRoom.rules + AmountRoom.rules), AmountRoom.checks,
        ]
        let differences = try await stage.database.read { access in
            try checks.flatMap { try $0.check(access) }.flatMap(\.differences)
        }
        #expect(differences == [])
    }

    @Test func `months that were passed over are recorded in order, and verify names one that is missing`()
        async throws
    {
        let (stage, room) = try await Self.stage(hours: 3)
        let month = AmountMonth(of: HourPattern.start.civil.date)
        // Nobody looked for two months.
        stage.clock.stand(at: AmountMonth(number: month.number + 3).start.adding(hours: 80))
        func recorded() async throws -> [String] {
            while try await room.watch.look() > 0 {}
            return try await stage.lines(
                "DISTINCT month_no || '' AS line FROM monitoring_amount ORDER BY month_no")
        }
        func missing() async throws -> Int {
            try await stage.database.read { try room.monthChecks().check($0) }.flatMap(\.differences).count
        }
        #expect(try await recorded() == ["\(month.number)"])
        let early = try WireFrame.hour("20261002030000", "a21026-ZsAvg=20,a21026-Flag=N", qn: "20261123000000900")
        try await stage.store([early])
        #expect(try await missing() == 0, "what came late waits")
        #expect(try await recorded() == ["\(month.previous.number)", "\(month.number)"])
        #expect(try await missing() == 0)
        _ = try await stage.database.write {
            try $0.execute("DELETE FROM monitoring_amount WHERE month_no = \(month.number)")
        }
        #expect(try await missing() == 1)
    }

    @Test(arguments: [
        "UPDATE monitoring_amount SET gap_parts = gap_parts - 1", "UPDATE monitoring_amount SET pollutant = 'a21002'",
        "UPDATE monitoring_amount SET total_mg = 7, substituted_mg = 0",
    ])
    func `a touched amount is found by verify`(tampering: String) async throws {
        let (stage, room) = try await Self.stage(hours: 3)
        let month = AmountMonth(of: HourPattern.start.civil.date)
        stage.clock.stand(at: month.next.start.adding(hours: 80))
        try await room.watch.look()
        #expect(try await stage.database.write { try $0.execute(tampering) } > 0)
        let reports = try await stage.database.read { try AmountRoom.checks.check($0) }
        #expect(reports.flatMap(\.differences).count == 1)
    }

    @Test func `uploaded totals are compared with concentration times flow`() async throws {
        let (stage, room) = try await Self.stage(hours: 4)
        let input = try await stage.database.read { access in
            try room.source.input(
                .sulphurDioxide, of: MonitoringStage.outlet, in: AmountMonth(of: HourPattern.start.civil.date),
                by: HourPattern.hour(4), totals: .read, access)
        }
        let (medium, read) = try #require(input)
        #expect(medium == .air)
        #expect(read.uploaded.compactMap(\.self).map(\.milligrams) == [10_000, 10_000, 10_000, 10_000])
        let outcome = StackMonthAmount.decide(read).outcome
        #expect(outcome.comparedHours == 4 && outcome.differingHours == 0)
    }

    /// A month of two versions.
    private static func versions(of former: RecordedAmount, shown: Int) -> AmountVersions {
        let change = AmountChange(
            lateHours: 5, changedHours: 1, markedHours: 1, firstCame: HourPattern.hour(1), lastCame: HourPattern.hour(2)
        )
        return AmountVersions(
            revisions: [
                AmountRevision(version: 2, decision: DecisionID(checked: "D2"), change: change, former: former)
            ], shown: shown)
    }

    @Test func `the pages have all their words, recorded or so far, with an amount or without`() throws {
        let figures = try AmountMaterial.figures().amounts
        var (year, month) = (try TemplateWalk(OutletAmountsPage.template), try TemplateWalk(MonthAmountPage.template))
        let place = JudgedPlace(
            outlet: Self.outlet.outlet, enterprise: Self.outlet.enterprise, region: Self.outlet.region)
        var lines: [AmountLine] = []
        for (index, pattern) in ["xxxxxxx-", "x-", "FF", "-xxxx"].enumerated() {
            let outcome = StackMonthAmount.decide(
                try AmountMaterial.input(pattern, history: index == 3 ? [] : [7])
            ).outcome
            let amount = RecordedAmount(
                outcome, of: .sulphurDioxide, in: AmountMaterial.month, at: place,
                decision: DecisionID(checked: "D1"), recordedAt: HourPattern.hour(0))
            let line = AmountLine(
                pollutant: .sulphurDioxide, month: AmountMaterial.month, amount: amount, isRecorded: index < 2)
            lines.append(line)
            let page = MonthAmountPage(
                outlet: Self.outlet, line: line, outcome: outcome, rule: StackMonthAmount.descriptor,
                steps: [Phrase("步骤", "step")], figures: figures, replays: index < 2 ? index == 0 : nil,
                versions: index < 2 ? Self.versions(of: amount, shown: index + 1) : nil)
            for language in Language.allCases { try month.walk(page.view(language)) }
        }
        let full = OutletAmountsPage(outlet: Self.outlet, year: 2_026, lines: lines, figures: figures)
        let empty = OutletAmountsPage(outlet: Self.outlet, year: 2_026, lines: [], figures: figures)
        for language in Language.allCases {
            try year.walk(full.view(language))
            try year.walk(empty.view(language))
        }
        #expect(year.problems.union(month.problems) == [])
        #expect(year.unvisited.union(month.unvisited) == [])
        let rows = try #require(full.tables(.english).first).rows
        #expect(rows.count == 4)
        #expect(rows[0][4...8] == [.number("0.08"), .number("0.01"), .number(8), .number(1), .text("automatic data")])
        #expect(full.content.amounts.map(\.basis) == ["automatic", "cannot-be", "nothing", "gaps-not-filled"])
    }
}
