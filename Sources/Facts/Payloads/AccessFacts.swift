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

/// An officer's certificate of administrative enforcement (行政执法证) was entered into the register.
public struct CertificateRecorded: Fact {
    public static let kind = "access.certificate-recorded"
    /// Its number.
    public let number: String
    /// Whose it is.
    public let person: PersonID
    /// The first day on which it is valid.
    public let validFrom: CivilDate
    /// The last day on which it is valid.
    public let validTo: CivilDate

    /// A recorded certificate.
    public init(number: String, person: PersonID, validFrom: CivilDate, validTo: CivilDate) {
        self.number = number
        self.person = person
        self.validFrom = validFrom
        self.validTo = validTo
    }
}

/// A certificate no longer counts, from the moment of this fact on.
public struct CertificateWithdrawn: Fact {
    public static let kind = "access.certificate-withdrawn"
    /// Its number.
    public let number: String
    /// Whose it was.
    public let person: PersonID
    /// Why.
    public let reason: String

    /// A withdrawn certificate.
    public init(number: String, person: PersonID, reason: String) {
        self.number = number
        self.person = person
        self.reason = reason
    }
}
