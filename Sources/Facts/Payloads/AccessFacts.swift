public import Kernel

/// A person was given access.
public struct PersonAdmitted: Fact {
    public static let kind = "access.person-admitted"
    /// The person.
    public let person: PersonID
    /// What the person may be.
    public let role: Role

    /// An admitted person.
    public init(person: PersonID, role: Role) {
        self.person = person
        self.role = role
    }
}

/// A person signed in.
public struct PersonSignedIn: Fact {
    public static let kind = "access.person-signed-in"
    /// The person.
    public let person: PersonID
    /// `password`, or `demonstration` for the one-click page.
    public let way: String

    /// A sign-in.
    public init(person: PersonID, way: String) {
        self.person = person
        self.way = way
    }
}

/// Somebody tried to sign in and was refused. The name that was tried is not kept: people type passwords into it.
public struct SignInRefused: Fact {
    public static let kind = "access.sign-in-refused"
    /// The person whose name was tried, when there is one.
    public let person: PersonID?

    /// A refused sign-in.
    public init(person: PersonID?) {
        self.person = person
    }
}
