public import Kernel
public import Logging
import SQLitePersistence
import Supervision

extension Platform {
    /// Imports a table of days off into a database file: by itself, or by handing it to the program that serves the
    /// file, which takes it within seconds. A table with refused lines is neither imported nor handed over.
    public static func importHolidays(
        csv: String, into file: String, keyFile: String?, share: String, clock: any WallClock,
        entropy: any EntropySource, logger: Logger
    ) async throws -> HolidayReport {
        do {
            return try await open(
                file: file, keyFile: keyFile, share: share, clock: clock, entropy: entropy, logger: logger
            ).closing { try await $0.importHolidays(csv: csv) }
        } catch DatabaseFileRefusal.inUse {
            let shipped = try RuleFiles(share: share).calendar.calendar
            let known = try await Installed.database(file, mode: .readOnly).read { access in
                try SupervisionRoom.calendar(shipped, with: access)
            }
            let table = HolidayImport(csv: csv, knowing: known)
            if table.refused.isEmpty { try HolidayInbox(beside: file).leave(csv) }
            return HolidayReport(table, isHandedOver: table.refused.isEmpty)
        }
    }

    /// Takes the tables that were handed to this program; returns how many those were.
    @discardableResult
    func takeHandedHolidays() async throws -> Int {
        let waiting = HolidayInbox(beside: file).waiting()
        for table in waiting {
            let report = try await importHolidays(csv: table.csv)
            if !report.refusals.isEmpty {
                logger.error("days off were not imported", metadata: ["refusals": "\(report.refusals)"])
            }
            try table.remove()
        }
        return waiting.count
    }

    /// Takes them until the task is cancelled.
    func takeHandedHolidays(every interval: Duration) async throws {
        while !Task.isCancelled {
            do { try await takeHandedHolidays() } catch {
                try Task.checkCancellation()
                logger.error("days off could not be taken", metadata: ["error": "\(error)"])
            }
            try await Task.sleep(for: interval)
        }
    }
}
