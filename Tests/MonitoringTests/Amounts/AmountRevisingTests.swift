import Facts
import HJ212
import Kernel
import Persistence
import Standards
import Testing

@testable import Monitoring

/// Hours that come, or are corrected, after the amount of their month was recorded.
struct AmountRevisingTests {
    private static let month = AmountMonth(of: HourPattern.start.civil.date)
    /// The stage begins within November 2026.
    private static let hoursOfMonth = Int(month.hours.upperBound.milliseconds(since: month.start) / 3_600_000)

    private struct Setting {
        let stage: MonitoringStage
        let room: AmountRoom

        /// Stores hours of the month, counted from its first one.
        func send(_ hours: Range<Int>, value: String = "10", qn: Int = 0) async throws {
            try await stage.store(
                try hours.map { hour in
                    let start = AmountRevisingTests.month.start.adding(hours: Int64(hour))
                    return try WireFrame.hour(
                        CivilStamp(millisecondsSince1970: start.milliseconds).text14,
                        "a21026-Avg=\(value),a21026-ZsAvg=20,a21026-Flag=N,a00000-Avg=1000,a00000-Flag=N",
                        qn: "2026112\(qn)0\(hour.padded(8))")
                })
        }

        func stand(_ hoursAfterMonth: Int64) {
            stage.clock.stand(at: AmountRevisingTests.month.next.start.adding(hours: hoursAfterMonth))
        }

        func standing() async throws -> MonthlyAmount? {
            try await stage.database.read { access in
                try room.amounts(
                    of: MonitoringStage.outlet, year: AmountRevisingTests.month.year, scope: .city, in: access
                ).first { $0.month == AmountRevisingTests.month.month }
            }
        }

        func facts() async throws -> [AmountRecordedAgain] {
            try await stage.database.read { access in
                var facts: [AmountRecordedAgain] = []
                try Journal.forEachEntry(access) { entry in
                    guard entry.kind == AmountRecordedAgain.kind else { return }
                    facts.append(try #require(try entry.fact(AmountRecordedAgain.self)))
                }
                return facts
            }
        }

        func differences() async throws -> [String] {
            let checks: [any SelfChecking] = [
                TrunkChecks(rules: MonitoringRoom.rules + AmountRoom.rules), AmountRoom.checks,
            ]
            return try await stage.database.read { access in
                try checks.flatMap { try $0.check(access) }.flatMap(\.differences)
            }
        }
    }

    /// A stage whose flows have a settled unit, with the month recorded but for its last hours.
    private static func recorded(missing: Int) async throws -> Setting {
        let stage = try await MonitoringStage()
        let room = AmountRoom(
            beside: stage.room,
            decisions: DecisionLog(journal: stage.room.journal, clock: stage.clock, entropy: CountingEntropy()),
            figures: try AmountMaterial.figures())
        try await Migrator.migrate(
            stage.database, to: [TrunkSchema.schema, MonitoringRoom.schema, AmountRoom.schema])
        let setting = Setting(stage: stage, room: room)
        setting.stand(0)
        let now = stage.clock.now()
        let order = try FactorMappingOrder(
            sentCode: PollutantCode(checked: "a00000"),
            reading: .factor(
                PollutantCode(checked: "a00000"), unit: MeasurementUnit("m3/h"), multiplier: DecimalNumber(1)),
            validFrom: month.start.civil.date, validTo: nil, reason: "示例：现场确认 m³/h", today: now.civil.date)
        try await stage.database.write { [desk = stage.room.factorDesk] access in
            try desk.record(
                order, for: DeviceNumber(checked: "M1"),
                by: Actor(person: PersonID(checked: "P"), name: "示例", role: .administrator, scope: .nothing),
                at: now, in: access)
        }
        try await setting.send(0..<hoursOfMonth - missing)
        setting.stand(72)
        try await room.watch.look()
        return setting
    }

    @Test func `late hours lead to a second version that says how many came and when, once`() async throws {
        let setting = try await Self.recorded(missing: 5)
        let former = try #require(try await setting.standing())
        #expect(former.gapParts == 5)
        #expect(try await setting.room.watch.lookAgain() == 0)
        setting.stand(80)
        try await setting.send(Self.hoursOfMonth - 5..<Self.hoursOfMonth - 2)
        setting.stand(90)
        try await setting.send(Self.hoursOfMonth - 2..<Self.hoursOfMonth)
        #expect(try await setting.standing() == former)
        setting.stand(100)
        #expect(try await setting.room.watch.lookAgain() == 1)
        let newest = try #require(try await setting.standing())
        #expect(newest.gapParts == 0 && newest.total?.milligrams == Int64(Self.hoursOfMonth) * 10_000)
        let told = try await setting.facts()
        #expect(
            told == [
                AmountRecordedAgain(
                    outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide, month: Self.month.text, version: 2,
                    lateHours: 5, changedHours: 0, firstCame: Self.month.next.start.adding(hours: 80),
                    lastCame: Self.month.next.start.adding(hours: 90), former: former.decision,
                    decision: newest.decision)
            ])
        for _ in 0..<3 { #expect(try await setting.room.watch.lookAgain() == 0) }
        #expect(try await setting.facts().count == 1)
        #expect(try await setting.differences() == [])
    }

