import Facts
public import Kernel
import Persistence
import Synchronization

extension AccessRoom {
    /// The visitor of a session's token; nil when the session is closed, idle for 30 minutes or 12 hours old.
    public func visitor(token: String) async throws -> Visitor? {
        let (digest, now) = (Digest256(of: token), clock.now())
        guard let found = try await database.read({ try SessionStore.find(digest, at: now, in: $0) }) else {
            return nil
        }
        if found.lastSeen.adding(minutes: SessionStore.seenEveryMinutes) <= now {
            try await database.write { access in try SessionStore.markSeen(digest, at: now, in: access) }
        }
        return found.visitor
    }

    /// Whether a session is still open, without counting as being seen: for streams that outlast a visit.
    public func isOpen(token: String) async throws -> Bool {
        let (digest, now) = (Digest256(of: token), clock.now())
        return try await database.read { access in try SessionStore.find(digest, at: now, in: access) != nil }
    }

    /// Closes a session.
    public func signOut(token: String) async throws {
        let digest = Digest256(of: token)
        try await database.write { access in try SessionStore.close(digest, in: access) }
    }

    /// The open sessions of a person, newest first.
    public func sessions(of person: PersonID) async throws -> [OpenSession] {
        let now = clock.now()
        return try await database.read { try SessionStore.all(of: person, at: now, in: $0) }
    }

    /// What the list calls the session of a token.
    public func reference(ofSession token: String) -> String { SessionStore.reference(of: Digest256(of: token)) }

    /// Ends one session of a person. Refuses with `AccessRefusal.unknownSession`.
    public func endSession(_ reference: String, of person: PersonID, by author: PersonID) async throws {
        let journal = journal
        try await database.write { access in
            guard try SessionStore.close(reference: reference, of: person, in: access) else {
                throw AccessRefusal.unknownSession
            }
            try journal.append(
                SessionsEnded(person: person, count: 1), about: FactSubject(reference: person.text),
                by: .person(author), in: access)
        }
    }

    /// Ends every session of a person, but that of a token when one is given; tells how many.
    @discardableResult
    public func endSessions(of person: PersonID, but token: String? = nil, by author: PersonID) async throws -> Int {
        let (journal, kept) = (journal, token.map { Digest256(of: $0) })
        return try await database.write { access in
            let count = try SessionStore.closeAll(of: person, but: kept, in: access)
            guard count > 0 else { return 0 }
            try journal.append(
                SessionsEnded(person: person, count: count), about: FactSubject(reference: person.text),
                by: .person(author), in: access)
            return count
        }
    }

    /// Until when somebody's login or code is closed after wrong attempts; nil when neither is.
    public func lockedUntil(_ person: Person) -> Instant? {
        let now = clock.now()
        return shared.attempts.withLock { book in
            Self.attemptKeys(of: person).compactMap { book.lockedUntil($0, at: now) }.max()
        }
    }

    /// Opens a login again. For the security administrator; refuses with `AccessRefusal`.
    public func unlock(_ id: PersonID, by author: PersonID) async throws {
        guard id != author else { throw AccessRefusal.oneself }
        let journal = journal
        let person = try await database.write { access in
            guard let person = try People.person(id, in: access) else { throw AccessRefusal.unknownPerson }
            try journal.append(
                LoginUnlocked(person: id), about: FactSubject(reference: id.text), by: .person(author), in: access)
            return person
        }
        shared.attempts.withLock { book in
            for key in Self.attemptKeys(of: person) { book.succeed(key) }
        }
    }

    private static func attemptKeys(of person: Person) -> [Digest256] {
        [attemptKey(login: person.login.text), attemptKey(codeOf: person.id), attemptKey(passwordOf: person.id)]
    }
}
