/// What a password must be: 12 to 128 characters, at least 5 different ones, without the login in it, and not made of
/// what everybody tries first (``GuessedPasswords``).
///
/// Length instead of kinds of characters (OWASP ASVS 5.0, 6.2); GB/T 22239 asks for 8 with three of four kinds.
/// `docs/threat-model.md` says why we chose so.
public enum PasswordRule {
    /// Why a password is not taken.
    public enum Refusal: Error, Equatable, Sendable, CaseIterable {
        /// Fewer than 12 characters.
        case tooShort
        /// More than 128 characters.
        case tooLong
        /// Fewer than 5 different characters.
        case tooUniform
        /// The login stands in it.
        case containsLogin
        /// Made of common words, rows of keys and counted digits.
        case tooCommon
    }

    /// How many characters a password has.
    public static let lengths = 12...128
    /// How many different characters it has at least.
    public static let differentCharactersMin = 5

    /// Refuses a password that is too weak.
    public static func check(_ password: String, for login: Login) throws(Refusal) {
        guard password.count >= lengths.lowerBound else { throw .tooShort }
        guard password.count <= lengths.upperBound else { throw .tooLong }
        guard Set(password).count >= differentCharactersMin else { throw .tooUniform }
        guard !password.lowercased().contains(login.text) else { throw .containsLogin }
        guard !GuessedPasswords.make(password) else { throw .tooCommon }
    }
}
