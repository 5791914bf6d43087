public import Kernel

/// The security administrator asked that the password or the second factor of somebody who administers, or did, be
/// reset. It waits for an administrator of another kind.
public struct AdministratorResetAsked: Fact {
    public static let kind = "access.administrator-reset-asked"
    /// Whose.
    public let person: PersonID
    /// `password` or `second-factor`.
    public let what: String

    /// An asked reset.
    public init(person: PersonID, what: String) {
        self.person = person
        self.what = what
    }
}

/// A reset that waited was confirmed or refused. What a confirmed one changed is a fact of its own.
public struct AdministratorResetSettled: Fact {
    public static let kind = "access.administrator-reset-settled"
    /// Whose.
    public let person: PersonID
    /// `password` or `second-factor`.
    public let what: String
    /// Who had asked for it.
    public let askedBy: PersonID
    /// `confirmed` or `refused`.
    public let outcome: String

    /// A settled reset.
    public init(person: PersonID, what: String, askedBy: PersonID, outcome: String) {
        self.person = person
        self.what = what
        self.askedBy = askedBy
        self.outcome = outcome
    }
}
