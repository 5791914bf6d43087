import HJ212
import Kernel

/// A value that was sent again lower than before, with both frames as evidence.
///
/// A suspicion and no more: a logger may correct itself. But it is the mark that tampering leaves, so it is shown.
struct Rewriting: Sendable, Codable, Equatable {
    /// The command of both frames.
    let command: Int
    let dataTime: Instant
    /// What was lowered, such as `a21026-ZsAvg`.
    let key: String
    let before: DecimalNumber
    let after: DecimalNumber
    let beforeFrame: Digest256
    let afterFrame: Digest256

    /// What was lowered among these frames. Versions follow each other by QN, between equals by SHA-256, as everywhere;
    /// each is held against the one before it. Means and totals of minutes, hours and days are looked at.
    static func found(in frames: [ReadFrame]) -> [Rewriting] {
        let places = Dictionary(grouping: frames.filter { periods.contains($0.command) }) { frame in
            Place(command: frame.command.rawValue, dataTime: frame.dataTime, packet: frame.packet)
        }
        return places.values.flatMap { versions in
            let ordered = versions.sorted { ($0.requestNumber, $0.digest) < ($1.requestNumber, $1.digest) }
            return zip(ordered, ordered.dropFirst()).flatMap(lowered)
        }.sorted { ($0.dataTime, $0.command, $0.key, $0.afterFrame) < ($1.dataTime, $1.command, $1.key, $1.afterFrame) }
    }

    /// Where versions of one frame lie.
    struct Place: Hashable {
        let command: Int
        let dataTime: Instant
        let packet: Int
    }

    private static let periods: Set<Command> = [.minuteValues, .hourValues, .dayValues]
    private static let suffixes = ["-Avg", "-ZsAvg", "-Cou", "-Max", "-ZsMax"]

    private static func lowered(from before: ReadFrame, to after: ReadFrame) -> [Rewriting] {
        let old = Dictionary(
            before.items.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return after.items.compactMap { item in
            guard suffixes.contains(where: { item.key.hasSuffix($0) }), let text = old[item.key],
                let was = DecimalNumber(text), let now = DecimalNumber(item.value), now < was
            else { return nil }
            return Rewriting(
                command: after.command.rawValue, dataTime: after.dataTime, key: item.key, before: was, after: now,
                beforeFrame: before.digest, afterFrame: after.digest)
        }
    }
}
