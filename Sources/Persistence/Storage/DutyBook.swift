public import Facts
public import Kernel

/// The duties of all contexts: one list of who must do what until when.
public enum DutyBook {
    /// Enters a duty.
    public static func assign(_ duty: Duty, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO duty (duty_id, kind, reference, role, enterprise_id, region_code, since_ms, due_ms, state,
              missed_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            [
                .code(duty.id), .text(duty.kind), .text(duty.reference), .text(duty.role.rawValue),
                .stamp(duty.enterprise), .stamp(duty.region), .instant(duty.since), .instant(duty.due),
                .text(duty.state.rawValue), .instant(duty.missedAt),
            ])
    }

    /// Which of a reference's duties are meant: one matter may owe two things to two people.
    public enum Kinds: Sendable, Equatable {
        /// All of them.
        case every
        /// Those of one kind.
        case only(String)
        /// Those of every kind but one.
        case besides(String)

        fileprivate var arguments: [SQLValue] {
            switch self {
            case .every: [.optionalText(nil), .optionalText(nil)]
            case .only(let kind): [.optionalText(kind), .optionalText(nil)]
            case .besides(let kind): [.optionalText(nil), .optionalText(kind)]
            }
        }
    }

    /// Ends open duties of a reference, as done or as lifted. One whose clock ran out before anybody noticed is
    /// noted and journalled as missed first: being done late does not unmake it.
    public static func settle(
        reference: String, _ kinds: Kinds = .every, as state: Duty.State, at now: Instant, journal: Journal,
        in access: any WriteAccess
    ) throws {
        precondition(state != .open, "a duty is settled as done or as lifted")
        let meant = "reference = ?1 AND state = 'open' AND (?3 IS NULL OR kind = ?3) AND (?4 IS NULL OR kind <> ?4)"
        let late = try access.rows(
            """
            SELECT \(columns) FROM duty WHERE \(meant) AND missed_at_ms IS NULL AND due_ms < ?2
            ORDER BY due_ms, duty_id
            """, [.text(reference), .instant(now)] + kinds.arguments
        ).map(duty)
        for duty in late { try noteMissed(duty, at: now, journal: journal, in: access) }
        try access.execute(
            "UPDATE duty SET state = ?5, settled_at_ms = ?2 WHERE \(meant)",
            [.text(reference), .instant(now)] + kinds.arguments + [.text(state.rawValue)])
    }

    /// A place in a list of duties by their clock.
    public struct Place: Sendable, Equatable {
        let due: Instant
        let id: DutyID

        /// Behind this duty.
        public init(_ duty: Duty) { (due, id) = (duty.due, duty.id) }

        /// A place out of an address, `MILLISECONDS-DUTY`; nil for anything else.
        public init?(_ text: some StringProtocol) {
            let parts = text.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = DutyID(String(parts[1])) else {
                return nil
            }
            (due, self.id) = (Instant(milliseconds: milliseconds), id)
        }

        /// As addresses carry it.
        public var text: String { "\(due.milliseconds)-\(id)" }
    }

    /// Which duties a list shows, beside whose they are.
    public struct Choice: Sendable, Equatable {
        /// How a clock stands.
        public enum Clock: Sendable, Equatable {
            /// It has run out before this moment.
            case ranOut(Instant)
            /// It runs at this moment.
            case runs(Instant)
        }

        /// The room whose duties they are: their kind begins with it.
        public var room: String?
        /// How their clock stands.
        public var clock: Clock?

        /// Every duty.
        public init() {}

        /// Arguments: the beginning of the kind, the earliest clock, the first clock that is too late.
        fileprivate var arguments: [SQLValue] {
            let (from, until): (Int64, Int64) =
                switch clock {
                case .ranOut(let now): (.min, now.milliseconds)
                case .runs(let now): (now.milliseconds, .max)
                case nil: (.min, .max)
                }
            return [.optionalText(room.map { $0 + "." }), .integer(from), .integer(until)]
        }
    }

    /// The open duties in sight, most urgent first, behind a place. With a role, only that role's.
    public static func open(
        scope: Scope, role: Role? = nil, _ choice: Choice = Choice(), behind place: Place? = nil, limit: Int,
        in access: any ReadAccess
    ) throws -> [Duty] {
        let condition = ScopeCondition(scope, first: 8)
        return try access.rows(
            """
            SELECT \(columns) FROM duty
            WHERE state = 'open' AND (?2 IS NULL OR role = ?2)
              AND (due_ms > ?3 OR (due_ms = ?3 AND duty_id > ?4))
              AND (?5 IS NULL OR substr(kind, 1, length(?5)) = ?5) AND due_ms >= ?6 AND due_ms < ?7
              AND (\(condition.sql))
            ORDER BY due_ms, duty_id LIMIT ?1
            """,
            [.int(limit), .optionalText(role?.rawValue)] + arguments(of: place) + choice.arguments
                + condition.arguments
        ).map(duty)
    }

