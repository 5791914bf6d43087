import Synchronization

/// Figures for the operator in the Prometheus text form (0.0.4). Labels come from closed sets.
public final class MetricsRegistry: Sendable {
    private struct Figure {
        let help: String
        let kind: Kind
        let read: @Sendable () -> Int
    }

    /// How a figure moves, which decides what may be computed from it.
    public enum Kind: String, Sendable {
        /// Up and down.
        case gauge
        /// Only up, from nothing at the start of the program; its name ends in `_total`.
        case counter
    }

    private struct Request: Hashable, Comparable {
        let route: String
        let method: String
        let statusClass: Int

        static func < (left: Request, right: Request) -> Bool {
            (left.route, left.method, left.statusClass) < (right.route, right.method, right.statusClass)
        }
    }

    /// One figure with what it means; the name's end says its unit.
    public struct Reading: Sendable {
        let name: String
        let help: String
        let kind: Kind
        let value: Int

        /// A figure that goes up and down; the name has small letters, digits and underscores, the help is one line.
        public init(_ name: String, help: String, _ value: Int) {
            self.init(name, help: help, .gauge, value)
        }

        init(_ name: String, help: String, _ kind: Kind, _ value: Int) {
            MetricsRegistry.check(name, help)
            (self.name, self.help, self.kind, self.value) = (name, help, kind, value)
        }
    }

    /// Requests by route pattern; guarded by the mutex.
    private let requests = Mutex<[Request: Int]>([:])
    /// How long answers took, by route pattern; guarded by the mutex.
    private let durations = Mutex<[String: DurationHistogram]>([:])
    /// What other rooms measure; guarded by the mutex.
    private let figures = Mutex<[String: Figure]>([:])
    /// What must be looked up before it can be told; guarded by the mutex.
    private let lookups = Mutex<[@Sendable () async -> [Reading]]>([])

    /// A registry without figures.
    public init() {}

    /// Adds a figure that is read whenever the figures are asked for; the name's end says its unit.
    public func addGauge(_ name: String, help: String, read: @escaping @Sendable () -> Int) {
        Self.check(name, help)
        figures.withLock { $0[name] = Figure(help: help, kind: .gauge, read: read) }
    }

    /// Adds a figure that only grows while the program runs; its name ends in `_total`.
    public func addCounter(_ name: String, help: String, read: @escaping @Sendable () -> Int) {
        Self.check(name, help)
        precondition(name.hasSuffix("_total"), "a counter's name ends in _total")
        figures.withLock { $0[name] = Figure(help: help, kind: .counter, read: read) }
    }

    /// Adds figures that are looked up together whenever the figures are asked for. What cannot be looked up is left
    /// out: a missing figure is an alarm of its own.
    public func addLookup(_ lookup: @escaping @Sendable () async -> [Reading]) {
        lookups.withLock { $0.append(lookup) }
    }

    private static func check(_ name: String, _ help: String) {
        precondition(
            name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil,
            "a metric's name has small letters, digits and underscores")
        precondition(!help.contains("\n"), "a metric's help is one line")
    }

    /// Counts an answered request. The route is the pattern, never the address, so that there are as many of them as
    /// routes and no more.
    func countRequest(route: String, method: String, status: Int, took: Duration) {
        durations.withLock { $0[route, default: DurationHistogram()].add(took) }
        let request = Request(route: route, method: method, statusClass: status / 100)
        requests.withLock { $0[request, default: 0] += 1 }
    }

    /// All figures as text.
    func text() async -> String {
        var lines = [
            "# HELP jianhu_http_requests_total Answered requests by route pattern.",
            "# TYPE jianhu_http_requests_total counter",
        ]
        for (request, count) in requests.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            let labels = """
                route="\(request.route)",method="\(request.method)",status="\(request.statusClass)xx"
                """
            lines.append("jianhu_http_requests_total{\(labels)} \(count)")
        }
        lines += DurationHistogram.lines(
            "jianhu_http_request_duration_seconds",
            help: "From a request's arrival to the beginning of its answer, by route pattern.",
            durations.withLock { $0 })
        var readings = figures.withLock { $0 }.map { name, figure in
            Reading(name, help: figure.help, figure.kind, figure.read())
        }
        for lookup in lookups.withLock({ $0 }) { readings += await lookup() }
        for reading in readings.sorted(by: { $0.name < $1.name }) {
            lines += [
                "# HELP \(reading.name) \(reading.help)", "# TYPE \(reading.name) \(reading.kind.rawValue)",
                "\(reading.name) \(reading.value)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
