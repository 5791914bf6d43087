import Facts
public import Kernel
import Persistence

extension AccessRoom {
    /// What the system administrator wants of a move.
    public struct Move: Sendable {
        /// Who moves.
        public let person: PersonID
        /// Where to.
        public let organisation: OrganisationID
        /// What they shall be there; the security administrator grants it.
        public let role: Role
        /// Who goes on with open duties of the old post.
        public let successor: PersonID?
        /// Why.
        public let reason: String

        /// A move.
        public init(
            person: PersonID, organisation: OrganisationID, role: Role, successor: PersonID?, reason: String
        ) {
            self.person = person
            self.organisation = organisation
            self.role = role
            self.successor = successor
            self.reason = reason
        }
    }

    /// Moves a person to another organisation. Until the security administrator grants the role there, they cannot
    /// sign in; password and second factor stay theirs. Sessions, tokens and certificates of the old post end, its
    /// open duties go to a named successor or back to the role.
    ///
    /// Refuses with `AccessRefusal`. Returns the duties that were open.
    @discardableResult
    public func move(_ move: Move, by author: PersonID) async throws -> [DutyID] {
        try await database.write { [self] access in try take(move, by: author, in: access) }
    }

    /// Refuses what `move` would refuse; nobody moves.
    public func rehearse(_ move: Move, by author: PersonID) async throws {
        try await database.rehearse { [self] access in _ = try take(move, by: author, in: access) }
    }

    private func take(_ move: Move, by author: PersonID, in access: any WriteAccess) throws -> [DutyID] {
        guard move.person != author else { throw AccessRefusal.oneself }
        guard let person = try People.person(move.person, in: access) else { throw AccessRefusal.unknownPerson }
        guard person.standing != .left else { throw AccessRefusal.hasLeft }
        guard let place = try Organisations.organisation(move.organisation, in: access) else {
            throw AccessRefusal.unknownOrganisation
        }
        guard person.organisation != move.organisation else { throw AccessRefusal.sameOrganisation }
        guard let post = place.post(as: move.role) else { throw AccessRefusal.roleElsewhere }
        let ended = try endPost(
            of: person, successor: move.successor, because: move.reason, by: author, at: clock.now(), in: access)
        let moved = Person(
            id: person.id, login: person.login, name: person.name, post: post, organisation: move.organisation,
            standing: .proposed)
        try People.move(moved, in: access)
        try journal.append(
            PersonMoved(
                person: person.id, from: person.organisation?.text, to: move.organisation.text, role: move.role,
                successor: move.successor, duties: ended.duties, sessionsEnded: ended.sessions,
                tokensEnded: ended.tokens, reason: move.reason),
            about: FactSubject(reference: person.id.text), by: .person(author), in: access)
        return ended.duties
    }
}