    /// The duties in sight whose clock has run out, of every role but one; the longest overdue first, behind a place.
    public static func overdue(
        at now: Instant, besides role: Role, scope: Scope, room: String? = nil, behind place: Place? = nil,
        limit: Int, in access: any ReadAccess
    ) throws -> [Duty] {
        let condition = ScopeCondition(scope, first: 7)
        return try access.rows(
            """
            SELECT \(columns) FROM duty
            WHERE state = 'open' AND role <> ?2 AND (due_ms > ?3 OR (due_ms = ?3 AND duty_id > ?4))
              AND due_ms < ?5 AND (?6 IS NULL OR substr(kind, 1, length(?6)) = ?6) AND (\(condition.sql))
            ORDER BY due_ms, duty_id LIMIT ?1
            """,
            [.int(limit), .text(role.rawValue)] + arguments(of: place)
                + [.instant(now), .optionalText(room.map { $0 + "." })] + condition.arguments
        ).map(duty)
    }

    /// How many duties in sight have run out of time, and how many of them are of a room: their kind begins with it.
    public static func overdueCount(
        at now: Instant, role: Role? = nil, room: String, scope: Scope, in access: any ReadAccess
    ) throws -> (all: Int, ofRoom: Int) {
        let condition = ScopeCondition(scope, first: 4)
        let row = try access.row(
            """
            SELECT COUNT(*) AS every,
              COALESCE(SUM(CASE WHEN substr(kind, 1, length(?3)) = ?3 THEN 1 ELSE 0 END), 0) AS own
            FROM duty WHERE state = 'open' AND due_ms < ?1 AND (?2 IS NULL OR role = ?2) AND (\(condition.sql))
            """, [.instant(now), .optionalText(role?.rawValue), .text(room + ".")] + condition.arguments)
        return (try row?.int("every") ?? 0, try row?.int("own") ?? 0)
    }

    private static func arguments(of place: Place?) -> [SQLValue] {
        [.instant(place?.due ?? Instant(milliseconds: .min)), .text(place?.id.text ?? "")]
    }

    /// Every duty, in whatever state, whose reference begins so.
    public static func all(beginningWith prefix: String, in access: any ReadAccess) throws -> [Duty] {
        // The range goes by the index; U+FFFF sorts behind whatever a reference goes on with.
        try access.rows(
            "SELECT \(columns) FROM duty WHERE reference >= ?1 AND reference < ?2 ORDER BY due_ms, duty_id",
            [.text(prefix), .text(prefix + "\u{FFFF}")]
        ).map(duty)
    }

    /// How many duties are open, and of how many of them the clock has run out.
    public static func counts(at now: Instant, in access: any ReadAccess) throws -> (open: Int, overdue: Int) {
        let row = try access.row(
            """
            SELECT COUNT(*) AS open, COALESCE(SUM(CASE WHEN due_ms < ?1 THEN 1 ELSE 0 END), 0) AS overdue
            FROM duty WHERE state = 'open'
            """, [.instant(now)])
        return (try row?.int("open") ?? 0, try row?.int("overdue") ?? 0)
    }

    /// Open duties whose clock ran out and that were not yet found missed, the longest overdue first.
    public static func newlyMissed(at now: Instant, limit: Int, in access: any ReadAccess) throws -> [Duty] {
        try access.rows(
            """
            SELECT \(columns) FROM duty WHERE state = 'open' AND missed_at_ms IS NULL AND due_ms < ?1
            ORDER BY due_ms, duty_id LIMIT ?2
            """, [.instant(now), .int(limit)]
        ).map(duty)
    }

    /// Notes that a duty was found missed, and journals it.
    static func noteMissed(
        _ duty: Duty, at now: Instant, journal: Journal, in access: any WriteAccess
    ) throws {
        try access.execute(
            "UPDATE duty SET missed_at_ms = ?2 WHERE duty_id = ?1", [.code(duty.id), .instant(now)])
        try journal.append(
            DutyMissed(duty: duty.id, dutyKind: duty.kind, reference: duty.reference, due: duty.due),
            about: FactSubject(enterprise: duty.enterprise, region: duty.region, reference: duty.reference),
            by: .system("duty-watch"), occurredAt: duty.due, in: access)
    }

    /// Every duty, one at a time.
    public static func forEachDuty(_ access: any ReadAccess, _ body: (Duty) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM duty ORDER BY duty_id", []) { row in try body(duty(row)) }
    }

    private static let columns =
        "duty_id, kind, reference, role, enterprise_id, region_code, since_ms, due_ms, state, missed_at_ms, "
        + "settled_at_ms"

    private static func duty(_ row: Row) throws -> Duty {
        Duty(
            id: try row.code("duty_id"), kind: try row.text("kind"), reference: try row.text("reference"),
            role: try row.choice("role"), enterprise: try row.stamp("enterprise_id"),
            region: try row.stamp("region_code"), since: try row.instant("since_ms"), due: try row.instant("due_ms"),
            state: try row.choice("state"), missedAt: try row.optional("missed_at_ms", Row.instant),
            settledAt: try row.optional("settled_at_ms", Row.instant))
    }
}
