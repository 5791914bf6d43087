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

    /// Sent again below the limit: the order has nothing left to put right, whether it was served or not.
    @Test(arguments: [false, true])
    func `an order whose exceedance went says on page, form and paper what becomes of it`(isServed: Bool) async throws {
        let stage = try await SupervisionStage()
        let found = SupervisionStage.found()
        try await stage.tell(found)
        try await stage.walk(id, to: .confirmed)
        try await stage.take(.order, on: id)
        if isServed { try await stage.serve(id) }
        try await stage.tell(
            ExceedanceWithdrawn(episode: found.episode, decision: found.decision, mergedInto: nil, cause: .value))
        #expect(try await stage.openDuties() == ["supervision.dismiss city-officer"])
        let waiting = try #require(try await stage.subject(id))
        let ending = try #require(OrderEnding(of: waiting))
        #expect((ending.question != nil) == isServed, "a served one asks why it ends")
        let view = CasePage(
            subject: waiting, place: .example, evidence: nil, heir: nil, officers: [], files: [], windows: [],
            news: try await stage.database.read { try CaseNews.read(of: id, in: $0) },
            rules: try CaseExample.rules(), actor: CaseExample.actor(.cityOfficer), now: stage.clock.now(),
            refused: nil
        ).view(.chinese)
        #expect(view["hasOrder"] as? Bool == false && view["hasOrderEnd"] as? Bool == true)
        let told = isServed ? "已送达，自" : "未送达；超标不再成立"
        let words = view["orderEnd"] as? String ?? ""
        #expect(words.contains(told) && words.contains("起因：\(JudgingCause.value.phrase.zh)"), "\(words)")
        try await stage.take(.dismiss, on: id)
        let subject = try #require(try await stage.subject(id))
        let step = try #require(subject.steps.last)
        #expect(step.form["order_ended"]?.contains(isServed ? "按撤销理由终止" : "不再送达，随案件终止") == true)
        #expect(CaseForm.lines(of: step, .chinese).contains { $0["label"] == "责令改正" })
        #expect(OrderEnding(of: subject)?.number == "改〔2026〕1号")
        let order = try #require(subject.order.flatMap { CaseDocument(of: $0.number, in: subject) })
        let paper = DocumentPage(document: order, subject: subject, place: .example).view(.chinese)
        #expect((paper["ended"] as? String) == step.form["order_ended"], "beside the paper, which stays as issued")
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
