import Kernel
import Logging
import Synchronization
import Testing

@testable import Gateway

struct BoundedLogTests {
    private final class SetClock: WallClock {
        private let moment = Mutex(FixedClock.noon)

        func now() -> Instant { moment.withLock { $0 } }

        func move(milliseconds: Int64) { moment.withLock { $0 = $0.adding(milliseconds: milliseconds) } }
    }

    @Test func `each occasion has one line a minute that tells how many were left out`() {
        let recording = RecordingLog()
        let clock = SetClock()
        let log = BoundedLog(logger: recording.logger, clock: clock)
        for _ in 0..<5 { log.note(.gatewayFull, [:]) }
        log.note(.noProgress, ["net.peer": "192.0.2.1:1"])
        clock.move(milliseconds: BoundedLog.quietMS - 1)
        log.note(.gatewayFull, [:])
        clock.move(milliseconds: 1)
        log.note(.gatewayFull, [:])
        #expect(
            recording.lines == [
                "warning \(BoundedLog.Occasion.gatewayFull.rawValue) ",
                "notice \(BoundedLog.Occasion.noProgress.rawValue) net.peer=192.0.2.1:1",
                "warning \(BoundedLog.Occasion.gatewayFull.rawValue) log.left_out=5",
            ])
    }

    @Test func `a clock that is set back does not silence the log`() {
        let recording = RecordingLog()
        let clock = SetClock()
        let log = BoundedLog(logger: recording.logger, clock: clock)
        log.note(.bufferFull, [:])
        clock.move(milliseconds: -86_400_000)
        log.note(.bufferFull, [:])
        #expect(recording.lines.count == 2)
    }
}
