import Kernel
import Monitoring
import Supervision
import Testing
import Web

@testable import App

/// What the desk of marks refuses, as a step of a case says it.
struct RefusedMarkTests {
    private static let hour = Instant(startOf: CivilDate(dayNumber: 20_780))

    @Test(
        arguments: [
            (.notFound, 404, nil), (.hourMissing(field: "last_hour"), 422, "last_hour"),
            (.hoursInDisorder, 422, "last_hour"), (.ahead, 422, "last_hour"),
            (.tooLate(hour: hour, until: hour), 409, "first_hour"), (.closedByYou(hour: hour), 409, "first_hour"),
            (.nothingMarked, 422, "condition"), (.reasonMissing, 422, "reason"), (.otherFactor, 422, "factor"),
            (.otherWindow, 422, "window"), (.beyondWindow(max: 4), 422, "last_hour"), (.tooMany(max: 9), 409, nil),
            (.tooLong(max: 9), 422, "last_hour"), (.nothingToClose, 409, "day"), (.dayMissing, 422, "day"),
        ] as [(MarkRefusal, Int, String?)])
    func `a step says a refused mark with the desk's status, rule and remedy, beside its own field`(
        refusal: MarkRefusal, status: Int, field: String?
    ) {
        let (desk, step) = (
            refusal.problem, SupervisionWiring.refused(refusal, naming: ["meaning": "condition"]).problem
        )
        #expect(step.status == status && step.status == desk.status)
        #expect(step.rule == desk.rule && step.what == desk.what && step.remedy == desk.remedy)
        #expect(step.field == field)
    }
}
