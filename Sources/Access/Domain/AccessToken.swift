public import Kernel

/// The public code of a bearer token: what lists and the journal call it.
public struct TokenID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool {
        (4...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isDecimalDigit || (0x41...0x5A).contains($0) || $0 == 0x2D }
    }
}

/// A bearer token of a program that acts for a person (RFC 6750). What it carries is stored as a digest only.
public struct AccessToken: Hashable, Sendable {
    /// What a token may do.
    public enum Reach: String, Sendable, CaseIterable {
        /// Reads.
        case read
        /// Reads, and sends what its owner may send. Never an administrator's.
        case write
    }

    /// To whose rows a token is narrowed.
    public enum Narrowing: Hashable, Sendable {
        /// To none beside what its owner sees.
        case none
        /// To one region.
        case region(RegionCode)
        /// To one enterprise.
        case enterprise(EnterpriseID)
    }

    /// Its public code.
    public let id: TokenID
    /// Whose it is.
    public let person: PersonID
    /// What it is for, 1 to 80 characters.
    public let label: String
    /// What it may do.
    public let reach: Reach
    /// To whose rows it is narrowed.
    public let narrowing: Narrowing
    /// When it was made.
    public let createdAt: Instant
    /// When it ends.
    public let expiresAt: Instant
    /// When it was revoked, if it was.
    public let revokedAt: Instant?
    /// When it was used last; written down once a minute at most.
    public let lastUsed: Instant?

    /// Whose rows a token sees: what its owner sees now, narrowed, and never a row more.
    public static func sight(of owner: Scope, narrowedTo narrowing: Narrowing) -> Scope {
        switch (narrowing, owner) {
        case (.none, _): owner
        case (.region(let region), .city): .regions([region])
        case (.region(let region), .regions(let own)): own.contains(region) ? .regions([region]) : .nothing
        case (.region, .enterprise), (.region, .nothing): .nothing
        case (.enterprise(let enterprise), .city): .enterprise(enterprise)
        case (.enterprise(let enterprise), .enterprise(let own)): enterprise == own ? owner : .nothing
        // Whether the enterprise lies in the regions is not known here, so nothing is seen rather than too much.
        case (.enterprise, .regions), (.enterprise, .nothing): .nothing
        }
    }
}
