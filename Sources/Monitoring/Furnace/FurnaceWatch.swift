import Facts
import Kernel
import Persistence
import Standards

/// Looks at the days of furnaces twice a day, a bounded slice at a time, and never in the transaction of a frame: after
/// midnight at the day that is over, and after the marks' noon at the last days again, with what came late.
public struct FurnaceWatch: Sendable {
    let database: any Database
    let reading: FurnaceReading
    let desk: FurnaceDesk
    let clock: any WallClock

    /// Outlets of one look. Design value.
    static let outletsOfLook = 5
    /// Hours after midnight and after noon from which a look is due, for frames on their way. Design value.
    static let hoursAfter: Int64 = 1
    /// Days that the look after noon takes again, and days that a first look takes. Design values.
    static let daysAgain: Int64 = 3
    static let daysAtFirst: Int64 = 31

    /// The number of the newest look that is due: even ones after midnight, odd ones after noon.
    static func lookDue(by now: Instant) -> Int64 {
        let civil = now.adding(hours: -hoursAfter).civil
        return civil.date.dayNumber * 2 + (civil.hour >= 12 ? 1 : 0)
    }

    /// Takes the looks that are due; returns how many outlets were looked at.
    @discardableResult
    public func look() async throws -> Int {
        let now = clock.now()
        let number = Self.lookDue(by: now)
        let due = try await database.read { try FurnaceLookStore.due(number, limit: Self.outletsOfLook, in: $0) }
        for outlet in due { try await take(outlet, number, now: now) }
        return due.count
    }

    private func take(_ due: FurnaceLookStore.Due, _ number: Int64, now: Instant) async throws {
        let (reading, desk, place) = (reading, desk, due.place)
        let yesterday = CivilDate(dayNumber: number / 2 - 1)
        let first = Self.firstDay(of: number, last: due.last)
        let read = try await database.read { access in
            let sequence = try Journal.lastSequence(access)
            let days = try (first.dayNumber...yesterday.dayNumber).map { number in
                try reading.day(CivilDate(dayNumber: number), of: place.outlet, upTo: sequence, in: access)
            }
            return (days: days, sequence: sequence)
        }
        try await database.write { access in
            try desk.keep(
                read.days, at: place, readUpTo: read.sequence, settling: due.last == nil ? .all : .changed, now: now,
                in: access)
            try FurnaceLookStore.note(place.outlet, look: number, in: access)
        }
    }

    /// The first day a look takes: what was missed since the last one, and after noon the last days again.
    static func firstDay(of look: Int64, last: Int64?) -> CivilDate {
        let yesterday = look / 2 - 1
        let again = look.isMultiple(of: 2) ? yesterday : yesterday + 1 - daysAgain
        let missed = last.map { min(again, $0 / 2) } ?? yesterday + 1 - daysAtFirst
        return CivilDate(dayNumber: max(missed, yesterday + 1 - daysAtFirst))
    }

    /// Looks until the task is cancelled; a look that fails is reported, and the next one is taken all the same.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do { try await look() } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }
}
