import Facts
import Kernel
import Persistence

/// The state episodes.
enum StateStore {
    /// Enters an episode, or what became of it.
    static func save(_ episode: StateEpisode, in access: any WriteAccess) throws {
        let extent = episode.extent
        try access.execute(
            """
            INSERT INTO monitoring_state (state_id, kind, outlet_id, first_hour_ms, last_hour_ms, hours, factors, ended,
              asks, quarter_hours, decision_id, found_at_ms, stage, since_ms, due_ms, escalated_at_ms, merged_into,
              enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
            ON CONFLICT (state_id) DO UPDATE SET
              first_hour_ms = excluded.first_hour_ms, last_hour_ms = excluded.last_hour_ms, hours = excluded.hours,
              factors = excluded.factors, ended = excluded.ended, asks = excluded.asks,
              quarter_hours = excluded.quarter_hours, decision_id = excluded.decision_id, stage = excluded.stage,
              since_ms = excluded.since_ms, due_ms = excluded.due_ms, escalated_at_ms = excluded.escalated_at_ms,
              merged_into = excluded.merged_into
            """,
            [
                .code(episode.id), .text(episode.kind.rawValue), .code(episode.outlet), .instant(extent.firstHour),
                .instant(extent.lastHour), .int(extent.hours), .text(extent.factors.map(\.text).joined(separator: " ")),
                .int(extent.ended ? 1 : 0), .int(extent.asks ? 1 : 0),
                extent.quarterHours.map { .int($0) } ?? .null, .code(episode.decision), .instant(episode.foundAt),
                .text(episode.stage.rawValue), .instant(episode.since), .instant(episode.due),
                .instant(episode.escalatedAt), .code(episode.mergedInto), .code(episode.enterprise),
                .code(episode.region),
            ])
    }

