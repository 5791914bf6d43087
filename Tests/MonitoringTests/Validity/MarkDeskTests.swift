import Facts
import Kernel
import Persistence
import TestMaterial
import Testing
import Web

@testable import Monitoring

/// Marks on a database: in time, too late, on demand; what they change, and what verify sees.
struct MarkDeskTests {
    /// The stage at 09:00 of its first day, with hours as a pattern.
    private func stage(_ pattern: String, now: Int = 9) async throws -> MonitoringStage {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(now))
        for (number, letter) in pattern.enumerated() {
            try await stage.store(try [WireFrame.hour(number, letter, qn: number)].compactMap { $0 })
        }
        return stage
    }

    private func found(_ stage: MonitoringStage) async throws -> String {
        try await stage.standing().map { HourPattern.text($0) + ($0.provisional == true ? "?" : "") }
            .joined(separator: ", ")
    }

    /// The causes of the facts that change or withdraw episodes, in order.
    private func causes(_ stage: MonitoringStage) async throws -> [String] {
        try await stage.database.read { access in
            var causes: [String] = []
            try Journal.forEachEntry(access) { entry in
                if let fact = try? entry.fact(ExceedanceChanged.self) {
                    causes.append("changed \(fact.cause?.rawValue ?? "–")")
                } else if let fact = try? entry.fact(ExceedanceWithdrawn.self) {
                    causes.append("withdrawn \(fact.cause?.rawValue ?? "–")")
                }
            }
            return causes
        }
    }

    private func refusal(_ body: () async throws -> Void) async -> MarkRefusal? {
        do { try await body() } catch let refusal as MarkRefusal { return refusal } catch { return nil }
        return nil
    }

    @Test func `an hour marked invalid is not used, and the mark taken back uses it again`() async throws {
        let stage = try await stage("cxxc")
        #expect(try await found(stage) == "1–2/2?")
        let hours = (HourPattern.hour(1), HourPattern.hour(2))
        #expect(try await stage.mark(.calibration, hours.0, hours.1) == 1)
        #expect(try await found(stage) == "")
        #expect(try await stage.mark(.normal, hours.1, hours.1) == 2)
        #expect(try await found(stage) == "2–2/1?")
        #expect(try await causes(stage).suffix(2) == ["withdrawn mark", "changed mark"])
        #expect(try await stage.differences() == [])
        let marks = try await stage.database.read { access in
            try MarkStore.newest(outlet: MonitoringStage.outlet, scope: .city, limit: 9, in: access)
        }
        #expect(marks.map(\.mark.first) == [1, nil])
        #expect(marks.map(\.name) == ["示例负责人", "示例负责人"])
        let rules = try await stage.lines("DISTINCT rule_code || ' ' || rule_version AS line FROM decision")
        #expect(rules == ["MON-01 5"])
    }

    @Test func `an episode is provisional until its marks close, and is then judged again`() async throws {
        let stage = try await stage("xc")
        let noon = HourPattern.hour(36)
        stage.clock.stand(at: noon)
        #expect(try await stage.room.watch.look() == 0)
        #expect(try await found(stage) == "0–0/1?")
        stage.clock.stand(at: noon.adding(milliseconds: 1))
        #expect(try await stage.room.watch.look() == 1)
        #expect(try await found(stage) == "0–0/1")
        #expect(try await causes(stage).last == "changed closing")
        #expect(try await stage.room.watch.look() == 0)
        #expect(try await stage.differences() == [])
    }

    @Test func `who states that nothing is to be marked ends the provisional state, for good`() async throws {
        let stage = try await stage("xxc", now: 3)
        let today = HourPattern.start.civil.date
        try await stage.closeMarks(of: today)
        #expect(try await found(stage) == "0–1/2")
        #expect(try await causes(stage).last == "changed closing")
        let first = HourPattern.hour(0)
        #expect(
            await refusal { _ = try await stage.mark(.calibration, first, first) } == .closedByYou(hour: first))
        #expect(await refusal { try await stage.closeMarks(of: today) } == .nothingToClose)
        // Hours that were not over then stay open.
        let third = HourPattern.hour(3)
        _ = try await stage.mark(.calibration, third, third)
        #expect(try await stage.differences() == [])
    }

    @Test func `after the deadline hours are marked only on an officer's demand, and the mark says so`() async throws {
        let stage = try await stage("xxc", now: 60)
        let (first, last) = (HourPattern.hour(0), HourPattern.hour(1))
        let until = HourPattern.hour(36)
        #expect(
            await refusal { _ = try await stage.mark(.calibration, first, last) } == .tooLate(hour: first, until: until)
        )
        #expect(try await found(stage) == "0–1/2")
        let demand = MarkDemand(caseID: CaseID(checked: "2026-0001"), step: 6)
        _ = try await stage.mark(.maintenance, first, last, demand: demand)
        #expect(try await found(stage) == "")
        let step = try await stage.database.read { access in
            try MarkStore.mark(1, in: access)?.mark.demand
        }
        #expect(step == demand)
        #expect(try await stage.differences() == [])
    }

    @Test
    func `the marks that count are the newest of each hour that excuse something, until an officer sets them aside`()
        async throws
    {
        let stage = try await stage("xxxxc", now: 60)
        let demand = MarkDemand(caseID: CaseID(checked: "2026-0001"), step: 6)
        for (meaning, hour) in [(MarkMeaning.fault, 0), (.starting, 1), (.maintenance, 2), (.calibration, 3)] {
            _ = try await stage.mark(meaning, HourPattern.hour(hour), HourPattern.hour(hour), demand: demand)
        }
        func counting() async throws -> [Int64] {
            try await stage.database.read { access in
                try stage.room.countingMarks(
                    of: .sulphurDioxide, at: MonitoringStage.outlet, in: HourPattern.hour(0)...HourPattern.hour(4),
                    access
                ).map(\.number)
            }
        }
        // A fault of a plant that has no allowed length, and a start that claims none, excuse nothing.
        #expect(try await counting() == [3, 4])
        _ = try await stage.mark(
            .normal, HourPattern.hour(3), HourPattern.hour(4), of: .sulphurDioxide, demand: demand)
        #expect(try await counting() == [3])
        #expect(try await causes(stage).last == "changed set-aside")
        #expect(try await stage.differences() == [])
    }

    @Test func `what is wrong with a mark is refused, and nothing is stored`() async throws {
        let stage = try await stage("xc")
        let (first, last) = (HourPattern.hour(0), HourPattern.hour(1))
        func refused(
            as meaning: MarkMeaning = .fault, _ from: Instant, _ to: Instant, window: String? = nil,
            of factor: PollutantCode? = nil, reason: String = "示例"
        ) async -> MarkRefusal? {
            await refusal {
                _ = try await stage.mark(meaning, from, to, window: window, of: factor, reason: reason)
            }
        }
        #expect(await refused(last, first) == .hoursInDisorder)
        #expect(await refused(first.adding(minutes: 1), last) == .hourMissing(field: "first_hour"))
        #expect(await refused(first, HourPattern.hour(10)) == .ahead)
        #expect(await refused(first, last, reason: " ") == .reasonMissing)
        #expect(await refused(as: .normal, first, last) == .nothingMarked)
        #expect(await refused(first, last, of: PollutantCode("a21002")) == .otherFactor)
        #expect(await refused(as: .starting, first, last, window: "coal-boiler/stop") == .otherWindow)
        #expect(await refused(first.adding(hours: -800), last) == .tooLong(max: 744))
        let hot = "coal-boiler/start/hot"
        #expect(await refused(as: .starting, first.adding(hours: -1), last, window: hot) == .beyondWindow(max: 2))
        #expect(try await stage.lines("mark_no || '' AS line FROM monitoring_mark") == [])
        for refusal in [MarkRefusal.hoursInDisorder, .ahead, .nothingMarked, .tooLate(hour: first, until: last)] {
            #expect(!refusal.problem.remedy.zh.isEmpty && refusal.problem.rule.hasPrefix("MON-MARK-"))
        }
    }

    @Test func `a mark that is sent twice is said once, another one is added`() async throws {
        let stage = try await stage("xc")
        let hour = HourPattern.hour(0)
        #expect(try await stage.mark(.calibration, hour, hour) == 1)
        #expect(try await stage.mark(.calibration, hour, hour) == 1)
        #expect(try await stage.mark(.calibration, hour, hour, reason: "另一原因") == 2)
        #expect(try await stage.mark(.maintenance, hour, hour) == 3)
        #expect(try await stage.mark(.calibration, hour, hour) == 4)
        #expect(try await stage.mark(.normal, hour, hour) == 5)
        #expect(try await stage.mark(.normal, hour, hour) == 5)
        #expect(try await stage.lines("mark_no || '' AS line FROM monitoring_mark ORDER BY mark_no").count == 5)
        #expect(try await stage.differences() == [])
    }

    @Test func `an hour marked before an allowed start moves the hours in a row behind it`() async throws {
        let stage = try await stage("xxxc", now: 5)
        func start(_ first: Int, _ last: Int) async throws {
            try await stage.mark(
                .starting, HourPattern.hour(first), HourPattern.hour(last), window: "coal-boiler/start/hot")
        }
        try await start(1, 2)
        #expect(try await found(stage) == "0–0/1?")
        try await start(0, 0)
        #expect(try await found(stage) == "2–2/1?")
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [
        ("UPDATE monitoring_mark SET reason = '改' WHERE mark_no = 1", "mark 1 is not what was journalled"),
        ("UPDATE monitoring_mark SET stated_by = 'person:P2' WHERE mark_no = 1", "mark 1 is not what was journalled"),
        ("UPDATE monitoring_mark SET stated_name = '李四' WHERE mark_no = 1", "mark 1 is not what was journalled"),
        ("UPDATE monitoring_mark_closing SET closed_name = '李四'", "closed marks of O1 are not what was journalled"),
        ("DELETE FROM monitoring_mark WHERE mark_no = 2", "mark 2 was journalled and is missing"),
        ("DELETE FROM monitoring_mark_closing", "marks of O1 were closed in the journal only"),
    ])
    func `verify sees a mark that was touched`(sql: String, told: String) async throws {
        let stage = try await stage("cxc")
        let hour = HourPattern.hour(0)
        try await stage.mark(.fault, hour, hour)
        try await stage.mark(.accident, hour, hour)
        try await stage.closeMarks(of: HourPattern.start.civil.date)
        #expect(try await stage.differences() == [])
        try await stage.database.write { access in _ = try access.execute(sql) }
        #expect(try await stage.differences().contains { $0.hasSuffix(told) })
    }

    @Test func `an incinerator's day needs twenty hours that may be used`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(26))
        let fact = LimitRecorded(
            outlet: MonitoringStage.outlet, pollutant: PollutantCode(checked: "a21005"), limit: "80",
            validFrom: HourPattern.start.civil.date, validTo: nil, source: "示例 GB 18485", averaging: .day)
        try await stage.database.write { [room = stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
        try await stage.store([
            try WireFrame.hour("20261123000000", "a21005-ZsAvg=90,a21005-Flag=N", command: 2031)
        ])
        #expect(try await stage.standing().count == 1)
        // Hours come later: until there are twenty of them the uploaded mean does not decide.
        for hour in 0..<24 {
            try await stage.store([
                try WireFrame.hour(CivilStampText.of(HourPattern.hour(hour)), "a21005-ZsAvg=90,a21005-Flag=N")
            ])
            #expect(try await stage.standing().count == (hour + 1 >= 20 ? 1 : 0), "\(hour)")
        }
        try await stage.mark(.deviceFault, HourPattern.hour(3), HourPattern.hour(6))
        #expect(try await stage.standing().count == 1)
        try await stage.mark(.deviceFault, HourPattern.hour(7), HourPattern.hour(7))
        #expect(try await stage.standing().count == 0)
        // A start counts as exempt only when particulate matter was measured.
        try await stage.mark(.starting, HourPattern.hour(3), HourPattern.hour(6))
        #expect(try await stage.standing().count == 1)
        for hour in 3...6 {
            try await stage.store([
                try WireFrame.hour(CivilStampText.of(HourPattern.hour(hour)), "a34013-ZsAvg=20,a34013-Flag=N")
            ])
        }
        #expect(try await stage.standing().count == 0)
        #expect(try await stage.differences() == [])
    }
}
