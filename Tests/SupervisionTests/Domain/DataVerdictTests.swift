import Kernel
import Testing

@testable import Supervision

/// Values that were sent again end an order only when the city says that it takes them.
struct DataVerdictTests {
    @Test(
        arguments: [(.ordered, nil, false), (.ordered, "accepted", true), (.answered, nil, true)]
            as [(CaseState, String?, Bool)])
    func `a dismissal after a check names the values and takes them in words`(
        state: CaseState, answer: String?, isTaken: Bool
    ) throws {
        let subject = CaseExample.subject(at: state, episodes: [CaseExample.episode(isWithdrawn: true)])
        var form = CaseExample.form(of: .dismiss)
        form["data"] = answer
        let rules = try CaseExample.rules()
        let taken = Result { () throws(CaseRefusal) in
            try ClosedLoop.take(
                .dismiss, on: subject, seenStep: subject.steps.count, form: form,
                by: CaseExample.actor(.cityOfficer),
                at: StepMoment(
                    now: CaseExample.opened.adding(hours: 240), rules: rules, officers: [],
                    replaced: [.example]))
        }
        guard isTaken else {
            #expect(throws: CaseRefusal.self) { try taken.get() }
            return
        }
        let told = StatedPaper(in: try taken.get().form).replaced
        let frames = ["N", "D"].map { Digest256(of: $0).hex.prefix(16) }
        #expect(
            told?.zh
                == "二氧化硫 2026-11-23 07:00：180（标记 N）〔报文 \(frames[0])〕 → 20（标记 D）〔报文 \(frames[1])〕（2026-11-25 22:00 收到）"
        )
    }
}
