import Kernel

/// Why a step on a state episode may not be taken.
enum StateRefusal: Error, Equatable {
    /// There is no such episode in sight.
    case notFound
    /// Another role takes it.
    case wrongRole(needed: Role)
    /// Somebody was quicker, or the form was sent twice.
    case overtaken
    /// It does not start where the episode stands.
    case wrongStage(StateAction)
    /// The day lies ahead, or is none.
    case dayNotYet(field: String)
    /// Nobody is named who measures meanwhile, in which way, or from which day on.
    case noSubstitute(field: String)
    /// A repair is to be confirmed while no valid hour has come since.
    case goesOn
}
