import Facts
import Kernel
import Persistence

/// The known exceedance episodes.
enum EpisodeStore {
    static func save(_ episode: Episode, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_episode (episode_id, outlet_id, pollutant, first_hour_ms, last_hour_ms, extent,
              withdrawn, decision_id, enterprise_id, region_code, ended, averaging,
              provisional_until_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            ON CONFLICT (episode_id) DO UPDATE SET
              first_hour_ms = excluded.first_hour_ms, last_hour_ms = excluded.last_hour_ms,
              extent = excluded.extent, withdrawn = excluded.withdrawn, decision_id = excluded.decision_id,
              ended = excluded.ended, provisional_until_ms = excluded.provisional_until_ms
            """,
            [
                .code(episode.id), .code(episode.outlet), .code(episode.pollutant),
                .instant(episode.extent.firstHour), .instant(episode.extent.lastHour),
                .blob(try CanonicalJSON.bytes(of: episode.extent)), .int(episode.isWithdrawn ? 1 : 0),
                .code(episode.decision), .code(episode.enterprise), .code(episode.region),
                .int(episode.extent.ended ? 1 : 0), .text(episode.averaging.rawValue),
                .instant(episode.provisionalUntil),
            ])
    }

    /// Standing episodes of such means that share an hour with `from`…`to`, both ends included.
    static func standing(
        outlet: OutletID, pollutant: PollutantCode, period: MeanPeriod, from: Instant, to: Instant,
        in access: any ReadAccess
    ) throws -> [Episode] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_episode
            WHERE outlet_id = ?1 AND pollutant = ?2 AND withdrawn = 0 AND last_hour_ms >= ?3 AND first_hour_ms <= ?4
              AND averaging = ?5
            ORDER BY first_hour_ms, episode_id
            """, [.code(outlet), .code(pollutant), .instant(from), .instant(to), .text(period.rawValue)]
        ).map(episode)
    }

    /// The withdrawn episode that a span takes up again: of the same means at the same place, sharing an hour with it.
    /// One that has grown into another is left out, its hours live on in that one. The earliest of several.
    static func revived(
        by extent: ExceedanceExtent, of pollutant: PollutantCode, at place: JudgedPlace, in access: any ReadAccess
    ) throws -> EpisodeID? {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_episode
            WHERE outlet_id = ?1 AND pollutant = ?2 AND withdrawn = 1 AND last_hour_ms >= ?3 AND first_hour_ms <= ?4
              AND averaging = ?5 AND enterprise_id = ?6
            ORDER BY first_hour_ms, episode_id
            """,
            [
                .code(place.outlet), .code(pollutant), .instant(extent.firstHour), .instant(extent.lastHour),
                .text((extent.averaging ?? .hour).rawValue), .code(place.enterprise),
            ]
        ).map(episode).first { gone in
            // Whatever grew into another was withdrawn by the decision about that other.
            try DecisionLog.decision(gone.decision, scope: .city, in: access)?.reference == gone.id.text
        }?.id
    }

    /// Standing episodes that have not ended and whose last hour lies far enough back for silence to end them; those of
    /// furnaces are ended by their own watch.
    static func goingOn(
        lastHourBy moment: Instant, period: MeanPeriod, limit: Int, in access: any ReadAccess
    ) throws -> [Episode] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_episode
            WHERE withdrawn = 0 AND ended = 0 AND last_hour_ms <= ?1 AND averaging = ?3 AND pollutant <> ?4
            ORDER BY last_hour_ms, episode_id LIMIT ?2
            """,
            [
                .instant(moment), .int(limit), .text(period.rawValue), .code(PollutantCode.furnaceTemperature),
            ]
        ).map(episode)
    }

    /// Standing episodes whose marks have closed by now without having been judged since; those of furnaces are taken
    /// on by their own watch.
    static func closed(
        by now: Instant, period: MeanPeriod, limit: Int, in access: any ReadAccess
    ) throws -> [Episode] {
        try access.rows(
            """
            SELECT \(columns) FROM monitoring_episode
            WHERE withdrawn = 0 AND provisional_until_ms < ?1 AND averaging = ?3 AND pollutant <> ?4
            ORDER BY provisional_until_ms, episode_id LIMIT ?2
            """,
            [.instant(now), .int(limit), .text(period.rawValue), .code(PollutantCode.furnaceTemperature)]
        ).map(episode)
    }

    static func episode(_ id: EpisodeID, scope: Scope, in access: any ReadAccess) throws -> Episode? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns) FROM monitoring_episode WHERE episode_id = ?1 AND (\(condition.sql))",
            [.code(id)] + condition.arguments
        ).map(episode)
    }

    /// The newest episodes of an outlet, withdrawn ones too.
    static func newest(
        outlet: OutletID, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [Episode] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_episode WHERE outlet_id = ?1 AND (\(condition.sql))
            ORDER BY last_hour_ms DESC LIMIT ?2
            """, [.code(outlet), .int(limit)] + condition.arguments
        ).map(episode)
    }

    static func forEach(_ access: any ReadAccess, _ body: (Episode) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM monitoring_episode ORDER BY episode_id", []) { row in
            try body(episode(row))
        }
    }

    private static let columns =
        """
        episode_id, outlet_id, pollutant, extent, withdrawn, decision_id, enterprise_id, region_code,
        provisional_until_ms
        """

    private static func episode(_ row: Row) throws -> Episode {
        Episode(
            id: try row.code("episode_id"), outlet: try row.code("outlet_id"), pollutant: try row.code("pollutant"),
            enterprise: try row.code("enterprise_id"), region: try row.code("region_code"),
            extent: try CanonicalJSON.value(ExceedanceExtent.self, from: row.blob("extent")),
            isWithdrawn: try row.int("withdrawn") == 1, decision: try row.code("decision_id"),
            provisionalUntil: try row.optional("provisional_until_ms", Row.instant))
    }
}
