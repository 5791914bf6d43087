public import Facts
public import Kernel
import Persistence

extension AccessRoom {
    /// What every token begins with, so that people and scanners recognise one that lies around.
    public static let tokenPrefix = "jianhu_"
    /// The longest life of a token, in days.
    public static let tokenDays = 1...366

    /// Makes a token. What it carries is returned once; only its digest stays. Refuses with `AccessRefusal`.
    ///
    /// - Parameter days: 1 to 366.
    public func issueToken(
        for person: PersonID, label: String, reach: AccessToken.Reach, narrowing: AccessToken.Narrowing, days: Int,
        by author: FactAuthor
    ) async throws -> (token: AccessToken, secret: String) {
        guard Self.tokenDays.contains(days) else { throw AccessRefusal.tokenLife }
        guard (1...80).contains(label.count) else { throw AccessRefusal.organisationName }
        let secret = Self.tokenPrefix + entropy.bytes(32).hex
        guard let id = TokenID("T-" + entropy.bytes(5).hex.uppercased()) else { throw AccessRefusal.unknownToken }
        let (journal, now) = (journal, clock.now())
        let token = AccessToken(
            id: id, person: person, label: label, reach: reach, narrowing: narrowing, createdAt: now,
            expiresAt: now.adding(hours: Int64(days) * 24), revokedAt: nil, lastUsed: nil)
        try await database.write { [register] access in
            guard let owner = try People.person(person, in: access) else { throw AccessRefusal.unknownPerson }
            if case .enterprise(let enterprise) = narrowing, try !register.knows(enterprise, access) {
                throw AccessRefusal.unknownNarrowing
            }
            guard owner.standing == .active else { throw AccessRefusal.hasLeft }
            guard reach == .read || !owner.role.isAdministration else { throw AccessRefusal.tokenTooFar }
            if narrowing != .none {
                guard AccessToken.sight(of: owner.scope, narrowedTo: narrowing) != .nothing else {
                    throw AccessRefusal.narrowingUnseen
                }
            }
            try TokenStore.insert(token, hash: Digest256(of: secret), in: access)
            try journal.append(
                TokenIssued(token: id.text, person: person, reach: reach.rawValue, expiresAt: token.expiresAt),
                about: FactSubject(reference: person.text), by: author, in: access)
        }
        return (token, secret)
    }

    /// The visitor of a bearer token: its owner as they are now, seeing no more than the token may. Nil when it is
    /// unknown, over, revoked, or its owner has left.
    public func visitor(bearer secret: String) async throws -> Visitor? {
        let (digest, now) = (Digest256(of: secret), clock.now())
        guard let found = try await database.read({ try TokenStore.find(digest, at: now, in: $0) }) else { return nil }
        let (token, owner) = found
        // A role that became an administrator's after the token was made keeps no writing token.
        let reach: AccessToken.Reach = owner.role.isAdministration ? .read : token.reach
        if token.lastUsed.map({ $0.adding(minutes: TokenStore.usedEveryMinutes) <= now }) ?? true {
            try await database.write { try TokenStore.markUsed(token.id, at: now, in: $0) }
        }
        let sight = AccessToken.sight(of: owner.scope, narrowedTo: token.narrowing)
        return Visitor(
            actor: Actor(person: owner.id, name: owner.name, role: owner.role, scope: sight), csrfToken: "",
            proof: .token(reach), owed: nil, isNarrowed: sight != owner.scope)
    }

    /// All tokens, or those of a person, newest first.
    public func tokens(of person: PersonID? = nil) async throws -> [AccessToken] {
        try await database.read { try TokenStore.all(of: person, in: $0) }
    }

    /// Revokes a token. Refuses with `AccessRefusal.unknownToken`; with an owner, only theirs is found.
    public func revokeToken(_ id: TokenID, ownedBy owner: PersonID? = nil, by author: PersonID) async throws {
        let (journal, now) = (journal, clock.now())
        try await database.write { access in
            guard let person = try TokenStore.revoke(id, at: now, in: access), owner == nil || owner == person else {
                throw AccessRefusal.unknownToken
            }
            try journal.append(
                TokenRevoked(token: id.text, person: person), about: FactSubject(reference: person.text),
                by: .person(author), in: access)
        }
    }
}
