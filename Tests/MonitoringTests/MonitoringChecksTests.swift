import HJ212
import Persistence
import Testing

@testable import Monitoring

struct MonitoringChecksTests {
    private static let frames = "frames keep the bytes and the place they were filed with"
    private static let batches = "journalled batch roots cover the stored frames"
    private static let hours = "effective hourly and daily values follow from the frames"
    private static let episodes = "exceedance episodes follow from the effective hourly values"
    private static let told = "exceedances are kept as the journal tells of them"
    private static let mappings = "factor mappings are those the journal tells of"
    private static let limits = "limits are those the journal tells of"
    private static let adoptions = "adoptions of rules are those the journal tells of"
    private static let journal = "journal entries are numbered without a gap and keep what they committed to"
    private static let stopped = "a frame of source"
    private static let decisions = "decisions replay to the same outcome and steps"

    private func stage() async throws -> MonitoringStage {
        let stage = try await MonitoringStage()
        for (qn, pattern) in ["xxc--x", "--x-m"].enumerated() {
            try await stage.store(
                try pattern.enumerated().compactMap { try WireFrame.hour($0.offset, $0.element, qn: qn) })
        }
        return stage
    }

    @Test func `an untouched database has no difference, and everything was looked at`() async throws {
        let stage = try await stage()
        let reports = try await stage.database.read { try stage.room.checks().check($0) }
        #expect(
            reports.map(\.title) == [
                Self.frames, Self.hours, Self.batches, "sources of frames are of whom the register says",
                Self.episodes, Self.told, Self.mappings, Self.limits, Self.adoptions,
                "marks are those the journal tells of, made in time or on demand",
                "counted minutes of hours are what their frames say, and none is missing",
            ])
        #expect(reports.map(\.examined) == [6, 6, 2, 1, 1, 2, 1, 1, 0, 0, 5])
        #expect(reports.allSatisfy { $0.differenceCount == 0 })
    }

    @Test(
        arguments: [
            ("UPDATE monitoring_packed_frame SET body = x'00' WHERE command = 2061", frames),
            ("UPDATE monitoring_packed_frame SET body = CAST(body || x'00' AS BLOB)", frames),
            ("UPDATE monitoring_packed_frame SET layout_no = 0", frames),
            ("UPDATE monitoring_packed_frame SET layout_no = 9", frames),
            ("UPDATE monitoring_packed_frame SET hour_no = hour_no + 1000", batches),
            ("UPDATE monitoring_packed_frame SET hour_no = 9223372036854775807 WHERE batch_position = 0", stopped),
            ("UPDATE monitoring_packed_frame SET offset_ms = offset_ms + 60000", batches),
            ("UPDATE monitoring_packed_frame SET command = 2011", frames),
            ("UPDATE monitoring_packed_frame SET packet = 1", frames),
            ("UPDATE monitoring_packed_frame SET source_no = 7", frames),
            ("DELETE FROM monitoring_packed_frame WHERE batch_position = 0", batches),
            (
                "DELETE FROM monitoring_packed_frame WHERE batch_sequence = (SELECT MIN(batch_sequence) "
                    + "FROM monitoring_packed_frame)", batches
            ),
            ("UPDATE monitoring_packed_frame SET batch_position = 9 - batch_position", batches),
            ("UPDATE monitoring_packed_frame SET batch_sequence = batch_sequence + 1", batches),
            ("UPDATE monitoring_layout SET content = CAST(replace(content, 'ST=31', 'ST=32') AS BLOB)", batches),
            ("DELETE FROM monitoring_layout", frames),
            ("UPDATE monitoring_source SET outlet_id = 'O2'", hours),
            ("UPDATE monitoring_source SET device_number = 'M2'", frames),
            ("UPDATE monitoring_hour SET converted = '20'", hours),
            ("UPDATE monitoring_hour SET mark = 'M'", hours),
            ("UPDATE monitoring_hour SET request_number = '9', converted = '20'", hours),
            ("UPDATE monitoring_hour SET frame_sha256 = zeroblob(32)", hours),
            ("DELETE FROM monitoring_hour WHERE mark = 'N'", hours),
            (
                "INSERT INTO monitoring_hour SELECT outlet_id, pollutant, hour_ms + 36000000, request_number, "
                    + "frame_sha256, average, converted, mark, enterprise_id, region_code FROM monitoring_hour LIMIT 1",
                hours
            ),
            ("DELETE FROM monitoring_episode", episodes),
            ("UPDATE monitoring_episode SET withdrawn = 1", episodes),
            ("UPDATE monitoring_episode SET episode_id = 'EX9' WHERE withdrawn = 0", told),
            ("UPDATE monitoring_episode SET decision_id = 'D9'", told),
            ("UPDATE monitoring_episode SET enterprise_id = 'E9'", told),
            (
                "UPDATE monitoring_episode SET extent = CAST(replace(extent, 'ended\":true', 'ended\":false') AS BLOB)",
                told
            ),
            (
                "UPDATE monitoring_episode SET extent = CAST(replace(CAST(extent AS TEXT), '\"peak\":\"50\"', "
                    + "'\"peak\":\"36\"') AS BLOB)", episodes
            ),
            ("UPDATE monitoring_outlet_limit SET limit_value = '100'", episodes),
            ("DELETE FROM monitoring_outlet_limit", episodes),
            ("UPDATE monitoring_outlet_limit SET valid_to = '2026-12-31'", limits),
            ("UPDATE monitoring_outlet_limit SET unit = 'ug/m3'", limits),
            ("UPDATE monitoring_outlet_limit SET certainty = 'verified'", limits),
            (
                "UPDATE monitoring_outlet_limit SET other_condition = 'season 11-01..03-31', other_value = '1'", limits
            ),
            ("UPDATE monitoring_outlet_limit SET is_void = 1", limits),
            ("UPDATE monitoring_outlet_limit SET recorded_by = NULL", limits),
            ("UPDATE monitoring_outlet_limit SET recorded_at_ms = NULL", limits),
            ("UPDATE journal_entry SET payload = x'7B7D'", journal),
            ("DELETE FROM journal_entry WHERE sequence = 2", journal),
            ("UPDATE decision SET outcome = CAST('{\"episodes\":[]}' AS BLOB)", decisions),
            ("UPDATE decision SET steps = CAST('[]' AS BLOB)", decisions),
            ("UPDATE decision SET rule_version = 9", decisions),
            ("UPDATE decision SET input = x'7B7D'", decisions),
        ] as [(String, String)])
    func `a touched row is found by the check of its table`(tampering: String, title: String) async throws {
        let stage = try await stage()
        let changed = try await stage.database.write { try $0.execute(tampering) }
        #expect(changed > 0)
        var found: [String] = []
        do { found = try await stage.differences() } catch { found = ["\(error)"] }
        #expect(found.contains { $0.hasPrefix(title) }, "\(tampering) → \(found)")
    }
}
