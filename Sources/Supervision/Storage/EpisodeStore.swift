import Facts
import Kernel
import Persistence

/// The exceedances of cases, and those that were exempted from having one.
enum EpisodeStore {
    static func insert(_ episode: CaseEpisode, into subject: SupervisionCase, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO supervision_episode (episode_id, case_id, position, outlet_id, pollutant, extent, first_hour_ms,
              averaging, provisional, toxic, withdrawn)
            VALUES (?1, ?2, (SELECT COUNT(*) + 1 FROM supervision_episode WHERE case_id = ?2), ?3, ?4, ?5, ?6, ?7, ?8,
              ?9, 0)
            """,
            [
                .code(episode.episode), .code(subject.id), .code(subject.outlet), .code(episode.pollutant),
                .blob(try CanonicalJSON.bytes(of: episode.extent)), .instant(episode.extent.firstHour),
                .text(episode.traits.averaging.rawValue), .int(episode.traits.isProvisional ? 1 : 0),
                .int(episode.traits.isToxic ? 1 : 0),
            ])
    }

    /// Lets an exceedance that no longer stands count as it was first told.
    static func uphold(_ episode: EpisodeID, as told: FirstTold, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE supervision_episode SET upheld = ?2 WHERE episode_id = ?1",
            [.code(episode), .blob(try CanonicalJSON.bytes(of: told))])
    }

    /// Notes what is now known of an exceedance: whatever was upheld of it is news no more.
    static func update(
        _ episode: EpisodeID, extent: ExceedanceExtent, traits: EpisodeTraits, isWithdrawn: Bool,
        mergedInto heir: EpisodeID?, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE supervision_episode SET extent = ?2, first_hour_ms = ?3, withdrawn = ?4, merged_into = ?5,
              averaging = ?6, provisional = ?7, toxic = ?8, upheld = NULL
            WHERE episode_id = ?1
            """,
            [
                .code(episode), .blob(try CanonicalJSON.bytes(of: extent)), .instant(extent.firstHour),
                .int(isWithdrawn ? 1 : 0), .code(heir), .text(traits.averaging.rawValue),
                .int(traits.isProvisional ? 1 : 0), .int(traits.isToxic ? 1 : 0),
            ])
    }

    /// How many exceedances of each other case of an outlet stand that began in a time; of those that began with its
    /// last hour, what cases of smaller numbers hold.
    static func standing(
        at outlet: OutletID, from: Instant, to last: Instant, before id: CaseID, in access: any ReadAccess
    ) throws -> [(caseID: CaseID, count: Int)] {
        try access.rows(
            """
            SELECT case_id, COUNT(*) AS found FROM supervision_episode
            WHERE outlet_id = ?1 AND first_hour_ms >= ?2 AND (withdrawn = 0 OR upheld IS NOT NULL)
              AND case_id <> ?4 AND (first_hour_ms < ?3 OR (first_hour_ms = ?3 AND case_id < ?4))
            GROUP BY case_id ORDER BY case_id
            """, [.code(outlet), .instant(from), .instant(last), .code(id)]
        ).map { (try $0.code("case_id"), try $0.int("found")) }
    }

    static func episodes(of id: CaseID, _ access: any ReadAccess) throws -> [CaseEpisode] {
        try access.rows(
            """
            SELECT episode_id, pollutant, extent, averaging, provisional, toxic, withdrawn, merged_into, upheld
            FROM supervision_episode WHERE case_id = ?1 ORDER BY position
            """, [.code(id)]
        ).map { row in
            CaseEpisode(
                episode: try row.code("episode_id"), pollutant: try row.code("pollutant"),
                extent: try CanonicalJSON.value(ExceedanceExtent.self, from: row.blob("extent")),
                isWithdrawn: try row.int("withdrawn") == 1, mergedInto: try row.optional("merged_into", Row.code),
                traits: EpisodeTraits(
                    averaging: try row.choice("averaging"), isProvisional: try row.int("provisional") == 1,
                    isToxic: try row.int("toxic") == 1),
                upheld: try row.optional("upheld", Row.blob).map {
                    try CanonicalJSON.value(FirstTold.self, from: $0)
                })
        }
    }

    /// When each exceedance began, as cases are counted by.
    static func firstHours(_ access: any ReadAccess) throws -> [EpisodeID: Instant] {
        let rows = try access.rows("SELECT episode_id, first_hour_ms FROM supervision_episode")
        return Dictionary(
            try rows.map { (try $0.code("episode_id"), try $0.instant("first_hour_ms")) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The exceedances that are noted at another outlet than their case.
    static func atOtherOutlets(_ access: any ReadAccess) throws -> Set<EpisodeID> {
        let rows = try access.rows(
            """
            SELECT e.episode_id AS episode_id FROM supervision_episode e
            JOIN supervision_case c ON c.case_id = e.case_id WHERE e.outlet_id <> c.outlet_id
            """)
        return Set(try rows.map { try $0.code("episode_id") })
    }

    static func exempt(
        _ episode: EpisodeID, at outlet: OutletID, because reason: String, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            "INSERT INTO supervision_exemption (episode_id, outlet_id, reason, at_ms) VALUES (?1, ?2, ?3, ?4)",
            [.code(episode), .code(outlet), .text(reason), .instant(now)])
    }

    /// All exemptions, by exceedance.
    static func exemptions(
        _ access: any ReadAccess
    ) throws -> [EpisodeID: (outlet: OutletID, reason: String, at: Instant)] {
        let rows = try access.rows("SELECT episode_id, outlet_id, reason, at_ms FROM supervision_exemption", [])
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                (
                    try row.code("episode_id"),
                    (outlet: try row.code("outlet_id"), reason: try row.text("reason"), at: try row.instant("at_ms"))
                )
            })
    }

    static func isExempt(_ episode: EpisodeID, in access: any ReadAccess) throws -> Bool {
        try access.row(
            "SELECT 1 AS found FROM supervision_exemption WHERE episode_id = ?1", [.code(episode)]) != nil
    }
}
