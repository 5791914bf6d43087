public import Kernel

/// Why a step is not taken.
public enum CaseRefusal: Error, Equatable, Sendable {
    /// The case does not exist, or is not in sight.
    case notFound
    /// Another role takes this step.
    case wrongRole(needed: Role)
    /// The case is not in the state this action starts from.
    case wrongState(action: CaseAction, state: CaseState)
    /// Somebody took a step since the page was shown (two officers at once, or a second click).
    case overtaken(state: CaseState)
    /// A date is missing or is no date.
    case dateMissing(field: String)
    /// A date lies outside what the loop allows.
    case dateOutOfRange(field: String, from: CivilDate, to: CivilDate)
    /// The officer who re-checked may not close (two levels).
    case sameOfficer
    /// The outlet still exceeds: nothing can be found right, or closed, while it does.
    case stillExceeding
    /// The second officer of a check is named as the first one again.
    case companionIsSelf
}