    static func episode(_ id: StateEpisodeID, scope: Scope, in access: any ReadAccess) throws -> StateEpisode? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns) FROM monitoring_state WHERE state_id = ?1 AND (\(condition.sql))",
            [.code(id)] + condition.arguments
        ).map { try episode($0, in: access) }
    }

    /// The standing episodes of an outlet that are not over, or reach to an hour or behind it.
    static func standing(
        at outlet: OutletID, reaching hour: Instant, in access: any ReadAccess
    ) throws -> [StateEpisode] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_state
            WHERE outlet_id = ?1 AND stage <> 'withdrawn' AND (ended = 0 OR last_hour_ms >= ?2)
            ORDER BY first_hour_ms, state_id
            """, [.code(outlet), .instant(hour)]
        ).map { try episode($0, in: access) }
    }

    /// Hours of maintenance in standing episodes of an outlet that end from an hour on and before another one.
    static func maintenanceHours(
        at outlet: OutletID, from: Instant, before: Instant, in access: any ReadAccess
    ) throws -> Int {
        try access.row(
            """
            SELECT COALESCE(SUM(hours), 0) AS hours FROM monitoring_state
            WHERE outlet_id = ?1 AND kind = 'maintenance' AND stage <> 'withdrawn' AND ended = 1
              AND last_hour_ms >= ?2 AND last_hour_ms < ?3
            """, [.code(outlet), .instant(from), .instant(before)]
        )?.int("hours") ?? 0
    }

    /// Episodes whose enterprise is late, the longest first.
    static func overdue(by now: Instant, limit: Int, in access: any ReadAccess) throws -> [StateEpisode] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_state
            WHERE stage IN ('report', 'repair', 'explain') AND due_ms < ?1 ORDER BY due_ms, state_id LIMIT ?2
            """, [.instant(now), .int(limit)]
        ).map { try episode($0, in: access) }
    }

    /// A page of the list in sight, newest first.
    static func page(
        _ filter: StateFilter, behind place: StateFilter.Place?, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [StateEpisode] {
        let condition = ScopeCondition(scope, first: 9)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_state
            WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR region_code = ?2)
              AND (?3 IS NULL OR enterprise_id = ?3) AND (?4 IS NULL OR outlet_id = ?4)
              AND (?5 = 'all' OR (?5 = 'withdrawn' AND stage = 'withdrawn')
                OR (?5 = 'asking' AND due_ms IS NOT NULL)
                OR (?5 = 'open' AND stage <> 'withdrawn' AND (ended = 0 OR due_ms IS NOT NULL))
                OR (?5 = 'over' AND stage <> 'withdrawn' AND ended = 1 AND due_ms IS NULL))
              AND (?6 IS NULL OR (first_hour_ms, state_id) < (?6, ?7)) AND (\(condition.sql))
            ORDER BY first_hour_ms DESC, state_id DESC LIMIT ?8
            """,
            [
                .optionalText(filter.kind?.rawValue), .code(filter.region), .code(filter.enterprise),
                .code(filter.outlet), .text(filter.standing.rawValue), .instant(place?.firstHour), .code(place?.id),
                .int(limit),
            ] + condition.arguments
        ).map { try episode($0, in: access) }
    }

    /// How many are going on or waiting in sight, by kind and region.
    static func openCounts(
        scope: Scope, in access: any ReadAccess
    ) throws -> [(kind: StateKind, region: RegionCode, count: Int)] {
        let condition = ScopeCondition(scope, first: 1)
        return try access.rows(
            """
            SELECT kind, region_code, COUNT(*) AS episodes FROM monitoring_state
            WHERE stage <> 'withdrawn' AND (ended = 0 OR due_ms IS NOT NULL) AND (\(condition.sql))
            GROUP BY kind, region_code ORDER BY kind, region_code
            """, condition.arguments
        ).map { (try $0.choice("kind"), try $0.code("region_code"), try $0.int("episodes")) }
    }

    static func forEach(_ access: any ReadAccess, _ body: (StateEpisode) throws -> Void) throws {
        let ids: [StateEpisodeID] = try access.rows("SELECT state_id FROM monitoring_state ORDER BY state_id").map {
            try $0.code("state_id")
        }
        for id in ids {
            if let episode = try episode(id, scope: .city, in: access) { try body(episode) }
        }
    }

    static func append(_ step: StateStep, to episode: StateEpisodeID, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_state_step (state_id, step_no, action, from_stage, to_stage, form, role, person_id,
              person_name, at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            [
                .code(episode), .int(step.number), .text(step.action.rawValue), .text(step.from.rawValue),
                .text(step.to.rawValue), .text(String(decoding: try CanonicalJSON.bytes(of: step.form), as: UTF8.self)),
                .text(step.role.rawValue), .code(step.person), .text(step.personName), .instant(step.at),
            ])
    }

    private static let columns = """
        state_id, kind, outlet_id, first_hour_ms, last_hour_ms, hours, factors, ended, asks, quarter_hours, \
        decision_id, found_at_ms, stage, since_ms, due_ms, escalated_at_ms, merged_into, enterprise_id, region_code
        """

    private static func episode(_ row: Row, in access: any ReadAccess) throws -> StateEpisode {
        let id: StateEpisodeID = try row.code("state_id")
        let kind: StateKind = try row.choice("kind")
        return StateEpisode(
            id: id, kind: kind, outlet: try row.code("outlet_id"),
            extent: StateExtent(
                state: kind.rawValue, firstHour: try row.instant("first_hour_ms"),
                lastHour: try row.instant("last_hour_ms"), hours: try row.int("hours"),
                factors: try row.text("factors").split(separator: " ").compactMap { PollutantCode(String($0)) },
                ended: try row.int("ended") == 1, asks: try row.int("asks") == 1,
                quarterHours: try row.optional("quarter_hours", Row.int)),
            decision: try row.code("decision_id"), foundAt: try row.instant("found_at_ms"),
            stage: try row.choice("stage"), since: try row.optional("since_ms", Row.instant),
            due: try row.optional("due_ms", Row.instant),
            escalatedAt: try row.optional("escalated_at_ms", Row.instant),
            mergedInto: try row.optional("merged_into", Row.code), enterprise: try row.code("enterprise_id"),
            region: try row.code("region_code"), steps: try steps(of: id, in: access))
    }

    private static func steps(of id: StateEpisodeID, in access: any ReadAccess) throws -> [StateStep] {
        try access.rows(
            """
            SELECT step_no, action, from_stage, to_stage, form, role, person_id, person_name, at_ms
            FROM monitoring_state_step WHERE state_id = ?1 ORDER BY step_no
            """, [.code(id)]
        ).map { row in
            StateStep(
                number: try row.int("step_no"), action: try row.choice("action"), from: try row.choice("from_stage"),
                to: try row.choice("to_stage"),
                form: try CanonicalJSON.value([String: String].self, from: Array(try row.text("form").utf8)),
                role: try row.choice("role"), person: try row.code("person_id"),
                personName: try row.text("person_name"), at: try row.instant("at_ms"))
        }
    }
}
