import Facts
import Kernel

/// An objection of the second officer to a record on which steps of a case rest. It holds nothing up, and is not passed
/// over: whoever goes on by the record says why it stands.
struct RecordObjection: Sendable, Equatable {
    /// The number of the record: 检〔2026〕1号.
    let record: String
    let answer: RecordAnswer

    /// The field of a form that says why a record stands although it is objected to.
    static let field = "despite"
    /// The field of a step that tells of the objections, in Chinese; with `_en` in English.
    static let toldField = "objection"

    /// Whether steps of this kind rest on a record of a check on site.
    static func rests(_ action: CaseAction) -> Bool { [.qualify, .order, .handOver, .close].contains(action) }

    /// The objections to the newest check and the newest re-check since a case was last reopened.
    static func all(of subject: SupervisionCase, _ answers: [Int: RecordAnswer]) -> [RecordObjection] {
        objections(to: [.check, .recheck], of: subject, answers)
    }

    /// Those to the records that a step would rest on: a closure on the re-check where there was one, an order on the
    /// check, or on the re-check that failed.
    static func behind(
        _ action: CaseAction, on subject: SupervisionCase, _ answers: [Int: RecordAnswer]
    ) -> [RecordObjection] {
        let isRechecked = subject.round.contains { $0.action == .recheck }
        let grounds: [CaseAction] =
            switch action {
            case .qualify: [.check]
            case .order, .close: isRechecked ? [.recheck] : [.check]
            case .handOver: [.check, .recheck]
            case .warn, .answer, .accept, .check, .serve, .report, .recheck, .reportFault, .repair, .correctMark,
                .confirm, .mark, .askTime, .decideTime, .refuseData, .dismiss:
                []
            }
        return objections(to: grounds, of: subject, answers)
    }

    /// Refuses a step that rests on an objected record in silence.
    static func check(
        _ action: CaseAction, _ form: [String: String], on subject: SupervisionCase, _ answers: [Int: RecordAnswer]
    ) throws(CaseRefusal) {
        guard let first = behind(action, on: subject, answers).first, (form[field] ?? "").isEmpty else { return }
        throw .objected(record: first.record, words: first.answer.words)
    }

    /// A form with the objections that its step and its paper tell of; a reason that answers none is left out.
    static func naming(
        _ answers: [Int: RecordAnswer], in form: [String: String], of action: CaseAction, on subject: SupervisionCase
    ) -> [String: String] {
        guard rests(action) else { return form }
        var form = form
        if behind(action, on: subject, answers).isEmpty { form[field] = nil }
        let words = all(of: subject, answers).map(\.phrase)
        guard !words.isEmpty else { return form }
        form[toldField] = words.map(\.zh).joined(separator: "；")
        form[toldField + "_en"] = words.map(\.en).joined(separator: "; ")
        return form
    }

    private static func objections(
        to actions: [CaseAction], of subject: SupervisionCase, _ answers: [Int: RecordAnswer]
    ) -> [RecordObjection] {
        actions.compactMap { action in
            guard let step = subject.round.last(where: { $0.action == action }), let answer = answers[step.number],
                answer.verdict == .objected
            else { return nil }
            let number = CaseDocument(of: step.number, in: subject)?.fullNumber(in: subject) ?? ""
            return RecordObjection(record: number, answer: answer)
        }
    }

    /// Who objected to what, when, in which words.
    var phrase: Phrase {
        let (name, at, words) = (answer.actorName, answer.at.civil.minuteText, answer.words)
        return Phrase(
            "\(record)：同行执法人员\(name)于 \(at) 提出异议：\(words)",
            "\(record): objected to by the second officer \(name) at \(at): \(words)")
    }
}
