import Foundation
import Kernel
import Persistence
import SQLitePersistence
import TestMaterial
import Testing

extension ProgramTests {
    /// One flipped bit in what must not change is found and named.
    struct VerifyTests {
        /// A stored value to spoil: its table and column, which row, and what names the row in the report.
        private static let places: [(table: String, column: String, whose: String, name: String)] = [
            ("monitoring_packed_frame", "body", "1 = 1", "'batch ' || batch_sequence"),
            ("decision", "input", "1 = 1", "decision_id"), ("decision", "outcome", "1 = 1", "decision_id"),
            ("decision", "steps", "1 = 1", "decision_id"),
            ("journal_entry", "payload", "kind = 'supervision.case-opened'", "'entry ' || sequence"),
            ("journal_entry", "payload", "kind = 'monitoring.frames-received'", "'entry ' || sequence"),
            ("journal_entry", "salt", "kind = 'supervision.case-step-taken'", "'entry ' || sequence"),
            ("journal_entry", "commitment", "kind = 'monitoring.exceedance-found'", "'entry ' || sequence"),
            (wordsColumn.table, wordsColumn.column, "1 = 1", "'case ' || case_id"),
        ]

        /// Spoilt inside a Chinese word only, so that it still reads as a form.
        private static let wordsColumn = (table: "supervision_step", column: "form")

        @Test func `a flipped bit is found wherever it lies`() async throws {
            let seed = UInt64.random(in: 1...UInt64(Int64.max))
            print("seed \(seed)")
            try await TemporaryFolder.with { folder in
                let whole = try await FinishedCity.copy(into: folder)
                let sound = try await CommandRun.of(["verify", "--database", whole], in: folder)
                #expect(sound.exitCode == 0, "\(sound.output)\(sound.complaint)")
                // In a city that was just made nobody has asked a logger anything, and no program has subscribed.
                let idle = sound.output.split(separator: "\n").filter { $0.contains(" 0 examined") }
                let unused = [
                    "conversation", "notice", "subscription", "evidence of a report", "exemptions",
                    "photo of a project",
                ]
                #expect(idle.allSatisfy { line in unused.contains { line.contains($0) } }, "\(sound.output)")

                for (index, place) in Self.places.enumerated() {
                    let copy = folder.appending(path: "spoilt-\(index)")
                    try FileManager.default.copyItem(at: folder.appending(path: "city"), to: copy)
                    let spoilt = copy.path + "/" + FinishedCity.databaseName
                    let name = try await Self.spoil(place, in: spoilt, seed: seed &+ UInt64(index))
                    let found = try await CommandRun.of(["verify", "--database", spoilt], in: folder)
                    let sentence = "\(place.table).\(place.column) of \(name): \(found.output)\(found.complaint)"
                    #expect(found.exitCode == 1 && found.complaint.isEmpty, "\(sentence)")
                    #expect(found.output.contains(name), "\(sentence)")
                }
            }
        }

        /// What no digest of a row covers: a column changed to something that could be, and the check that tells.
        private static let columns: [(sql: String, check: String)] = [
            ("supervision_step SET actor_name = '李四' WHERE rowid = 1", "cases and their steps"),
            ("supervision_evidence SET note = 'x' WHERE rowid = 1", "each file of evidence is there"),
            ("supervision_record_answer SET actor_name = 'x' WHERE rowid = 1", "answers to records of checks"),
            ("monitoring_mark SET stated_name = '李四' WHERE mark_no = 1", "marks are those the journal tells of"),
            ("monitoring_mark_closing SET closed_name = '李四' WHERE rowid = 1", "marks are those the journal tells of"),
            ("monitoring_outlet_limit SET recorded_by = NULL WHERE limit_no = 1", "limits are those"),
            ("duty SET settled_at_ms = settled_at_ms + 1 WHERE kind = 'supervision.check'", "duties were done when"),
            ("duty SET role = 'city-officer' WHERE kind = 'supervision.qualify'", "duties of cases that are over"),
            // Moved to another moment at which something of the same case was journalled.
            (
                """
                duty SET since_ms = (SELECT MIN(e.occurred_at_ms) FROM journal_entry e WHERE
                e.reference = duty.reference) WHERE kind = 'supervision.order' AND state = 'done'
                """, "duties of cases began with what gave rise to them"
            ),
            ("duty SET role = 'liaison' WHERE kind = 'governance.review'", "duties of policies are owed"),
            ("monitoring_mark SET region_code = '330699' WHERE mark_no = 2", "marks are those the journal tells of"),
            ("monitoring_source SET enterprise_id = 'E0001' WHERE source_no = 5", "sources of frames are of whom"),
            ("devices_finding SET evidence = X'7B7D'", "findings of devices are those"),
            ("installation SET purpose = 'real'", "the database is for what it was made for"),
        ]

