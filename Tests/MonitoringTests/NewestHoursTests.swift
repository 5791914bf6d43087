import Kernel
import Persistence
import Testing

@testable import Monitoring

struct NewestHoursTests {
    private static let outlet = OutletID(checked: "O1")
    private static let now = HourPattern.start.adding(hours: 10)
    private static let present = FramePlace.hourNumber(of: now)

    @Test func `what is not known is looked for through two days`() {
        #expect(NewestHours().firstHour(of: Self.outlet, now: Self.now) == Self.present - 48)
    }

    @Test func `a look begins at the hour in which a frame was found, and never before two days ago`() {
        let memory = NewestHours()
        memory.note(Self.present - 3, of: Self.outlet)
        #expect(memory.firstHour(of: Self.outlet, now: Self.now) == Self.present - 3)
        #expect(memory.firstHour(of: Self.outlet, now: Self.now.adding(hours: 60)) == Self.present + 12)
        #expect(memory.firstHour(of: OutletID(checked: "O2"), now: Self.now) == Self.present - 48)
    }

    @Test(arguments: [(9, 1), (10, 48), (11, 48)])
    func `an outlet without frames is looked through again after ten minutes`(minutes: Int64, hours: Int64) {
        let memory = NewestHours()
        memory.noteNothing(of: Self.outlet, now: Self.now)
        // Looks in between do not put the next whole one off.
        memory.noteNothing(of: Self.outlet, now: Self.now.adding(minutes: 5))
        #expect(memory.firstHour(of: Self.outlet, now: Self.now.adding(minutes: minutes)) == Self.present - hours)
    }

    /// Whoever sees nothing must not make others see nothing.
    @Test func `only a look that sees everything says that there is nothing`() async throws {
        let stage = try await MonitoringStage()
        try await stage.store([WireFrame.hour("20261123005900", "a21026-ZsRtd=50", command: 2011)])
        let memory = NewestHours()
        let now = HourPattern.start.adding(hours: 20)
        try await stage.database.read { access in
            for (scope, isSeen) in [(Scope.nothing, false), (.city, true), (.city, true)] {
                let newest = try FrameStore.newestFrame(
                    outlet: MonitoringStage.outlet, scope: scope, now: now, memory: memory, in: access)
                #expect((newest != nil) == isSeen)
            }
        }
    }
}
