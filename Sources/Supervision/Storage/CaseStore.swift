import Facts
import Kernel
import Persistence

/// The rows of cases and their steps.
enum CaseStore {
    static func insert(_ subject: SupervisionCase, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO supervision_case (case_id, year, number, outlet_id, enterprise_id, region_code, occurrence,
              opened_at_ms, state, due_ms, overtime, raises, city_closes)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0, 0)
            """,
            [
                .code(subject.id), .int(subject.year), .int(subject.number), .code(subject.outlet),
                .code(subject.enterprise), .code(subject.region), .int(subject.occurrence),
                .instant(subject.openedAt), .text(subject.state.rawValue), .instant(subject.due),
            ])
        for episode in subject.episodes { try EpisodeStore.insert(episode, into: subject, in: access) }
    }

    static func nextNumber(in year: Int, _ access: any ReadAccess) throws -> Int {
        try access.row(
            "SELECT COALESCE(MAX(number), 0) + 1 AS next FROM supervision_case WHERE year = ?1", [.int(year)]
        )?.int("next") ?? 1
    }

    /// Writes a step; the time-out belongs to a state, so it begins anew with a new state or a new clock.
    static func append(_ step: Step, to subject: SupervisionCase, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO supervision_step (case_id, number, action, from_state, to_state, actor, actor_name, role,
              at_ms, form, due_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [
                .code(subject.id), .int(step.number), .text(step.action.rawValue), .text(step.from.rawValue),
                .text(step.to.rawValue), .code(step.actor), .text(step.actorName), .text(step.role.rawValue),
                .instant(step.at), .blob(try CanonicalJSON.bytes(of: step.form)), .instant(step.due),
            ])
        try access.execute(
            """
            UPDATE supervision_case SET state = ?2, due_ms = ?3, overtime = ?4, city_closes = ?5,
              missed_due_ms = CASE WHEN state = ?2 THEN missed_due_ms ELSE NULL END,
              missed_overtime = CASE WHEN state = ?2 THEN missed_overtime ELSE 0 END
            WHERE case_id = ?1
            """,
            [
                .code(subject.id), .text(step.to.rawValue), .instant(step.due),
                .int(ClosedLoop.keepsClock(step, of: subject) && subject.isOvertime ? 1 : 0),
                .int(subject.cityCloses || step.action == .handOver ? 1 : 0),
            ])
    }

    /// Notes that the time-out of the present state was dealt with.
    static func noteOvertime(of id: CaseID, due: Instant, raises: Int, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE supervision_case SET overtime = 1, due_ms = ?2, raises = ?3 WHERE case_id = ?1",
            [.code(id), .instant(due), .int(raises)])
    }

    /// Sets the clock of the decision on a request for more time; nil when none is owed any more.
    static func setRequest(_ id: CaseID, _ clock: ClosedLoop.RequestClock?, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE supervision_case SET request_due_ms = ?2, request_overtime = ?3 WHERE case_id = ?1",
            [.code(id), .instant(clock?.due), .int(clock?.isOvertime == true ? 1 : 0)])
    }

    /// Cases whose request for more time was not decided in time, and whose time-out was not dealt with, the longest
    /// overdue first.
    static func undecided(at now: Instant, limit: Int, in access: any ReadAccess) throws -> [SupervisionCase] {
        try access.rows(
            """
            SELECT \(columns) FROM supervision_case WHERE request_overtime = 0 AND request_due_ms < ?1
            ORDER BY request_due_ms, case_id LIMIT ?2
            """, [.instant(now), .int(limit)]
        ).map { try subject($0, access) }
    }

    /// Begins the clock of the present state anew, or takes up one that was missed.
    static func restart(_ id: CaseID, _ clock: ClosedLoop.StateClock, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE supervision_case SET overtime = ?4, due_ms = ?2, warn_ms = ?3, missed_due_ms = NULL,
              missed_overtime = 0
            WHERE case_id = ?1
            """,
            [.code(id), .instant(clock.due), .instant(clock.warns), .int(clock.isOvertime ? 1 : 0)])
    }

    /// Keeps what was missed of the clock of a state that stops.
    static func keepMissed(_ missed: ClosedLoop.MissedClock, of id: CaseID, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE supervision_case SET missed_due_ms = ?2, missed_overtime = ?3 WHERE case_id = ?1",
            [.code(id), .instant(missed.due), .int(missed.isOvertime ? 1 : 0)])
    }

    /// What was missed of the clock of a state before the last exceedance of its case went.
    static func missed(of id: CaseID, in access: any ReadAccess) throws -> ClosedLoop.MissedClock {
        let row = try access.row(
            "SELECT missed_due_ms, missed_overtime FROM supervision_case WHERE case_id = ?1", [.code(id)])
        return ClosedLoop.MissedClock(
            due: try row?.optional("missed_due_ms", Row.instant),
            isOvertime: try row?.int("missed_overtime") == 1)
    }

    /// Puts a closed case back to work.
    static func reopen(_ id: CaseID, due: Instant, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE supervision_case SET state = ?2, due_ms = ?3, warn_ms = NULL, overtime = 0, reopened_at_ms = ?4
            WHERE case_id = ?1
            """, [.code(id), .text(ClosedLoop.reopened.rawValue), .instant(due), .instant(now)])
    }

    /// The cases of exceedances that have grown into one of a case.
    static func grownInto(_ id: CaseID, in access: any ReadAccess) throws
        -> [(subject: SupervisionCase, heir: EpisodeID)]
    {
        try access.rows(
            """
            SELECT \(columns), (SELECT MIN(e.merged_into) FROM supervision_episode e
                JOIN supervision_episode heir ON heir.episode_id = e.merged_into
                WHERE e.case_id = supervision_case.case_id AND heir.case_id = ?1) AS heir
            FROM supervision_case WHERE case_id <> ?1 AND outlet_id = (
              SELECT outlet_id FROM supervision_case WHERE case_id = ?1)
            ORDER BY case_id
            """, [.code(id)]
        ).compactMap { row in
            guard let heir: EpisodeID = try row.optional("heir", Row.code) else { return nil }
            return (try subject(row, access), heir)
        }
    }

    /// The open cases of an outlet, oldest first.
    static func open(at outlet: OutletID, in access: any ReadAccess) throws -> [SupervisionCase] {
        try access.rows(
            """
            SELECT \(columns) FROM supervision_case WHERE outlet_id = ?1 AND state NOT IN ('closed', 'merged')
            ORDER BY case_id
            """, [.code(outlet)]
        ).map { try subject($0, access) }
    }

    /// Sets the how manieth exceedance of its outlet a case was opened for.
    static func recount(_ id: CaseID, as occurrence: Int, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE supervision_case SET occurrence = ?2 WHERE case_id = ?1", [.code(id), .int(occurrence)])
    }

    /// Sets when a case is to be told that its clock is running; nil when it was told, or nothing is told.
    static func warn(_ id: CaseID, at moment: Instant?, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE supervision_case SET warn_ms = ?2 WHERE case_id = ?1", [.code(id), .instant(moment)])
    }

    /// Cases that are to be told so by now, with the moment, the longest waiting first.
    static func toWarn(
        at now: Instant, limit: Int, in access: any ReadAccess
    ) throws -> [(subject: SupervisionCase, warned: Instant)] {
        try access.rows(
            "SELECT \(columns), warn_ms FROM supervision_case WHERE warn_ms < ?1 ORDER BY warn_ms, case_id LIMIT ?2",
            [.instant(now), .int(limit)]
        ).map { (try subject($0, access), try $0.instant("warn_ms")) }
    }

    /// When each case waits to be told so; cases that wait for nothing are left out.
    static func warnings(_ access: any ReadAccess) throws -> [CaseID: Instant] {
        let rows = try access.rows("SELECT case_id, warn_ms FROM supervision_case WHERE warn_ms IS NOT NULL")
        return Dictionary(
            try rows.map { (try $0.code("case_id"), try $0.instant("warn_ms")) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Ends a case that another one goes on with.
    static func merge(_ id: CaseID, into heir: CaseID, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE supervision_case SET state = 'merged', due_ms = NULL, warn_ms = NULL, overtime = 0, merged_into = ?2
            WHERE case_id = ?1
            """, [.code(id), .code(heir)])
    }

    static func subject(_ id: CaseID, scope: Scope, in access: any ReadAccess) throws -> SupervisionCase? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns) FROM supervision_case WHERE case_id = ?1 AND (\(condition.sql))",
            [.code(id)] + condition.arguments
        ).map { try subject($0, access) }
    }

    static func subject(of episode: EpisodeID, in access: any ReadAccess) throws -> SupervisionCase? {
        try access.row(
            """
            SELECT \(columns) FROM supervision_case
            WHERE case_id = (SELECT case_id FROM supervision_episode WHERE episode_id = ?1)
            """, [.code(episode)]
        ).map { try subject($0, access) }
    }

    /// The newest open case of an outlet that nobody has checked on site yet, opened at a moment or later.
    static func unchecked(at outlet: OutletID, since: Instant, in access: any ReadAccess) throws -> SupervisionCase? {
        try access.row(
            """
            SELECT \(columns) FROM supervision_case
            WHERE outlet_id = ?1 AND opened_at_ms >= ?2 AND state IN ('found', 'warned', 'answered', 'accepted')
            ORDER BY opened_at_ms DESC, case_id DESC LIMIT 1
            """, [.code(outlet), .instant(since)]
        ).map { try subject($0, access) }
    }

    /// Cases whose clock ran out and whose time-out was not dealt with, the longest overdue first.
    static func overdue(at now: Instant, limit: Int, in access: any ReadAccess) throws -> [SupervisionCase] {
        try access.rows(
            """
            SELECT \(columns) FROM supervision_case WHERE overtime = 0 AND due_ms < ?1
            ORDER BY due_ms, case_id LIMIT ?2
            """, [.instant(now), .int(limit)]
        ).map { try subject($0, access) }
    }

    /// Cases in sight, the newest first, behind a place in that order.
    static func page(_ filter: CaseFilter, scope: Scope, limit: Int, in access: any ReadAccess) throws
        -> [SupervisionCase]
    {
        let states = filter.states.map(\.rawValue)
        let marks = states.indices.map { "?\($0 + 8)" }.joined(separator: ", ")
        let condition = ScopeCondition(scope, first: states.count + 8)
        let first = states.count + condition.arguments.count + 8
        let named = filter.named.map { outlets in
            // SQL knows no empty list; no outlet is called so.
            let marks = outlets.indices.map { "?\($0 + first)" }.joined(separator: ", ")
            return outlets.isEmpty ? "1 = 0" : "outlet_id IN (\(marks))"
        }
        let (openedAt, id) = (filter.after?.openedAt.milliseconds ?? .max, filter.after?.id.text ?? "")
        return try access.rows(
            """
            SELECT \(columns) FROM supervision_case
            WHERE (opened_at_ms < ?2 OR (opened_at_ms = ?2 AND case_id < ?3)) AND state IN (\(marks))
              AND (?4 IS NULL OR region_code = ?4) AND (?5 IS NULL OR outlet_id = ?5)
              AND opened_at_ms >= ?6 AND opened_at_ms < ?7 AND (\(condition.sql)) AND \(named ?? "1 = 1")
            ORDER BY opened_at_ms DESC, case_id DESC LIMIT ?1
            """,
            [
                .int(limit), .integer(openedAt), .text(id), .code(filter.region), .code(filter.outlet),
                .integer(filter.openedFrom.map { Instant(startOf: $0).milliseconds } ?? .min),
                .integer(filter.openedTo.map { Instant(startOf: $0.adding(days: 1)).milliseconds } ?? .max),
            ] + states.map { .text($0) } + condition.arguments + (filter.named ?? []).map { .code($0) }
        ).map { try subject($0, access) }
    }

    /// Open cases in sight for other rooms' lists, the newest first. Their steps are counted and not read.
    static func openSummaries(
        scope: Scope, limit: Int, now: Instant, in access: any ReadAccess
    ) throws -> [CaseSummary] {
        let states = ClosedLoop.openStates.map(\.rawValue)
        let marks = states.indices.map { "?\($0 + 2)" }.joined(separator: ", ")
        let condition = ScopeCondition(scope, first: states.count + 2)
        return try access.rows(
            """
            SELECT \(columns),
              (SELECT COUNT(*) FROM supervision_step s WHERE s.case_id = supervision_case.case_id) AS steps
            FROM supervision_case WHERE state IN (\(marks)) AND (\(condition.sql))
            ORDER BY opened_at_ms DESC, case_id DESC LIMIT ?1
            """, [.int(limit)] + states.map { .text($0) } + condition.arguments
        ).map { row in
            let subject = try subject(row, steps: [], access)
            return CaseSummary(
                id: subject.id, outlet: subject.outlet, enterprise: subject.enterprise, level: subject.level,
                state: subject.state.phrase, due: subject.due, isOverdue: subject.isOverdue(at: now),
                pollutant: subject.gravest.pollutant, openedAt: subject.openedAt, steps: try row.int("steps"))
        }
    }

    /// Every case in sight that was opened between two moments (the last excluded), oldest first, one at a time.
    static func forEach(
        openedFrom from: Instant, until: Instant, scope: Scope, in access: any ReadAccess,
        _ body: (SupervisionCase) throws -> Void
    ) throws {
        let condition = ScopeCondition(scope, first: 3)
        try access.forEachRow(
            """
            SELECT \(columns) FROM supervision_case WHERE opened_at_ms >= ?1 AND opened_at_ms < ?2
              AND (\(condition.sql)) ORDER BY opened_at_ms, case_id
            """, [.instant(from), .instant(until)] + condition.arguments
        ) { row in try body(subject(row, access)) }
    }

    static func forEach(_ access: any ReadAccess, _ body: (SupervisionCase) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM supervision_case ORDER BY case_id", []) { row in
            try body(subject(row, access))
        }
    }

    private static let columns = """
        case_id, year, number, outlet_id, enterprise_id, region_code, occurrence, opened_at_ms, state, due_ms, \
        overtime, raises, city_closes, merged_into, reopened_at_ms, request_due_ms, request_overtime
        """

    private static func subject(_ row: Row, _ access: any ReadAccess) throws -> SupervisionCase {
        try subject(row, steps: try steps(of: row.code("case_id"), access), access)
    }

    private static func subject(_ row: Row, steps: [Step], _ access: any ReadAccess) throws -> SupervisionCase {
        let id: CaseID = try row.code("case_id")
        return SupervisionCase(
            id: id, number: try row.int("number"), year: try row.int("year"),
            outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
            region: try row.code("region_code"), episodes: try EpisodeStore.episodes(of: id, access),
            occurrence: try row.int("occurrence"), openedAt: try row.instant("opened_at_ms"),
            state: try row.choice("state"), due: try row.optional("due_ms", Row.instant),
            isOvertime: try row.int("overtime") == 1,
            request: try row.optional("request_due_ms", Row.instant).map { due in
                ClosedLoop.RequestClock(due: due, isOvertime: try row.int("request_overtime") == 1)
            }, raises: try row.int("raises"),
            cityCloses: try row.int("city_closes") == 1, mergedInto: try row.optional("merged_into", Row.code),
            reopenedAt: try row.optional("reopened_at_ms", Row.instant), steps: steps)
    }

    private static func steps(of id: CaseID, _ access: any ReadAccess) throws -> [Step] {
        try access.rows(
            """
            SELECT number, action, from_state, to_state, actor, actor_name, role, at_ms, form, due_ms
            FROM supervision_step WHERE case_id = ?1 ORDER BY number
            """, [.code(id)]
        ).map { row in
            Step(
                number: try row.int("number"), action: try row.choice("action"),
                from: try row.choice("from_state"), to: try row.choice("to_state"), actor: try row.code("actor"),
                actorName: try row.text("actor_name"), role: try row.choice("role"), at: try row.instant("at_ms"),
                form: try CanonicalJSON.value([String: String].self, from: row.blob("form")),
                due: try row.optional("due_ms", Row.instant))
        }
    }
}
