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

    /// Requests by route pattern; guarded by the mutex.
    private let requests = Mutex<[Request: Int]>([:])
    /// What other rooms measure; guarded by the mutex.
    private let gauges = Mutex<[String: Gauge]>([:])

    /// A registry without figures.
    public init() {}

    /// Adds a figure that is read whenever the figures are asked for; the name's end says its unit.
    public func addGauge(_ name: String, help: String, read: @escaping @Sendable () -> Int) {
        precondition(
            name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil,
            "a metric's name has small letters, digits and underscores")
        precondition(!help.contains("\n"), "a metric's help is one line")
        gauges.withLock { $0[name] = Gauge(help: help, read: read) }
    }

    /// Counts an answered request. The route is the pattern, never the address.
    func countRequest(route: String, method: String, status: Int) {
        let request = Request(route: route, method: method, statusClass: status / 100)
        requests.withLock { $0[request, default: 0] += 1 }
    }

    /// All figures as text.
    var text: String {
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
        for (name, gauge) in gauges.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            lines += ["# HELP \(name) \(gauge.help)", "# TYPE \(name) gauge", "\(name) \(gauge.read())"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
