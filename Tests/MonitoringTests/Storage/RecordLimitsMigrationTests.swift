import Facts
import HJ212
import Kernel
import Persistence
import Testing

@testable import Monitoring

/// Databases of the time when limits were the most an hour may have, in mg/m³, and daily means were only kept.
struct RecordLimitsMigrationTests {
    private static let oxides = PollutantCode(checked: "a21002")
    private static let episode = EpisodeID(checked: "EXOLD")
    private static let place = FactSubject(
        enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"), reference: "O1")
    private static let limit = DatedLimit(
        limit: "100", validFrom: CivilDate(dayNumber: 20_000), validTo: nil, source: "示例许可证")

    private static func hour(_ number: Int, _ value: String, qn: String = "20261123010000000") throws -> Frame {
        let time = CivilStamp(millisecondsSince1970: HourPattern.hour(number).milliseconds).text14
        return try WireFrame.hour(time, "a21002-Avg=1.5,a21002-ZsAvg=\(value),a21002-Flag=N", qn: qn)
    }

    /// Two hours above the limit and one below.
    private static let values = ["150", "160", "20"]

    /// The hours, and a day of waste water.
    private static func frames() throws -> [Frame] {
        let day = CivilStamp(millisecondsSince1970: HourPattern.start.milliseconds).text14
        let waterDay = try WireFrame.hour(day, "w01018-Avg=80,w01018-Flag=N", device: "M2", command: 2031)
        return try values.enumerated().map { try hour($0.offset, $0.element) } + [waterDay]
    }

    private static func fill(_ database: any Database, _ journal: Journal) async throws {
        let old = Schema(
            tables: [],
            migrations: [
                .monitoring0001CreateFrames, .monitoring0002PackFrames, .monitoring0003CreateFactorMappings,
                .monitoring0004BoundQuarantine,
            ])
        try await Migrator.migrate(database, to: [TrunkSchema.schema, old])
        let frames = try Self.frames()
        try await database.write { access in
            try insertLimit(journal, in: access)
            try insert(frames, journal, in: access)
            let readings = try zip(frames, values).map { try insertHour(of: $0, $1, in: access) }
            try insertEpisode(over: readings, journal, in: access)
        }
    }

    private static func insertLimit(_ journal: Journal, in access: any WriteAccess) throws {
        try journal.append(
            LimitRecorded(
                outlet: MonitoringStage.outlet, pollutant: oxides, limit: limit.limit, validFrom: limit.validFrom,
                validTo: nil, source: limit.source), about: place, by: .system("test"), in: access)
        try access.execute(
            """
            INSERT INTO monitoring_limit (outlet_id, pollutant, valid_from, valid_to, limit_mg_m3, source)
            VALUES ('O1', 'a21002', ?1, NULL, '100', ?2)
            """, [.date(limit.validFrom), .text(limit.source)])
    }

    private static func insert(_ frames: [Frame], _ journal: Journal, in access: any WriteAccess) throws {
        for number in 1...2 {
            try access.execute(
                """
                INSERT INTO monitoring_source (source_no, device_number, outlet_id, enterprise_id, region_code)
                VALUES (?1, ?2, ?3, 'E1', '330602')
                """, [.int(number), .text("M\(number)"), .text("O\(number)")])
        }
        let root = MerkleRoot.over(frames.map { Digest256(of: $0.bytes).bytes })
        let batch = try journal.append(
            FramesReceived(count: frames.count, root: root), about: .city, by: .system("gateway"), in: access)
        for (position, frame) in frames.enumerated() {
            let filing = try FrameFiling(frame)
            try access.execute(
                """
                INSERT INTO monitoring_packed_frame (hour_no, source_no, command, offset_ms, packet, version,
                  batch_sequence, batch_position, delay_ms, layout_no, body)
                VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, 7000, 0, ?8)
                """,
                [
                    .integer(filing.place.hourNumber), .int(filing.device.text == "M1" ? 1 : 2),
                    .int(filing.command.rawValue), .integer(filing.place.offset), .int(filing.packet),
                    .integer(batch), .int(position), .blob(frame.bytes),
                ])
        }
    }

    private static func insertHour(
        of frame: Frame, _ value: String, in access: any WriteAccess
    ) throws -> HourReading {
        let (filing, digest) = (try FrameFiling(frame), Digest256(of: frame.bytes))
        let reading = HourReading(
            hour: filing.dataTime, average: "1.5", converted: DecimalNumber(value), mark: "N", frame: digest)
        try access.execute(
            """
            INSERT INTO monitoring_hour (outlet_id, pollutant, hour_ms, request_number, frame_sha256, average,
              converted, mark, enterprise_id, region_code)
            VALUES ('O1', 'a21002', ?1, ?2, ?3, '1.5', ?4, 'N', 'E1', '330602')
            """,
            [.instant(reading.hour), .text(filing.requestNumber), .digest(digest), .decimal(reading.converted)])
        return reading
    }

    private static func insertEpisode(
        over readings: [HourReading], _ journal: Journal, in access: any WriteAccess
    ) throws {
        let log = DecisionLog(journal: journal, clock: StageClock(HourPattern.hour(4)), entropy: CountingEntropy())
        let input = StackHourExceedance.Input(
            outlet: MonitoringStage.outlet, pollutant: oxides, readings: readings, limits: [limit],
            parameters: HourPattern.parameters, now: HourPattern.hour(4))
        let decision = try log.decide(
            by: StackHourExceedance.self, on: input, about: episode.text, enterprise: EnterpriseID(checked: "E1"),
            region: RegionCode(checked: "330602"), in: access)
        let extent = try #require(decision.outcome.episodes.first)
        try access.execute(
            """
            INSERT INTO monitoring_episode (episode_id, outlet_id, pollutant, first_hour_ms, last_hour_ms, extent,
              withdrawn, decision_id, enterprise_id, region_code, ended)
            VALUES (?1, 'O1', 'a21002', ?2, ?3, ?4, 0, ?5, 'E1', '330602', 1)
            """,
            [
                .code(episode), .instant(extent.firstHour), .instant(extent.lastHour),
                .blob(try CanonicalJSON.bytes(of: extent)), .code(decision.id),
            ])
        try journal.append(
            ExceedanceFound(
                episode: episode, outlet: MonitoringStage.outlet, pollutant: oxides, extent: extent,
                decision: decision.id), about: place, by: .system("judge"), in: access)
    }

    @Test func `a database from before limits had units opens, holds and goes on judging its episodes`() async throws {
        let stage = try await MonitoringStage { try await Self.fill($0, $1) }
        let limits = """
            limit_no || ' ' || pollutant || ' ' || averaging || ' ' || demand || ' ' || limit_value || ' ' || unit \
            AS line FROM monitoring_outlet_limit ORDER BY limit_no
            """
        #expect(try await stage.lines(limits) == ["1 a21002 hour at-most 100 mg/m3", "2 a21026 hour at-most 35 mg/m3"])
        while try await stage.room.rereadings.look() {}
        while try await stage.room.limitWatch.look() {}
        #expect(try await stage.differences() == [])
        #expect(HourPattern.text(try await stage.standing()) == "0–1/2")
        let days = "outlet_id || ' ' || pollutant || ' ' || average AS line FROM monitoring_day"
        #expect(try await stage.lines(days) == ["O2 w01018 80"])

        // The third hour comes again above the limit: the old episode grows, by the rule's new version.
        try await stage.store([try Self.hour(2, "170", qn: "20261123040000000")])
        let extents = try await stage.standing()
        #expect(extents.map(\.hours) == [3] && extents.map(\.peak) == ["170"])
        #expect(try await stage.lines("episode_id AS line FROM monitoring_episode") == ["EXOLD"])
        let rules = "DISTINCT rule_code || ' ' || rule_version AS line FROM decision ORDER BY line"
        #expect(try await stage.lines(rules) == ["MON-01 1", "MON-01 5"])
        #expect(try await stage.differences() == [])

        // All its hours come again below the limit: it is withdrawn, not forgotten.
        try await stage.store(try (0...2).map { try Self.hour($0, "20", qn: "20261123050000000") })
        #expect(try await stage.standing() == [])
        let withdrawn = "episode_id AS line FROM monitoring_episode WHERE withdrawn = 1"
        #expect(try await stage.lines(withdrawn) == ["EXOLD"])
        #expect(try await stage.differences() == [])
    }
}
