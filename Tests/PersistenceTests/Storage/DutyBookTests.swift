import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

/// The clock of the stage stands at `noon`; due moments are given in milliseconds from there.
struct DutyBookTests {
    private static let noon: Int64 = 1_795_000_000_000

    private static func stage(dues: [Int64], reference: (Int) -> String = { "C\($0)" }) async throws -> TrunkStage {
        let stage = try await TrunkStage()
        let duties = dues.enumerated().map { number, due in
            Duty.example(number, due: noon + due, reference: reference(number))
        }
        try await stage.database.write { access in for duty in duties { try DutyBook.assign(duty, in: access) } }
        return stage
    }

    private static func watch(_ stage: TrunkStage) -> DutyWatch {
        DutyWatch(database: stage.database, journal: stage.journal, clock: stage.clock)
    }

    private static func settle(_ reference: String, as state: Duty.State, _ stage: TrunkStage) async throws {
        let now = stage.clock.now()
        try await stage.database.write { [journal = stage.journal] access in
            try DutyBook.settle(reference: reference, as: state, at: now, journal: journal, in: access)
        }
    }

    private static func duties(_ stage: TrunkStage) async throws -> [Duty] {
        try await stage.database.read { access in
            var duties: [Duty] = []
            try DutyBook.forEachDuty(access) { duties.append($0) }
            return duties
        }
    }

    private static func missed(_ stage: TrunkStage) async throws -> [String] {
        try await stage.entries().compactMap { try $0.fact(DutyMissed.self)?.duty.text }
    }

