import Kernel
import Synchronization

/// Numbers for faults that nobody foresaw: a person reads one out, the log holds it.
final class FaultNumbers: Sendable {
    private let count = Atomic<Int>(0)

    /// The next number: the moment in base 36, and a count that keeps two faults of one moment apart.
    func next(at now: Instant) -> String {
        let index = count.add(1, ordering: .relaxed).newValue
        return "F" + String(now.milliseconds, radix: 36).uppercased() + "-\(index)"
    }
}
