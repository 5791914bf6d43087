import Kernel
import Logging
import Synchronization

/// Log lines for what outsiders can provoke at will: one line a minute for each occasion, with the number left out.
final class BoundedLog: Sendable {
    /// What is worth a line. The text of a line never changes and never holds anything that was received.
    enum Occasion: String, CaseIterable {
        case gatewayFull = "connection refused: the gateway serves as many lines as it may"
        case addressFull = "connection refused: this address has as many lines as one address may"
        case addressTooFast = "connection refused: this address opened as many lines in a minute as one address may"
        case addressForeign = "connection refused: this address is not among those that may connect"
        case noProgress = "connection closed: no stored frame within the time limit"
        case rejectedInARow = "connection closed: too many quarantined arrivals in a row"
        case bufferFull = "connection closed: an unfinished frame is longer than a line may keep"
        case commitFailed = "frames could not be stored: their lines are closed without an answer"

        var level: Logger.Level {
            switch self {
            case .commitFailed: .error
            case .gatewayFull, .addressFull, .addressTooFast: .warning
            case .addressForeign, .noProgress, .rejectedInARow, .bufferFull: .notice
            }
        }
    }

    private struct Quiet {
        let since: Instant
        var leftOut = 0
    }

    static let quietMS: Int64 = 60_000

    private let logger: Logger
    private let clock: any WallClock
    /// Occasions that had their line; guarded by the mutex.
    private let quiet = Mutex<[Occasion: Quiet]>([:])

    init(logger: Logger, clock: any WallClock) {
        self.logger = logger
        self.clock = clock
    }

    func note(_ occasion: Occasion, _ metadata: Logger.Metadata) {
        guard let leftOut = linesLeftOut(before: occasion) else { return }
        var metadata = metadata
        if leftOut > 0 { metadata["log.left_out"] = "\(leftOut)" }
        logger.log(level: occasion.level, "\(occasion.rawValue)", metadata: metadata)
    }

    /// How many lines were left out since the last one; nil when this one is left out too.
    private func linesLeftOut(before occasion: Occasion) -> Int? {
        let now = clock.now()
        return quiet.withLock { quiet in
            // A clock that was set back must not silence the log, hence the range and not a mere comparison.
            if let last = quiet[occasion], (0..<Self.quietMS).contains(now.milliseconds(since: last.since)) {
                quiet[occasion]?.leftOut += 1
                return nil
            }
            let leftOut = quiet[occasion]?.leftOut ?? 0
            quiet[occasion] = Quiet(since: now)
            return leftOut
        }
    }
}
