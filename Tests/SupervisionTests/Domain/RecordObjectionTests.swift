import Kernel
import Testing
import Web

@testable import Supervision

/// A record to which the second officer objected is the ground of nothing in silence.
struct RecordObjectionTests {
    private func step(_ action: CaseAction, at state: CaseState, despite: String?) throws -> Step {
        let subject = CaseExample.subject(at: state)
        var form = CaseExample.form(of: action)
        form["despite"] = despite
        return try ClosedLoop.take(
            action, on: subject, seenStep: subject.steps.count, form: form,
            by: CaseExample.actor(action == .close ? .cityOfficer : .branchOfficer),
            at: StepMoment(
                now: CaseExample.opened.adding(hours: 24 * Int64(subject.steps.count)), rules: CaseExample.rules(),
                officers: [], answers: CaseExample.objections(to: subject)))
    }

    @Test(
        arguments: [
            (.qualify, .checked, "检〔2026〕1号"), (.order, .confirmed, "检〔2026〕1号"), (.order, .failed, "复〔2026〕1号"),
            (.handOver, .confirmed, "检〔2026〕1号"), (.close, .rechecked, "复〔2026〕1号"),
        ] as [(CaseAction, CaseState, String)])
    func `whoever goes on by it says why it stands, and the step tells both`(
        action: CaseAction, state: CaseState, record: String
    ) throws {
        #expect(throws: CaseRefusal.objected(record: record, words: "未到场")) {
            try step(action, at: state, despite: nil)
        }
        let taken = try step(action, at: state, despite: "照片有其本人（示例）")
        #expect(taken.form["despite"] == "照片有其本人（示例）")
        let told = try #require(StatedPaper(in: taken.form).objection)
        #expect(told.zh.contains(record) && told.zh.hasSuffix("提出异议：未到场"))
    }

    @Test func `a marked standstill is shown with what was measured meanwhile`() {
        let mark = StatedMark(
            number: 3, first: CaseExample.opened, last: CaseExample.opened, meaning: Phrase("停运", "standstill"),
            reason: "x", name: "示例", at: CaseExample.opened, measured: Phrase("氧含量 6.1–7.2", "oxygen 6.1–7.2"))
        let field = MarkFields.shownVerdict(of: .qualify, in: .checked, on: MarkedHours(marks: [mark]))
        #expect(field?.hint?.zh.contains("标记停运期间小时均值：氧含量 6.1–7.2") == true)
    }

    @Test func `the form shows the words and asks for the reason, and asks nothing where nobody objected`() {
        let subject = CaseExample.subject(at: .rechecked)
        let objections = RecordObjection.behind(.close, on: subject, CaseExample.objections(to: subject))
        let field = ObjectionFields.shown(on: objections)
        #expect(field?.required == true && field?.hint?.zh.hasSuffix("未到场") == true)
        #expect(ObjectionFields.shown(on: RecordObjection.behind(.close, on: subject, [:])) == nil)
    }
}
