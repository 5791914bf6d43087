import Facts
import Kernel
import Persistence

/// Which duties somebody was reminded of.
enum ReminderStore {
    static func insert(_ reminder: Reminder, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_reminder (duty_id, kind, reference, unit, person_id, due_ms, reminded_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .code(reminder.duty), .text(reminder.kind), .text(reminder.reference), .text(reminder.unit),
                .optionalText(reminder.person?.text), .instant(reminder.due), .instant(reminder.at),
            ])
    }

    /// The reminder of a duty; nil before there was one.
    static func reminder(of duty: DutyID, in access: any ReadAccess) throws -> Reminder? {
        try access.row("SELECT \(columns) FROM governance_reminder WHERE duty_id = ?1", [.code(duty)]).map(reminder)
    }

    /// Every reminder, by its duty.
    static func all(in access: any ReadAccess) throws -> [DutyID: Reminder] {
        let all = try access.rows("SELECT \(columns) FROM governance_reminder", []).map(reminder)
        return Dictionary(all.map { ($0.duty, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static let columns = "duty_id, kind, reference, unit, person_id, due_ms, reminded_at_ms"

    private static func reminder(_ row: Row) throws -> Reminder {
        Reminder(
            duty: try row.code("duty_id"), kind: try row.text("kind"), reference: try row.text("reference"),
            unit: try row.text("unit"), person: try row.optional("person_id", Row.code),
            due: try row.instant("due_ms"), at: try row.instant("reminded_at_ms"))
    }
}
