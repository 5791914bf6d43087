import Kernel

/// A committee's finding on whether those who are late with a task are excused (容错免责).
public struct ToleranceFinding: Sendable, Equatable {
    /// 1, 2, 3 … within the task.
    let number: Int
    let finding: Finding
    /// The committee's document.
    let document: String
    /// The conditions that it found met.
    let met: Set<Condition>
    let note: String
    /// As the journal names who recorded it.
    let author: String
    let foundAt: Instant

    /// What was found.
    public enum Finding: String, Sendable, CaseIterable {
        /// Excused.
        case granted
        /// Not excused.
        case refused
    }

    /// What must be so for somebody to be excused; design values after the policy's task 61.
    public enum Condition: String, Sendable, CaseIterable {
        /// It was a reform that was tried out.
        case trial
        /// It rested on a decision that is documented.
        case basis
        /// The procedure was kept.
        case procedure
        /// Nobody gained by it.
        case gain
        /// What went wrong was put right in time.
        case correction
    }
}
