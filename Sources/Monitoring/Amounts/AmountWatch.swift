import Facts
import Kernel
import Persistence
import Standards

/// Records the amounts of months once they are over and late uploads had their time, in order and none left out, a
/// bounded slice of outlets and months at a time; and again a month whose hours say something else by now.
public struct AmountWatch: Sendable {
    let database: any Database
    let clock: any WallClock
    let source: AmountSource
    let recorder: AmountRecorder
    let revising: AmountRevising

    /// Outlets of one look. Design value: 10,000 outlets take a day and a half at a look every minute.
    static let outletsOfLook = 5
    /// Months of an outlet recorded in one look; the next look goes on. Design value.
    static let monthsOfLook = 3
    /// Days after its end from which a month is recorded. Design value.
    static let daysAfterMonth: Int64 = 3

    /// The newest month that can be recorded by a moment.
    static func monthDue(by now: Instant) -> AmountMonth {
        AmountMonth(of: now.civil.date.adding(days: -daysAfterMonth)).previous
    }

    /// Records what is due; returns how many outlets were looked at.
    @discardableResult
    public func look() async throws -> Int {
        let now = clock.now()
        let month = Self.monthDue(by: now)
        let (source, recorder) = (source, recorder)
        let due = try await database.read { try AmountStore.due(month, limit: Self.outletsOfLook, in: $0) }
        for place in due {
            let inputs = try await database.read { access in
                let missing = try source.missing(of: place.outlet, until: month, access)
                return try Set(missing.map(\.month)).sorted().prefix(Self.monthsOfLook).flatMap { month in
                    try missing.filter { $0.month == month }.compactMap { lacking in
                        try source.input(
                            lacking.pollutant, of: place.outlet, in: month, by: now, totals: .read, access)
                    }
                }
            }
            try await database.write { access in
                for (medium, input) in inputs {
                    try recorder.record(medium, input, at: place, now: now, in: access)
                }
                guard try source.missing(of: place.outlet, until: month, access).isEmpty else { return }
                try AmountStore.note(place.outlet, month, in: access)
                try LateMonthStore.remove(place.outlet, in: access)
            }
        }
        return due.count
    }

    /// Looks at the next recorded months again; returns how many amounts were recorded anew.
    @discardableResult
    public func lookAgain() async throws -> Int { try await revising.look(by: clock.now()) }

    /// Looks until the task is cancelled; a look that fails is reported, and the next one is taken all the same.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do {
                try await look()
                try await lookAgain()
            } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }
}
