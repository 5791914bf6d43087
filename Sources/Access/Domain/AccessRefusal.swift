/// Why something about people, organisations, second factors or tokens is not done.
public enum AccessRefusal: Error, Equatable, Sendable, CaseIterable {
    /// Nobody of this code is entered.
    case unknownPerson
    /// The person has left.
    case hasLeft
    /// Nobody grants a role to, resets or hands over themselves.
    case oneself
    /// Who administers one thing never administers another: not now, and not later.
    case otherAdministration
    /// Somebody of this name administers something else already.
    case sameName
    /// The last administrator of a kind cannot leave or become something else.
    case lastAdministrator
    /// An administration is granted to those who were entered for it.
    case entryNeeded
    /// A reset of somebody who administers, or did, waits for a second administrator.
    case confirmationNeeded
    /// An administrator of another kind than the asker's confirms.
    case otherKindNeeded
    /// No such reset waits, or it has lapsed.
    case noReset
    /// An organisation of this kind has no such role.
    case roleElsewhere
    /// The person belongs to no organisation yet.
    case noOrganisation
    /// There is no such organisation.
    case unknownOrganisation
    /// The person works there already.
    case sameOrganisation
    /// The code or the name of the organisation is taken.
    case organisationTaken
    /// A name has 1 to 80 characters.
    case organisationName
    /// Branches and area offices work in a region.
    case regionNeeded
    /// An enterprise names its entry in the register; nobody else does.
    case enterpriseOnly
    /// The register has no such enterprise.
    case unknownEnterprise
    /// Somebody signs in with this login.
    case loginTaken
    /// Open duties would have nobody: a successor must be named.
    case successorNeeded
    /// The successor must be active at the same post.
    case successorUnfit
    /// Whoever answers for work by name has a successor of the same organisation.
    case successorElsewhere
    /// The code is wrong, too old, or was used before.
    case wrongCode
    /// Enrolment was not begun, or there is no second factor.
    case noSecondFactor
    /// There is a second factor already; the security administrator takes it away first.
    case alreadyEnrolled
    /// The present password is another.
    case wrongPassword
    /// The new password is the present one.
    case samePassword
    /// The two new passwords are not the same.
    case passwordsDiffer
    /// The session is not open, or is somebody else's.
    case unknownSession
    /// There is no token of this code that still counts.
    case unknownToken
    /// A token reaches no further than its owner.
    case tokenTooFar
    /// A token is narrowed to what its owner does not see.
    case narrowingUnseen
    /// A token is narrowed to what is neither a region nor an enterprise here.
    case unknownNarrowing
    /// A token lives 1 to 366 days.
    case tokenLife
}
