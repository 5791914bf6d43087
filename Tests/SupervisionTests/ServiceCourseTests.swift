import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

/// An order from its making to a covert re-check: who serves it, what waits for that, and what verify says.
struct ServiceCourseTests {
    private let id = CaseID(checked: "2026-0001")

    @Test func `an order is a duty of the branch to serve, goes to the city, and is re-checked once it is served`()
        async throws
    {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .confirmed)
        try await stage.take(.order, on: id)
        #expect(try await stage.openDuties() == ["supervision.serve branch-officer"])
        try await stage.look(afterHours: 24 * 6)
        #expect(try await stage.openDuties() == ["supervision.serve city-officer"])
        let officer = CaseExample.actor(.branchOfficer, "P-recheck")
        await #expect(throws: CaseRefusal.notServed) {
            try await stage.take(.recheck, on: id, by: officer, outcome: "false")
        }
        #expect(try await stage.differences().isEmpty)
        try await stage.serve(id)
        let served = try #require(try await stage.subject(id))
        #expect(try await stage.openDuties() == ["supervision.report enterprise-manager"] && !served.isOvertime)
        #expect(served.service?.day == stage.clock.now().civil.date)
        await #expect(throws: CaseRefusal.alreadyServed) { try await stage.serve(id) }
        try await stage.take(.recheck, on: id, by: officer, outcome: "false")
        #expect(try await stage.openDuties() == ["supervision.order branch-officer"])
        // A second order owes a service of its own.
        try await stage.take(.order, on: id)
        #expect(try await stage.openDuties() == ["supervision.serve branch-officer"])
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `an enterprise that is quicker than the service leaves the branch to serve, then to re-check`()
        async throws
    {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .confirmed)
        try await stage.take(.order, on: id)
        try await stage.take(.report, on: id)
        #expect(try await stage.openDuties() == ["supervision.serve branch-officer"])
        #expect(try await stage.differences().isEmpty)
        try await stage.serve(id)
        #expect(try await stage.openDuties() == ["supervision.recheck branch-officer"])
        #expect(try await stage.subject(id)?.due?.civil.minuteText == "2026-12-29 00:00")
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `whoever reports nothing leaves the branch no more than the thirty days of the order`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .confirmed)
        let last = stage.clock.now().civil.date.adding(days: 30)
        try await stage.take(.order, on: id, changing: ["rectify_by": last.description])
        try await stage.serve(id)
        try await stage.look(afterHours: 24 * 31)
        #expect(try await stage.openDuties() == ["supervision.recheck branch-officer"])
        #expect(try await stage.subject(id)?.due == Instant(startOf: last.adding(days: 1)))
        #expect(try await stage.differences().isEmpty)
    }
}
