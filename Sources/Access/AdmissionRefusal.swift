/// Why a person could not be admitted.
public enum AdmissionRefusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// Somebody has this identifier or login already.
    case alreadyAdmitted
    /// The password is too weak.
    case password(PasswordRule.Refusal)

    public var description: String {
        switch self {
        case .alreadyAdmitted: "somebody with this identifier or login is admitted already; choose another"
        case .password(.tooShort): "the password has fewer than 12 characters; choose a longer one"
        case .password(.tooLong): "the password has more than 128 characters; choose a shorter one"
        case .password(.tooUniform): "the password has fewer than 5 different characters; choose a less uniform one"
        case .password(.containsLogin): "the password contains the login; choose one without it"
        case .password(.tooCommon):
            "the password is made of common words, rows of keys or counted digits; choose words of different kinds"
        }
    }
}