        /// What nothing but a row told, one deleted after the other.
        private static let rows: [(table: String, check: String)] = [
            ("devices_finding", "findings of devices are those"),
            ("monitoring_minute_capture", "counted minutes of hours"),
        ]

        @Test func `a finding or a count of minutes that is gone is missed`() async throws {
            try await TemporaryFolder.with { folder in
                let file = try await FinishedCity.copy(into: folder)
                for row in Self.rows {
                    let gone = try await SQLiteDatabase(path: file).write { access in
                        try access.execute(
                            "DELETE FROM \(row.table) WHERE outlet_id = (SELECT MAX(outlet_id) FROM \(row.table))")
                    }
                    #expect(gone > 0, "\(row.table)")
                }
                let found = try await CommandRun.of(["verify", "--database", file], in: folder)
                let told = found.output.split(separator: "\n").filter { $0.hasSuffix(" differences") }
                for row in Self.rows {
                    #expect(told.contains { $0.contains(row.check) }, "\(row.table): \(found.output)")
                }
            }
        }

        @Test func `names, notes, authors and done duties cannot be changed unseen`() async throws {
            try await TemporaryFolder.with { folder in
                let file = try await FinishedCity.copy(into: folder)
                for column in Self.columns {
                    let changed = try await SQLiteDatabase(path: file).write { try $0.execute("UPDATE \(column.sql)") }
                    #expect(changed > 0, "\(column.sql)")
                }
                let found = try await CommandRun.of(["verify", "--database", file], in: folder)
                #expect(found.exitCode == 1)
                let told = found.output.split(separator: "\n").filter { $0.hasSuffix(" differences") }
                for column in Self.columns {
                    #expect(told.contains { $0.contains(column.check) }, "\(column.sql): \(found.output)")
                }
            }
        }

        /// Flips one bit of one row's value, and tells what names the row.
        private static func spoil(
            _ place: (table: String, column: String, whose: String, name: String), in file: String, seed: UInt64
        ) async throws -> String {
            try await SQLiteDatabase(path: file).write { access in
                var generator = SeededGenerator(seed: seed)
                // Rows that lie in the order of their key have no number of their own.
                let isClustered = place.table == "monitoring_packed_frame"
                let key = isClustered ? "batch_sequence || '/' || batch_position" : "CAST(rowid AS TEXT)"
                let rows = try access.rows(
                    "SELECT \(key) AS place, \(place.name) AS name, \(place.column) AS value "
                        + "FROM \(place.table) WHERE \(place.whose)")
                let isForm = (place.table, place.column) == wordsColumn
                // Some forms hold codes and days alone.
                let fit = try rows.filter { row in try !isForm || row.blob("value").contains { $0 >= 0x80 } }
                let row = try #require(fit.randomElement(using: &generator), "\(place.table) has no row to spoil")
                var value = try row.blob("value")
                let bytes = value.indices.filter { !isForm || value[$0] >= 0x80 }
                let byte = try #require(bytes.randomElement(using: &generator))
                value[byte] ^= 1 << (isForm ? 0 : UInt8.random(in: 0...7, using: &generator))
                try access.execute(
                    "UPDATE \(place.table) SET \(place.column) = ?1 WHERE \(key) = ?2",
                    [.blob(value), .text(try row.text("place"))])
                return try row.text("name")
            }
        }
    }
}
