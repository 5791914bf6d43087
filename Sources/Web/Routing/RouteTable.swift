import Kernel

/// Finds the route of a path. A literal segment wins over a parameter, and a parameter with an ending over one without:
/// `/lists/{list}.csv` is a file of the list, not a list of that name.
struct RouteTable: Sendable {
    /// What was found.
    enum Match {
        /// The route and the decoded parameters of its path.
        case found(Route, [String: String])
        /// The path exists, for other methods.
        case wrongMethod(allowed: [Route.Method])
        /// Nothing is there.
        case nothing
    }

    /// A parameter has at most so many characters.
    static let parameterLengthMax = 200

    private struct Entry {
        let route: Route
        let segments: [Segment]
    }

    private enum Segment: Equatable {
        case literal(String)
        case parameter(String, ending: String)

        /// Literals come first.
        var rank: Int {
            switch self {
            case .literal: 0
            case .parameter(_, let ending): ending.isEmpty ? 2 : 1
            }
        }

        /// What two routes may not have in common.
        var shape: String {
            switch self {
            case .literal(let text): text
            case .parameter(_, let ending): "{}" + ending
            }
        }
    }

    /// The routes by number of segments, in order of precedence.
    private let entries: [Int: [Entry]]
    /// What each act is called, by the pattern of its route.
    private let acts: [String: Phrase]
    /// The codes that forms ask for, by the patterns of the pages on which they stand.
    private let codes: [String: [FormField]]

    /// A table. Two routes of one method and shape are a programmer's error.
    init(_ routes: [Route]) {
        let all = routes.map { Entry(route: $0, segments: Self.segments(of: $0.path)) }
        let shapes = all.map { "\($0.route.method.rawValue) " + $0.segments.map(\.shape).joined(separator: "/") }
        precondition(Set(shapes).count == shapes.count, "two routes have the same method and path")
        acts = Dictionary(uniqueKeysWithValues: routes.filter { $0.method == .post }.map { ($0.path, $0.summary) })
        codes = Self.codes(of: routes.filter { $0.method == .post })
        entries = Dictionary(grouping: all, by: \.segments.count).mapValues { entries in
            entries.sorted { left, right in
                left.segments.map(\.rank).lexicographicallyPrecedes(right.segments.map(\.rank))
            }
        }
    }

    /// What the act with this pattern is called; nil when no form is sent there.
    func act(_ pattern: String) -> Phrase? { acts[pattern] }

    /// The fields for codes of the forms on a page: a form stands behind its own address, or on the page above it.
    func codes(askedAt pattern: String) -> [FormField] { codes[pattern] ?? [] }

    private static func codes(of acts: [Route]) -> [String: [FormField]] {
        var codes: [String: [FormField]] = [:]
        for act in acts {
            let fields = act.fields.filter { if case .code = $0.kind { true } else { false } }
            guard !fields.isEmpty, let slash = act.path.lastIndex(of: "/") else { continue }
            for page in [act.path, String(act.path[..<slash])] { codes[page, default: []] += fields }
        }
        return codes
    }

    /// The route of a raw path.
    func match(_ method: Route.Method, _ path: String) -> Match {
        guard path.hasPrefix("/"), let segments = Self.decoded(path) else { return .nothing }
        var allowed: Set<Route.Method> = []
        for entry in entries[segments.count] ?? [] {
            guard let parameters = Self.parameters(of: entry.segments, in: segments) else { continue }
            if entry.route.method == method { return .found(entry.route, parameters) }
            allowed.insert(entry.route.method)
        }
        return allowed.isEmpty ? .nothing : .wrongMethod(allowed: allowed.sorted { $0.rawValue < $1.rawValue })
    }

    private static func segments(of path: String) -> [Segment] {
        path.dropFirst().split(separator: "/").map { part in
            guard let name = parameterName(in: part) else { return .literal(String(part)) }
            return .parameter(name, ending: String(part.dropFirst(name.count + 2)))
        }
    }

    /// The parameter that a segment of a pattern stands for; nil for a literal.
    static func parameterName(in segment: some StringProtocol) -> String? {
        guard segment.hasPrefix("{"), let end = segment.firstIndex(of: "}") else { return nil }
        return String(segment[segment.index(after: segment.startIndex)..<end])
    }

    /// The decoded segments of a raw path; nil when one of them cannot be meant.
    private static func decoded(_ path: String) -> [String]? {
        if path == "/" { return [] }
        var segments: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let segment = PercentCoding.decode(part, plus: .plus),
                (1...parameterLengthMax).contains(segment.count), segment != ".", segment != "..",
                !segment.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else { return nil }
            segments.append(segment)
        }
        return segments
    }

    private static func parameters(of pattern: [Segment], in segments: [String]) -> [String: String]? {
        var parameters: [String: String] = [:]
        for (expected, segment) in zip(pattern, segments) {
            switch expected {
            case .literal(let text): if text != segment { return nil }
            case .parameter(let name, let ending):
                guard ending.isEmpty || segment.hasSuffix(ending) && segment.count > ending.count else { return nil }
                parameters[name] = String(segment.dropLast(ending.count))
            }
        }
        return parameters
    }
}
