import Kernel

/// What the acts that the audit keeps are called: the title of the route that a form was sent to or a list was taken
/// from, and what the route's path names.
struct ActNames: Sendable {
    /// An act in words.
    struct Name: Sendable, Equatable {
        /// What was done.
        let act: Phrase
        /// To what: the codes in the path; empty for an act that names none.
        let objects: [String]
    }

    private let table: RouteTable

    /// The names that these routes give.
    init(_ routes: [Route]) {
        table = RouteTable(routes)
    }

    /// The name of what happened at a path, with or without a query; nil for a path that no route has any more.
    func name(of path: String) -> Name? {
        let bare = String(path.prefix { $0 != "?" })
        for method in [Route.Method.post, .get] {
            guard case .found(let route, let parameters) = table.match(method, bare) else { continue }
            let named = route.path.split(separator: "/").compactMap { RouteTable.parameterName(in: $0) }
            return Name(act: route.summary, objects: named.compactMap { parameters[String($0)] })
        }
        return nil
    }
}
