/// How somebody came in, as the journal names it.
public enum SignInWay: String, Sendable {
    /// By login and password.
    case password
    /// By login, password and the code of an authenticator.
    case passwordAndCode = "password-and-code"
    /// By login, password and a recovery code.
    case passwordAndRecoveryCode = "password-and-recovery-code"
    /// By one click, in a database that was created as a demonstration; refused in any other.
    case demonstration

    /// What the session's row says: only the demonstration's way is told apart.
    var sessionWay: String { self == .demonstration ? "demonstration" : "password" }
}
