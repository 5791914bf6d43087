public import Kernel

/// One form that was sent, one list of people that was taken away, or one sign-in: who, what, when, from where, and
/// what came of it.
public struct AccessEvent: Sendable, Equatable {
    /// How somebody came.
    public enum Way: String, Sendable, CaseIterable {
        /// In a session.
        case session
        /// By a bearer token.
        case token
        /// While signing in.
        case signIn = "sign-in"
    }

    /// 1, 2, 3 …; 0 before it is kept.
    public let number: Int64
    /// When.
    public let at: Instant
    /// Who; nil when the login that was tried belongs to nobody.
    public let person: PersonID?
    /// How they came.
    public let way: Way
    /// From which address.
    public let address: String
    /// What the form was sent to, without a query, or which list was taken away, with its filter; at most 200
    /// characters.
    public let path: String
    /// The HTTP status of the answer.
    public let status: Int

    /// An event that is to be kept.
    public init(at: Instant, person: PersonID?, way: Way, address: String, path: String, status: Int) {
        self.init(number: 0, at: at, person: person, way: way, address: address, path: path, status: status)
    }

    init(number: Int64, at: Instant, person: PersonID?, way: Way, address: String, path: String, status: Int) {
        self.number = number
        self.at = at
        self.person = person
        self.way = way
        self.address = address
        self.path = String(path.prefix(200))
        self.status = status
    }
}
