import Kernel

/// What people of some roles see once more before a form of theirs is taken.
struct AnswerCheck: Sendable {
    let roles: Set<Role>
    /// Fields of the form that the person never sees.
    let hidden: Set<String>
    /// Whom or what the form is about and what follows, where that has to be said.
    let question: Confirmation?
    /// Takes the form as it would be taken, and takes all back: what the rules refuse is told before anybody looks over
    /// it in vain. Nil where the form alone decides.
    let rehearsal: Rehearsal?

    /// Refuses what the act would refuse, and changes nothing.
    typealias Rehearsal = @Sendable (Visit) async throws -> Void
}
