import Kernel
import Persistence
import Testing

@testable import Monitoring

/// A database of before computed values, alerts and furnaces.
struct MeansMigrationTests {
    @Test func `hours of waste water that are stored already wait for their alerts, others do not`() async throws {
        let stage = try await MonitoringStage { database, _ in
            let before = Schema(
                tables: [],
                migrations: [
                    .monitoring0001CreateFrames, .monitoring0002PackFrames, .monitoring0003CreateFactorMappings,
                    .monitoring0004BoundQuarantine, .monitoring0005RecordLimits,
                ])
            try await Migrator.migrate(database, to: [TrunkSchema.schema, before])
            try await database.write { access in
                for (pollutant, averaging) in [("w01018", "day"), ("a21002", "hour")] {
                    try access.execute(
                        """
                        INSERT INTO monitoring_outlet_limit (limit_no, outlet_id, pollutant, averaging, demand,
                          limit_value, unit, valid_from, source, is_void)
                        VALUES (?1, 'O2', ?2, ?3, 'at-most', '80', 'mg/L', ?4, '示例', 0)
                        """,
                        [
                            .integer(pollutant == "w01018" ? 101 : 102), .text(pollutant), .text(averaging),
                            .date(CivilDate(dayNumber: 20_000)),
                        ])
                    for hour in [3, 9] {
                        try access.execute(
                            """
                            INSERT INTO monitoring_hour (outlet_id, pollutant, hour_ms, request_number, frame_sha256,
                              average, converted, mark, enterprise_id, region_code)
                            VALUES ('O2', ?1, ?2, '', ?3, '120', NULL, 'N', 'E1', '330602')
                            """,
                            [.text(pollutant), .instant(HourPattern.hour(hour)), .digest(Digest256(of: "\(hour)"))])
                    }
                }
            }
        }
        let waiting = try await stage.database.read { try ChangedHourStore.all($0) }
        #expect(waiting.map(\.pollutant.text) == ["w01018"])
        #expect(waiting.map(\.hours) == [HourPattern.hour(3)...HourPattern.hour(9)])
    }

    @Test func `hours of incinerators that were looked through wait to be looked at again, others do not`()
        async throws
    {
        let stage = try await MonitoringStage()
        try await stage.database.write { access in
            for (number, pollutant, averaging) in [(101, "a21002", "day"), (102, "a21005", "hour")] {
                try access.execute(
                    """
                    INSERT INTO monitoring_outlet_limit (limit_no, outlet_id, pollutant, averaging, demand,
                      limit_value, unit, valid_from, source, is_void)
                    VALUES (?1, 'O1', ?2, ?3, 'at-most', '80', 'mg/m3', ?4, '示例', 0)
                    """,
                    [.int(number), .text(pollutant), .text(averaging), .date(CivilDate(dayNumber: 20_000))])
            }
            try HoleLookStore.note(
                MonitoringStage.outlet, HourPattern.hour(-3)..<HourPattern.hour(9), in: access)
        }
        _ = try await stage.store([try WireFrame.hour("20261123000000", "a21026-ZsAvg=20,a21026-Flag=N")])
        // The statements that carry what is stored over, on tables that have it.
        for statement in Migration.monitoring0020WarnOfDays.statements.dropFirst() {
            _ = try await stage.database.write { try $0.execute(statement) }
        }
        func waiting() async throws -> [String] {
            try await stage.database.read { access in
                try ChangedHourStore.all(access).map { changed in
                    let hours = (changed.hours.lowerBound, changed.hours.upperBound)
                    return "\(changed.pollutant) \(hours.0.milliseconds(since: HourPattern.start) / 3_600_000) "
                        + "\(hours.1.milliseconds(since: HourPattern.start) / 3_600_000)"
                }
            }
        }
        #expect(try await waiting() == ["a21002 -3 8"])
        _ = try await stage.database.write { access in
            try access.execute("UPDATE monitoring_changed_hour SET first_hour_ms = last_hour_ms")
        }
        for statement in Migration.monitoring0020WarnOfDays.statements.dropFirst() {
            _ = try await stage.database.write { try $0.execute(statement) }
        }
        #expect(try await waiting() == ["a21002 -3 8"])
    }

    @Test func `a suspicion stays as it was when two more signs may be suspected`() async throws {
        let stage = try await MonitoringStage()
        let before = Schema(tables: [], migrations: [.monitoring0006CreateSuspicions])
        try await Migrator.migrate(stage.database, to: [TrunkSchema.schema, MonitoringRoom.schema, before])
        _ = try await stage.database.write { access in
            try access.execute(
                """
                INSERT INTO monitoring_suspicion (suspicion_id, sign, outlet_id, pollutant, first_hour_ms,
                  last_hour_ms, found_at_ms, ended_at_ms, decision_id, enterprise_id, region_code)
                VALUES ('SG1', 'flat-line', 'O1', 'a21026', 1, 2, 3, NULL, 'D1', 'E1', '330602')
                """)
        }
        try await Migrator.migrate(
            stage.database, to: [TrunkSchema.schema, MonitoringRoom.schema, FalsificationRoom.schema])
        let kept = try await stage.database.read { access in
            try SuspicionStore.suspicion(SuspicionID(checked: "SG1"), scope: .city, in: access)
        }
        #expect(kept?.sign == .flatLine && kept?.foundAt == Instant(milliseconds: 3))
        let changed = try await stage.database.write { access in
            try access.execute("UPDATE monitoring_suspicion SET sign = 'converted-difference'")
        }
        #expect(changed == 1)
    }
}
