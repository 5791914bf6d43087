/// How somebody came in, as the journal names it.
public enum SignInWay: String, Sendable {
    /// By login and password.
    case password
    /// By one click, in a database that was created as a demonstration; refused in any other.
    case demonstration
}
