public import Kernel

/// Somebody with an open session, or a program with a token of theirs.
public struct Visitor: Sendable, Equatable {
    /// How a visitor proved who they are.
    public enum Proof: Sendable, Equatable {
        /// A session's cookie.
        case session
        /// A bearer token, with what it may do.
        case token(AccessToken.Reach)
    }

    /// What is owed before anything else can be done.
    public enum Owed: Sendable, Equatable, CaseIterable {
        /// The code of the second factor.
        case code
        /// A password of one's own in place of the start password.
        case password
        /// A second factor, which administrators must have.
        case secondFactor
    }

    /// Who acts.
    public let actor: Actor
    /// The session's secret that each form must carry: 64 hexadecimal digits; empty for a token, which needs none.
    public let csrfToken: String
    /// How they proved it.
    public let proof: Proof
    /// What they owe; nil when they may go on.
    public let owed: Owed?
    /// Whether it is a token that sees less than its owner.
    public var isNarrowed = false
    /// Where the day of a liaison begins; nil for everybody else, and for liaisons without a page of their own.
    public var home: String?
    /// In which language and type they read; a program asks in the address.
    public var preferences = Preferences.none
}

/// Where a visit came from.
public struct VisitOrigin: Hashable, Sendable {
    /// The network address, or `program` for a call within the program.
    public let address: String
    /// What the browser calls itself, at most 120 characters.
    public let agent: String

    /// Where a visit came from.
    public init(address: String, agent: String) {
        self.address = String(address.prefix(64))
        self.agent = String(agent.prefix(120))
    }

    /// A call within the program.
    public static let program = VisitOrigin(address: "program", agent: "")
}