    @Test func `a duty is missed when its clock has run out, not when it runs out, and once`() async throws {
        let stage = try await Self.stage(dues: [0, 1, -1])
        #expect(try await Self.watch(stage).markMissed() == 1)
        #expect(try await Self.watch(stage).markMissed() == 0)
        #expect(try await Self.missed(stage) == ["D2"])
        stage.clock.pass(milliseconds: 1)
        #expect(try await Self.watch(stage).markMissed() == 1)
        stage.clock.pass(milliseconds: 1)
        #expect(try await Self.watch(stage).markMissed() == 1)
        #expect(try await Self.watch(stage).markMissed() == 0)
        #expect(try await Self.missed(stage) == ["D2", "D0", "D1"])
        let entry = try #require(try await stage.entries().last)
        #expect((entry.occurredAt.milliseconds, entry.recordedAt.milliseconds) == (Self.noon + 1, Self.noon + 2))
        #expect(
            entry.subject
                == FactSubject(
                    enterprise: EnterpriseID(checked: "E01"), region: RegionCode(checked: "330602"), reference: "C1"))
    }

    @Test(arguments: [99, 100, 101, 250])
    func `however many are missed at once, each is journalled, the longest overdue first`(count: Int) async throws {
        let dues = (0..<count).map { -Int64($0 * 37 % 101) - 1 }
        let stage = try await Self.stage(dues: dues)
        #expect(try await Self.watch(stage).markMissed() == count)
        let journalled = try await stage.entries().compactMap { try $0.fact(DutyMissed.self) }
        #expect(journalled.map(\.due) == dues.sorted().map { Instant(milliseconds: Self.noon + $0) })
        #expect(Set(journalled.map(\.duty)).count == count)
    }

    /// Columns: due, how it ends, when it ends, whether it is missed.
    @Test(
        arguments: [
            (5, .done, 5, false), (5, .done, 6, true), (5, .lifted, 5, false), (5, .lifted, 6, true),
        ] as [(Int64, Duty.State, Int64, Bool)])
    func `what ends in time is never missed, what ends late is missed even unwatched`(
        due: Int64, end: Duty.State, after: Int64, isMissed: Bool
    ) async throws {
        let stage = try await Self.stage(dues: [due])
        stage.clock.pass(milliseconds: after)
        try await Self.settle("C0", as: end, stage)
        stage.clock.pass(milliseconds: 1_000)
        #expect(try await Self.watch(stage).markMissed() == 0)
        try await Self.settle("C0", as: .lifted, stage)
        let duty = try #require(try await Self.duties(stage).first)
        #expect(duty.state == end)
        #expect(duty.missedAt == (isMissed ? Instant(milliseconds: Self.noon + after) : nil))
        #expect(try await Self.missed(stage) == (isMissed ? ["D0"] : []))
    }

    @Test func `a missed duty stays missed when it is done, and is not missed again`() async throws {
        let stage = try await Self.stage(dues: [-5, -9, 5]) { $0 == 2 ? "other" : "C" }
        #expect(try await Self.watch(stage).markMissed() == 2)
        stage.clock.pass(milliseconds: 60_000)
        try await Self.settle("C", as: .done, stage)
        let duties = try await Self.duties(stage)
        #expect(duties.map(\.state) == [.done, .done, .open])
        #expect(duties.map(\.missedAt) == [Instant(milliseconds: Self.noon), Instant(milliseconds: Self.noon), nil])
        #expect(try await Self.missed(stage) == ["D1", "D0"])
        let open = try await stage.database.read { try DutyBook.open(scope: .city, limit: 9, in: $0) }
        #expect(open.map(\.id.text) == ["D2"])
    }

    @Test(arguments: 1...4)
    func `a list by the clock goes on behind a place, without gaps and repeats`(part: Int) async throws {
        let stage = try await Self.stage(dues: [3, 1, 1, -4, 1, -4, 0])
        let now = Instant(milliseconds: Self.noon)
        for overdue in [false, true] {
            var (found, place): ([String], DutyBook.Place?) = ([], nil)
            while true {
                let behind = place
                let duties = try await stage.database.read { access in
                    overdue
                        ? try DutyBook.overdue(
                            at: now, besides: .cityOfficer, scope: .city, behind: behind, limit: part, in: access)
                        : try DutyBook.open(scope: .city, behind: behind, limit: part, in: access)
                }
                found += duties.map(\.id.text)
                guard duties.count == part, let last = duties.last else { break }
                place = DutyBook.Place(DutyBook.Place(last).text)
            }
            #expect(found == (overdue ? ["D3", "D5"] : ["D3", "D5", "D6", "D1", "D2", "D4", "D0"]))
        }
        let others = try await stage.database.read {
            try DutyBook.overdue(at: now, besides: .branchOfficer, scope: .city, limit: 9, in: $0)
        }
        #expect(others.map(\.id.text) == ["D5"], "of every third duty the branch is in charge")
        let choices: [(room: String?, clock: DutyBook.Choice.Clock?, found: [String])] = [
            ("stage", nil, ["D3", "D5", "D6", "D1", "D2", "D4", "D0"]), ("stag", nil, []),
            (nil, .ranOut(now), ["D3", "D5"]), ("stage", .runs(now), ["D6", "D1", "D2", "D4", "D0"]),
        ]
        for (room, clock, found) in choices {
            var choice = DutyBook.Choice()
            (choice.room, choice.clock) = (room, clock)
            let narrowed = choice
            let shown = try await stage.database.read {
                try DutyBook.open(scope: .city, narrowed, limit: 9, in: $0).map(\.id.text)
            }
            #expect(shown == found, "\(String(describing: choice))")
        }
        for (role, room, all, ofRoom) in [
            (nil, "stage", 2, 2), (Role.branchOfficer, "stage", 1, 1), (nil, "stag", 2, 0),
        ] {
            let count = try await stage.database.read {
                try DutyBook.overdueCount(at: now, role: role, room: room, scope: .city, in: $0)
            }
            #expect(count.all == all && count.ofRoom == ofRoom, "the list and its sum tell of the same duties")
        }
    }

    @Test(arguments: ["", "-", "x-D1", "1", "1-", "1-D 1"])
    func `a place of the list that is none is not read`(text: String) {
        #expect(DutyBook.Place(text) == nil)
    }

    @Test func `settling as open is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            let journal = Journal(clock: StageClock(), entropy: CountingEntropy())
            try? DutyBook.settle(
                reference: "C0", as: .open, at: Instant(milliseconds: 0), journal: journal, in: UnusedDatabase())
        }
    }
}
