import Kernel
import Synchronization

/// In which hour the newest real-time frame of an outlet was last found, so that an open desk need not look through two
/// days of hours for each outlet each time. A memory only: what it does not know is looked for.
final class NewestHours: Sendable {
    /// What a look has found.
    private enum Finding {
        case frame(hour: Int64)
        case nothing(until: Instant)
    }

    /// How long an outlet without any frame is not looked through again but for the present hours: in minutes. Frames
    /// that come days late show after this time. Design value.
    private static let nothingMinutes: Int64 = 10
    /// Outlets remembered at most; a province has fewer.
    private static let outletsMax = 100_000

    /// Guarded by the mutex.
    private let findings = Mutex<[OutletID: Finding]>([:])

    /// The first hour, by its number, that must be looked at.
    func firstHour(of outlet: OutletID, now: Instant) -> Int64 {
        let present = FramePlace.hourNumber(of: now)
        let farthest = present - FrameStore.newestWithinHours
        switch findings.withLock({ $0[outlet] }) {
        case .frame(let hour): return max(farthest, hour)
        case .nothing(let until) where now < until: return present - 1
        case .nothing, nil: return farthest
        }
    }

    /// Notes in which hour a frame was found.
    func note(_ hour: Int64, of outlet: OutletID) {
        findings.withLock { findings in
            if findings.count < Self.outletsMax || findings[outlet] != nil { findings[outlet] = .frame(hour: hour) }
        }
    }

    /// Notes that a look by somebody who sees everything found nothing, and when it was.
    func noteNothing(of outlet: OutletID, now: Instant) {
        findings.withLock { findings in
            switch findings[outlet] {
            case .nothing(let until) where now < until: return
            case .nothing, .frame, nil:
                guard findings.count < Self.outletsMax || findings[outlet] != nil else { return }
                findings[outlet] = .nothing(until: now.adding(minutes: Self.nothingMinutes))
            }
        }
    }
}
