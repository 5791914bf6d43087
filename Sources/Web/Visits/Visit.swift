import Access
public import Kernel

/// One request as a handler sees it: checked, decoded, bounded.
public struct Visit: Sendable {
    /// Who visits; nil when nobody is signed in.
    public internal(set) var actor: Actor?
    /// What the visitor must give before anything else; nil when nothing is owed.
    let owed: Visitor.Owed?
    /// Where the visit came from.
    let origin: VisitOrigin
    /// The language to answer in.
    public let language: Language
    /// The moment of the visit.
    public let now: Instant
    /// Whether a program asks for JSON.
    public let wantsJSON: Bool
    /// The path, as sent, without the query.
    public let path: String
    /// The validated fields of a POST: trimmed, in bounds. Empty optional fields are absent; flags are `true` or
    /// `false`.
    public let form: [String: String]
    /// The file of a form whose route takes one; nil when none was sent.
    public internal(set) var file: ReceivedFile?
    /// In `Route.onRefusal`: what was wrong with the form and what was typed.
    public internal(set) var refused: RefusedForm?
    /// For live streams: the position of the last event that a returning browser has heard; nil on a first visit.
    public let lastEvent: Int64?
    /// The session's token against forged forms; empty when nobody is signed in.
    let csrfToken: String
    /// The session's secret, as the browser sent it; nil when no session is open.
    let sessionToken: String?
    /// The bearer token of a program; nil for people.
    let bearer: String?
    /// Where a form asked to go on, if that is a place of this site.
    let next: String?
    let typeSize: TypeSize
    let parameters: [String: String]
    /// The query's pairs as sent, decoded.
    var queryPairs: [(name: String, value: String)]
    /// Of a page: what its address asked for that cannot be read, and was left out. The frame says so.
    var unread: [UnreadValue] = []
    /// Of a form that was sent: the pattern of its route. Nil for what is read.
    var act: String?
    /// Of a page: what the person did just before, and where its receipt lies. The frame says so once.
    var done: (what: Phrase, receipt: String?)?
    /// Of a page: the codes with their names that its filters offer, by the filter's name.
    var offered: [String: [(code: String, name: Phrase)]] = [:]
    /// The site's address as this visitor wrote it, or as the settings say, `https://jianhu.example.cn`.
    public let siteAddress: String
    /// The page that links of the frame lead back to: this one, or the one whose form was sent.
    let returnPath: String
    /// What the fields of the route are called, by name.
    var labels: [String: Phrase] = [:]
    /// `Route.fileRowsMax` of the route.
    var fileRowsMax = ListFormat.rowsMax
    /// `Route.listPlace` of the route.
    var listPlace: String??
    /// Where the day of a liaison begins; nil for everybody else, and for liaisons without a page of their own.
    var home: String?

    /// A digest of the address that the visit came from, to count what one sender sends; it is kept nowhere.
    public var sender: Digest256 { Digest256(of: origin.address) }

    /// Who visits; refuses when nobody is signed in.
    public func signedIn() throws -> Actor {
        guard let actor else { throw Problem.signInNeeded }
        return actor
    }

    /// The segment that `{name}` stands for, decoded, 1 to 200 characters.
    ///
    /// A name that the route's path does not have is a programmer's error.
    public func parameter(_ name: String) throws -> String {
        guard let value = parameters[name] else {
            preconditionFailure("the route of \(path) has no parameter {\(name)}")
        }
        return value
    }

    /// A parameter read as a code; a text that is no such code leads nowhere (404).
    public func code<Code: Identifier>(_ name: String) throws -> Code {
        guard let code = Code(try parameter(name)) else { throw Problem.notFound }
        return code
    }

    /// A value of the address's query, at most 500 characters; nil when absent or empty. What the route declares has
    /// been held against its kind.
    public func query(_ name: String) -> String? {
        guard let value = queryPairs.first(where: { $0.name == name })?.value, !value.isEmpty else { return nil }
        // No database takes a NUL in a text.
        return value.utf8.count <= 2_000 && value.count <= 500 && !value.utf8.contains(0) ? value : nil
    }

    /// All values of the address's query of one name, in their order, each at most 500 characters; without empty ones.
    public func queries(_ name: String) -> [String] {
        queryPairs.filter { $0.name == name }.map(\.value).filter {
            !$0.isEmpty && $0.utf8.count <= 2_000 && $0.count <= 500 && !$0.utf8.contains(0)
        }
    }

    /// The names of all values of the address's query, as sent.
    public var queryNames: [String] { queryPairs.map(\.name) }

    /// The address of this page with one value of its query set: for links that change one part of a filter.
    public func address(with name: String, _ value: String?) -> String {
        var pairs = queryPairs.filter { $0.name != name }
        if let value { pairs.append((name, value)) }
        return returnPath + Self.query(pairs)
    }

    /// Where this list can be had in a format, as it is filtered; nil when the page is no list.
    func exportAddress(_ format: ListFormat) -> String? {
        guard let listPlace else { return nil }
        return "\(path).\(format.rawValue)" + Self.query(leaving(out: listPlace).queryPairs)
    }

    /// The same visit without one value of its query.
    func leaving(out name: String?) -> Visit {
        var visit = self
        visit.queryPairs.removeAll { $0.name == name }
        return visit
    }

    private static func query(_ pairs: [(name: String, value: String)]) -> String {
        guard !pairs.isEmpty else { return "" }
        return "?"
            + pairs.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }
            .joined(separator: "&")
    }
}
