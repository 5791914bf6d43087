public import Kernel

/// Why somebody could not sign in. It never says whether the login exists.
public enum SignInRefusal: Error, Equatable, Sendable {
    /// The login is unknown or the password is another.
    case wrongLoginOrPassword
    /// Too many attempts for this login; closed until then.
    case locked(until: Instant)
    /// The code of the second factor is wrong, too old, or was used before.
    case wrongCode
    /// Too many people are signing in at this moment.
    case busy
}
