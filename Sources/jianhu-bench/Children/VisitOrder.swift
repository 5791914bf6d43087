import Foundation

/// A child's order: ask for addresses in turn at a fixed pace, over several connections, and time each answer from the
/// moment when it was due: a slow answer does not spare the ones that wait behind it.
struct VisitOrder: Codable, Sendable {
    let port: Int
    let login: String
    let password: String
    let perSecond: Double
    let seconds: Double
    let connections: Int
    /// Asked for alone first, and once more at the end: the yardstick.
    let staticFile: String
    let paths: [String]

    /// How long one address's answers took.
    struct Times: Codable, Sendable {
        let path: String
        let count: Int
        let failed: Int
        let bytes: Int
        let p50MS: Double
        let p99MS: Double
        let maxMS: Double

        init(path: String, _ visits: [Visit]) {
            self.path = path
            count = visits.count
            failed = visits.count { $0.status != 200 }
            bytes = visits.last?.bytes ?? 0
            let sorted = visits.map(\.ms).sorted()
            func quantile(_ share: Double) -> Double {
                sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
            }
            (p50MS, p99MS, maxMS) = (quantile(0.5), quantile(0.99), sorted.last ?? 0)
        }
    }

    /// What a child has seen.
    struct Result: Codable, Sendable {
        let staticFile: Times
        let all: Times
        let pages: [Times]
    }

    /// One answer.
    struct Visit: Sendable {
        let path: Int
        let status: Int
        let bytes: Int
        let ms: Double
    }

    private static let patienceS = 30

    func carryOut() async throws {
        let cookie = try PlainVisitor(port: port, timeoutS: Self.patienceS).signIn(login: login, password: password)
        // Once through, so that nothing is asked for the first time when it counts.
        _ = try await visits(paths, cookie, seconds: Double(paths.count) / perSecond)
        let yardstick = try await visits([staticFile], cookie, seconds: min(5, seconds))
        let found = try await visits(paths, cookie, seconds: seconds)
        try ChildOrder.report(
            Result(
                staticFile: Times(path: staticFile, yardstick), all: Times(path: "all", found),
                pages: paths.indices.map { place in
                    Times(path: paths[place], found.filter { $0.path == place })
                }))
    }

    private func visits(_ paths: [String], _ cookie: String, seconds: Double) async throws -> [Visit] {
        let count = Int(perSecond * seconds)
        let start = ContinuousClock.now + .milliseconds(50)
        return try await withThrowingTaskGroup(of: [Visit].self) { group in
            for lane in 0..<connections {
                group.addTask { try await inTurn(lane, of: count, paths, cookie, from: start) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// The visits of one connection, on a thread of its own: a pool would let few of them run at once, and visits would
    /// wait here instead of at the site.
    private func inTurn(
        _ lane: Int, of count: Int, _ paths: [String], _ cookie: String, from start: ContinuousClock.Instant
    ) async throws -> [Visit] {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<[Visit], any Error>) in
            Thread.detachNewThread {
                done.resume(with: Swift.Result { try visitInTurn(lane, of: count, paths, cookie, from: start) })
            }
        }
    }

    private func visitInTurn(
        _ lane: Int, of count: Int, _ paths: [String], _ cookie: String, from start: ContinuousClock.Instant
    ) throws -> [Visit] {
        let visitor = try PlainVisitor(port: port, timeoutS: Self.patienceS, cookie: cookie)
        return try stride(from: lane, to: count, by: connections).map { number in
            let due = start + .seconds(Double(number) / perSecond)
            let wait = (due - ContinuousClock.now).seconds
            if wait > 0 { usleep(UInt32(wait * 1e6)) }
            let path = number % paths.count
            let answer = try visitor.get(paths[path])
            return Visit(
                path: path, status: answer.status, bytes: answer.body.count,
                ms: (ContinuousClock.now - due).seconds * 1_000)
        }
    }
}
