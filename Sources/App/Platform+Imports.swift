import Persistence
import Supervision

/// What came of a table of days off.
public struct HolidayReport: Sendable, Equatable {
    /// How many days were taken; 0 when any line was refused.
    public let days: Int
    /// The years they announce.
    public let years: [Int]
    /// Each refused line with its reason, in words.
    public let refusals: [String]
}

extension Platform {
    /// Imports a table of days off, whole or not at all. It counts from the next start on, for clocks that start then.
    public func importHolidays(csv: String) async throws -> HolidayReport {
        let table = HolidayImport(csv: csv, knowing: supervision.calendar)
        let supervision = supervision
        try await database.write { access in try supervision.take(table, in: access) }
        let refusals = table.refused.map { "line \($0.number): \($0.reason)" }
        return HolidayReport(
            days: refusals.isEmpty ? table.days.count : 0, years: refusals.isEmpty ? table.years : [],
            refusals: refusals)
    }
}
