import Facts
import Kernel
import Persistence
import Testing

@testable import Monitoring

struct StateDeskTests {
    private struct Broken: Error {}

    @Test func `a look that is broken off leaves nothing, and the next one does it whole`() async throws {
        let scene = try await StateScene()
        try await scene.send("NDDTN---")
        let now = HourPattern.hour(8).adding(minutes: 40)
        scene.stage.clock.stand(at: now)
        let look = StateLook(
            place: JudgedPlace(
                outlet: MonitoringStage.outlet, enterprise: EnterpriseID(checked: "E1"),
                region: RegionCode(checked: "330602")), horizon: HourPattern.hour(8),
            figures: scene.room.rules.figures)
        let desk = scene.room.desk
        await #expect(throws: Broken.self) {
            try await scene.stage.database.write { access in
                try desk.settle(try look.result(in: access), of: look, now: now, in: access)
                throw Broken()
            }
        }
        #expect(try await scene.episodes() == [])
        #expect(try await scene.kinds() == [])
        #expect(try await scene.openDuties() == [])
        try await scene.room.watch.lookAtAll()
        #expect(try await scene.standing() == ["invalid 1–2/2", "above-range 3–3/1", "no-data 5–+"])
        #expect(try await scene.differences() == [])
    }

    @Test func `a refused step changes nothing`() async throws {
        let scene = try await StateScene()
        try await scene.send("NDDD")
        try await scene.look(at: 4)
        let before = (try await scene.episodes(), try await scene.kinds(), try await scene.openDuties())
        await #expect(throws: StateRefusal.wrongRole(needed: .enterpriseManager)) {
            try await scene.take(.reportFault, by: .cityOfficer)
        }
        await #expect(throws: StateRefusal.overtaken) {
            try await scene.take(.reportFault, by: .enterpriseManager, seen: 1)
        }
        #expect(try await scene.episodes() == before.0)
        #expect(try await scene.kinds() == before.1)
        #expect(try await scene.openDuties() == before.2)
    }

    @Test(arguments: ["person_name = '李四'", "person_id = 'P9'", "role = 'city-officer'", "at_ms = at_ms + 1"])
    func `verify sees a step that was touched`(change: String) async throws {
        let scene = try await StateScene()
        try await scene.send("NDDD")
        try await scene.look(at: 4)
        try await scene.take(.reportFault, by: .enterpriseManager, StateExample.fault)
        #expect(try await scene.differences() == [])
        let sql = "UPDATE monitoring_state_step SET \(change)"
        #expect(try await scene.stage.database.write { try $0.execute(sql) } == 1)
        #expect(try await scene.differences().contains { $0.hasSuffix("is not what the journal tells") })
    }

    @Test func `another enterprise finds no such episode`() async throws {
        let scene = try await StateScene()
        try await scene.send("NDDD")
        try await scene.look(at: 4)
        let id = try #require(try await scene.only()?.id)
        let stranger = Actor(
            person: PersonID(checked: "P2"), name: "示例", role: .enterpriseManager,
            scope: .enterprise(EnterpriseID(checked: "E2")))
        let (desk, now) = (scene.room.desk, scene.stage.clock.now())
        await #expect(throws: StateRefusal.notFound) {
            try await scene.stage.database.write { access in
                try desk.take(.reportFault, on: id, seenStep: 0, form: [:], by: stranger, now: now, in: access)
            }
        }
        let seen = try await scene.stage.database.read { access in
            try StateStore.page(StateFilter(standing: .all), behind: nil, scope: stranger.scope, limit: 9, in: access)
        }
        #expect(seen == [])
    }

    @Test func `the list is filtered and goes on behind a place`() async throws {
        let scene = try await StateScene()
        try await scene.send("NDNTNMN---")
        try await scene.look(at: 10)
        func page(_ filter: StateFilter, behind place: StateFilter.Place? = nil, limit: Int = 9) async throws
            -> [StateKind]
        {
            try await scene.stage.database.read { access in
                try StateStore.page(filter, behind: place, scope: .city, limit: limit, in: access).map(\.kind)
            }
        }
        let all: [StateKind] = [.noData, .maintenance, .aboveRange, .invalid]
        #expect(try await page(StateFilter(standing: .all)) == all)
        #expect(try await page(StateFilter()) == [.noData, .aboveRange])
        #expect(try await page(StateFilter(standing: .asking)) == [.noData, .aboveRange])
        #expect(try await page(StateFilter(standing: .over)) == [.maintenance, .invalid])
        #expect(try await page(StateFilter(standing: .withdrawn)) == [])
        #expect(try await page(StateFilter(kind: .invalid, standing: .all)) == [.invalid])
        #expect(try await page(StateFilter(region: RegionCode(checked: "330603"), standing: .all)) == [])
        #expect(try await page(StateFilter(enterprise: EnterpriseID(checked: "E1"), standing: .all)) == all)
        let second = try await scene.episodes()[2]
        #expect(try await page(StateFilter(standing: .all), behind: StateFilter.Place(second)) == Array(all.suffix(2)))
    }

    @Test(arguments: StateStage.allCases) func `a course moves by itself only where the method says`(stage: StateStage)
    {
        for kind in StateKind.allCases {
            for (ended, asks, isOverdue) in [
                (false, false, false), (false, true, false), (true, false, false), (true, true, false),
                (false, true, true), (true, true, true),
            ] {
                let extent = StateExtent(
                    state: kind.rawValue, firstHour: HourPattern.hour(0), lastHour: HourPattern.hour(1), hours: 2,
                    factors: [], ended: ended, asks: asks)
                let first: StateStage =
                    switch kind {
                    case .noData, .invalid: .report
                    case .maintenance, .stopped, .manual: .explain
                    case .aboveRange: .look
                    }
                let expected: StateStage? =
                    switch stage {
                    case .quiet: !asks ? nil : (ended && (kind == .noData || kind == .invalid)) ? .passed : first
                    case .report: ended && !isOverdue ? .passed : nil
                    case .passed: ended ? nil : first
                    case .explain, .look: asks ? nil : .quiet
                    case .told, .repair, .confirm, .closed, .withdrawn: nil
                    }
                let moved = StateCourse.moved(stage, extent, isOverdue: isOverdue)
                #expect(moved?.to == expected, "\(kind) \(stage) \(ended) \(asks) \(isOverdue)")
            }
        }
    }
}
