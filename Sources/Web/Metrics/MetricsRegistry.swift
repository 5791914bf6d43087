import Synchronization

/// Figures for the operator in the Prometheus text form (0.0.4). Labels come from closed sets.
public final class MetricsRegistry: Sendable {
    private struct Gauge {
        let help: String
        let read: @Sendable () -> Int
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
        let value: Int

        /// A figure; the name has small letters, digits and underscores, the help is one line.
        public init(_ name: String, help: String, _ value: Int) {
            MetricsRegistry.check(name, help)
            self.name = name
            self.help = help
            self.value = value
        }
    }

    /// Requests by route pattern; guarded by the mutex.
    private let requests = Mutex<[Request: Int]>([:])
    /// What other rooms measure; guarded by the mutex.
    private let gauges = Mutex<[String: Gauge]>([:])
    /// What must be looked up before it can be told; guarded by the mutex.
    private let lookups = Mutex<[@Sendable () async -> [Reading]]>([])

    /// A registry without figures.
    public init() {}

    /// Adds a figure that is read whenever the figures are asked for; the name's end says its unit.
    public func addGauge(_ name: String, help: String, read: @escaping @Sendable () -> Int) {
        Self.check(name, help)
        gauges.withLock { $0[name] = Gauge(help: help, read: read) }
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

    /// Counts an answered request. The route is the pattern, never the address.
    func countRequest(route: String, method: String, status: Int) {
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
        var readings = gauges.withLock { $0 }.map { Reading($0.key, help: $0.value.help, $0.value.read()) }
        for lookup in lookups.withLock({ $0 }) { readings += await lookup() }
        for reading in readings.sorted(by: { $0.name < $1.name }) {
            lines += [
                "# HELP \(reading.name) \(reading.help)", "# TYPE \(reading.name) gauge",
                "\(reading.name) \(reading.value)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