    @Test func `a corrected hour makes a further version, and what stood before stays readable`() async throws {
        let setting = try await Self.recorded(missing: 1)
        setting.stand(80)
        try await setting.send(Self.hoursOfMonth - 1..<Self.hoursOfMonth)
        #expect(try await setting.room.watch.lookAgain() == 1)
        // Sent again unchanged it is no news; with another value it is.
        try await setting.send(3..<4, qn: 1)
        while try await setting.room.watch.lookAgain() > 0 { Issue.record("nothing has changed") }
        try await setting.send(3..<4, value: "30", qn: 2)
        _ = try await setting.room.watch.lookAgain()
        _ = try await setting.room.watch.lookAgain()
        let told = try await setting.facts().map { [$0.version, $0.lateHours, $0.changedHours] }
        #expect(told == [[2, 1, 0], [3, 0, 1]])
        let total = Int64(Self.hoursOfMonth) * 10_000
        #expect(try await setting.standing()?.total?.milligrams == total + 20_000)
        let revisions = try await setting.stage.database.read { access in
            try AmountRevisionStore.revisions(
                of: MonitoringStage.outlet, .sulphurDioxide, in: Self.month, scope: .city, access)
        }
        #expect(revisions.map(\.version) == [2, 3])
        #expect(revisions.map(\.former.gapParts) == [1, 0] && revisions.last?.former.total?.milligrams == total)
        let none = try await setting.stage.database.read { access in
            try AmountRevisionStore.revisions(
                of: MonitoringStage.outlet, .sulphurDioxide, in: Self.month,
                scope: .enterprise(EnterpriseID(checked: "E9")), access)
        }
        #expect(none == [])
        #expect(try await setting.differences() == [])
    }

    @Test func `hours that are marked on demand later make a further version, once`() async throws {
        let setting = try await Self.recorded(missing: 2)
        let first = Self.month.start
        func mark(_ meaning: MarkMeaning, _ hours: ClosedRange<Int64>) async throws {
            try await setting.stage.mark(
                meaning, first.adding(hours: hours.lowerBound), first.adding(hours: hours.upperBound),
                demand: MarkDemand(caseID: CaseID(checked: "2026-0001"), step: 6))
        }
        setting.stand(80)
        // A start is what it was; an invalid mark on a gap changes nothing either.
        try await mark(.starting, 0...0)
        try await mark(.deviceFault, Int64(Self.hoursOfMonth) - 2...Int64(Self.hoursOfMonth) - 1)
        #expect(try await setting.room.watch.lookAgain() == 0)
        try await mark(.standstill, 3...5)
        #expect(try await setting.room.watch.lookAgain() == 1)
        for _ in 0..<2 { #expect(try await setting.room.watch.lookAgain() == 0) }
        let told = try #require(try await setting.facts().first)
        #expect([told.version, told.lateHours, told.changedHours, told.markedHours] == [2, 0, 3, 3])
        #expect(told.firstCame == nil)
        let standing = try #require(try await setting.standing())
        #expect(standing.expectedParts == Self.hoursOfMonth - 3 && standing.gapParts == 2)
        #expect(try await setting.differences() == [])
    }

    @Test(arguments: [
        "UPDATE monitoring_amount_revision SET late_hours = late_hours + 1",
        "UPDATE monitoring_amount_revision SET gap_parts = 0, expected_parts = expected_parts + 1",
        "UPDATE monitoring_amount_revision SET recorded_at_ms = recorded_at_ms, former_decision_id = decision_id",
        "DELETE FROM monitoring_amount_revision",
    ])
    func `a touched version of before is found by verify`(tampering: String) async throws {
        let setting = try await Self.recorded(missing: 5)
        setting.stand(80)
        try await setting.send(Self.hoursOfMonth - 5..<Self.hoursOfMonth)
        #expect(try await setting.room.watch.lookAgain() == 1)
        #expect(try await setting.differences() == [])
        #expect(try await setting.stage.database.write { try $0.execute(tampering) } == 1)
        #expect(try await !setting.differences().isEmpty)
    }
}
