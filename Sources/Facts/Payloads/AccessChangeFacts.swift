public import Kernel

/// An organisation was entered.
public struct OrganisationRecorded: Fact {
    public static let kind = "access.organisation-recorded"
    /// Its code.
    public let organisation: String
    /// Its name.
    public let name: String
    /// What it is, `branch` for instance.
    public let organisationKind: String

    /// A recorded organisation.
    public init(organisation: String, name: String, organisationKind: String) {
        self.organisation = organisation
        self.name = name
        self.organisationKind = organisationKind
    }
}

/// The system administrator entered a person, or moved one to another organisation. Nobody may sign in by it: the
/// security administrator grants the role.
public struct PersonProposed: Fact {
    public static let kind = "access.person-proposed"
    /// The person.
    public let person: PersonID
    /// The role that was asked for.
    public let role: Role
    /// The organisation.
    public let organisation: String

    /// A proposed person.
    public init(person: PersonID, role: Role, organisation: String) {
        self.person = person
        self.role = role
        self.organisation = organisation
    }
}

/// The security administrator granted a role.
public struct RoleGranted: Fact {
    public static let kind = "access.role-granted"
    /// The person.
    public let person: PersonID
    /// The role.
    public let role: Role

    /// A granted role.
    public init(person: PersonID, role: Role) {
        self.person = person
        self.role = role
    }
}

/// A person left: sessions, tokens, certificates and second factor ended, and open duties were handed over.
public struct PersonLeft: Fact {
    public static let kind = "access.person-left"
    /// Who left.
    public let person: PersonID
    /// Who goes on with the duties; nil when they went back to the role.
    public let successor: PersonID?
    /// The duties that were open.
    public let duties: [DutyID]
    /// How many sessions ended.
    public let sessionsEnded: Int
    /// How many tokens ended.
    public let tokensEnded: Int
    /// Why, in words.
    public let reason: String

    /// A person who left.
    public init(
        person: PersonID, successor: PersonID?, duties: [DutyID], sessionsEnded: Int, tokensEnded: Int, reason: String
    ) {
        self.person = person
        self.successor = successor
        self.duties = duties
        self.sessionsEnded = sessionsEnded
        self.tokensEnded = tokensEnded
        self.reason = reason
    }
}

/// A second factor was enrolled, taken away, or replaced for once by a recovery code.
public struct SecondFactorChanged: Fact {
    public static let kind = "access.second-factor-changed"
    /// Whose.
    public let person: PersonID
    /// `enrolled`, `reset` or `recovery-code-used`.
    public let change: String

    /// A changed second factor.
    public init(person: PersonID, change: String) {
        self.person = person
        self.change = change
    }
}

/// A password was changed by its owner, or replaced by a start password.
public struct PasswordChanged: Fact {
    public static let kind = "access.password-changed"
    /// Whose.
    public let person: PersonID
    /// `own` or `reset`.
    public let way: String

    /// A changed password.
    public init(person: PersonID, way: String) {
        self.person = person
        self.way = way
    }
}

/// Sessions of a person were ended by their owner or by the security administrator.
public struct SessionsEnded: Fact {
    public static let kind = "access.sessions-ended"
    /// Whose.
    public let person: PersonID
    /// How many.
    public let count: Int

    /// Ended sessions.
    public init(person: PersonID, count: Int) {
        self.person = person
        self.count = count
    }
}

/// The security administrator opened a login again that had been closed after wrong attempts.
public struct LoginUnlocked: Fact {
    public static let kind = "access.login-unlocked"
    /// Whose.
    public let person: PersonID

    /// An unlocked login.
    public init(person: PersonID) {
        self.person = person
    }
}

/// A bearer token was made.
public struct TokenIssued: Fact {
    public static let kind = "access.token-issued"
    /// Its public code.
    public let token: String
    /// Whose it is.
    public let person: PersonID
    /// `read` or `write`.
    public let reach: String
    /// When it ends.
    public let expiresAt: Instant

    /// An issued token.
    public init(token: String, person: PersonID, reach: String, expiresAt: Instant) {
        self.token = token
        self.person = person
        self.reach = reach
        self.expiresAt = expiresAt
    }
}

/// A bearer token no longer counts.
public struct TokenRevoked: Fact {
    public static let kind = "access.token-revoked"
    /// Its public code.
    public let token: String
    /// Whose it was.
    public let person: PersonID

    /// A revoked token.
    public init(token: String, person: PersonID) {
        self.token = token
        self.person = person
    }
}
