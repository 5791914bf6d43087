import Facts
import Kernel

/// What the second officer says of a record that the first one wrote (现场检查记录、复查记录): a fact beside its step, which
/// holds up nothing.
struct RecordAnswer: Sendable, Equatable {
    /// What can be said.
    enum Verdict: String, Sendable, CaseIterable {
        /// It is as both found it.
        case confirmed
        /// It is not; the words say what.
        case objected
        /// The second officer has left the office: a colleague notes it, and the record stays unconfirmed.
        case left
    }

    /// The step that made the record.
    let step: Int
    let verdict: Verdict
    let words: String
    let actor: PersonID
    let actorName: String
    let role: Role
    let at: Instant

    /// The digest of the name and the role under which it was answered.
    var seal: Digest256 { NameSeal.of(actorName, .person(actor), role: role) }

    /// The field of a record's step that tells until when the second officer is to answer. Records of earlier programs
    /// lack it, and owe no answer.
    static let dueField = "confirm_by"
    /// The field that tells as what the second officer works.
    static let roleField = "companion_role"
    /// The kind of the duty to answer.
    static let dutyKind = "supervision.confirm-record"

    /// What its duty is about: the case and the step, so that nothing that happens to the duty of the case ends it.
    static func reference(_ step: Int, of id: CaseID) -> String { "\(id).\(step)" }

    /// The case and the step that a duty of this kind is about; nil for another reference.
    static func place(_ reference: String) -> (caseID: CaseID, step: Int)? {
        let parts = reference.split(separator: ".")
        guard parts.count == 2, let id = CaseID(String(parts[0])), let step = Int(parts[1]) else { return nil }
        return (id, step)
    }

    /// Checks what a form says of a record.
    ///
    /// - Parameters:
    ///   - step: The step of the record.
    ///   - known: What was answered before; nil for nothing.
    ///   - officers: Who may work on site there.
    /// - Returns: The answer, or why it is not taken.
    static func answer(
        _ form: [String: String], to step: Step, known: RecordAnswer?, by actor: Actor, officers: [CertifiedOfficer],
        at now: Instant
    ) throws(RecordRefusal) -> RecordAnswer {
        guard let companion = step.companion, step.form[dueField] != nil else { throw .notOwed }
        guard known == nil else { throw .answered }
        guard let verdict = form["verdict"].flatMap(Verdict.init) else { throw .verdictMissing }
        let isHere = officers.contains { $0.person == companion }
        switch verdict {
        case .confirmed, .objected:
            guard actor.person == companion else { throw .notYours(step.form["companion_name"] ?? "") }
        case .left:
            guard !isHere else { throw .stillHere(step.form["companion_name"] ?? "") }
            guard actor.person != step.actor, officers.contains(where: { $0.person == actor.person }) else {
                throw .notAColleague
            }
        }
        let words = form["words"] ?? ""
        guard verdict == .confirmed || !words.isEmpty else { throw .wordsMissing }
        return RecordAnswer(
            step: step.number, verdict: verdict, words: words, actor: actor.person, actorName: actor.name,
            role: actor.role, at: now)
    }
}
