import Kernel
import Persistence

/// Days off and days worked in exchange that were imported.
enum HolidayStore {
    static func insert(_ day: ImportedDay, in access: any WriteAccess) throws {
        try access.execute(
            "INSERT INTO supervision_holiday (day, kind, name, source) VALUES (?1, ?2, ?3, ?4)",
            [.date(day.day), .text(day.isWorked ? "workday" : "holiday"), .text(day.name), .text(day.source)])
    }

    static func all(in access: any ReadAccess) throws -> [ImportedDay] {
        try access.rows("SELECT day, kind, name, source FROM supervision_holiday ORDER BY day").map { row in
            ImportedDay(
                day: try row.date("day"), isWorked: try row.text("kind") == "workday", name: try row.text("name"),
                source: try row.text("source"))
        }
    }
}
