import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

/// The second officer answers the record of a check on site: a fact beside its step, which holds up nothing.
struct RecordCourseTests {
    private static let id = CaseID(checked: "2026-0001")
    private static let second = CaseExample.actor(.branchOfficer, "P-SECOND")

    /// A case whose record of a check, its fourth step, awaits an answer.
    private func stage(_ companion: String = "P-SECOND") async throws -> SupervisionStage {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(Self.id, to: .accepted)
        try await stage.take(.check, on: Self.id, changing: ["companion": companion])
        return stage
    }

    private func answer(
        _ verdict: String, _ words: String? = nil, by actor: Actor = second, in stage: SupervisionStage
    ) async throws {
        var form = ["verdict": verdict]
        form["words"] = words
        try await stage.room.answerRecord(of: 4, in: Self.id, form: form, by: actor, at: stage.clock.now())
    }

    private func owed(_ stage: SupervisionStage) async throws -> [Duty] {
        try await stage.database.read { access in
            try DutyBook.open(scope: .city, limit: 9, in: access).filter { $0.kind == RecordAnswer.dutyKind }
        }
    }

    /// What the paper of the record prints of its second officer.
    private func standing(_ stage: SupervisionStage) async throws -> String {
        let subject = try #require(try await stage.subject(Self.id))
        let answers = try await stage.database.read { try RecordAnswerStore.answers(of: Self.id, in: $0) }
        let page = DocumentPage(
            document: try #require(CaseDocument(of: 4, in: subject)), subject: subject, place: .example,
            answer: answers[4])
        let lines = page.noticeParts(.english).flatMap { $0["partLines"] as? [[String: String]] ?? [] }
        return try #require(lines.first { $0["label"] == "Second officer" }?["value"])
    }

    @Test func `a record awaits its second officer, whatever becomes of the case, and says so`() async throws {
        let stage = try await stage()
        #expect(try await owed(stage).map(\.reference) == ["2026-0001.4"])
        #expect(try await standing(stage).hasPrefix("awaiting the confirmation"))
        try await stage.walk(Self.id, to: .closed)
        #expect(try await owed(stage).count == 2, "the re-check has a record too")
        try await answer("confirmed", in: stage)
        #expect(try await owed(stage).count == 1)
        #expect(try await standing(stage).hasPrefix("confirmed by 示例人员 P-SECOND at"))
        #expect(try await stage.differences() == [])
    }

    @Test func `an objection has words, and is printed with them`() async throws {
        let stage = try await stage()
        await #expect(throws: RecordRefusal.wordsMissing) { try await answer("objected", in: stage) }
        try await answer("objected", "采样点不同", in: stage)
        #expect(try await standing(stage).hasSuffix(": 采样点不同"))
        await #expect(throws: RecordRefusal.answered) { try await answer("confirmed", in: stage) }
        let told = try await stage.database.read { access in
            try Journal.timeline(of: Self.id.text, scope: .city, limit: 99, in: access)
                .compactMap { try $0.fact(RecordAnswered.self)?.words }
        }
        #expect(told == ["采样点不同"])
        let news = try await stage.database.read { try CaseNews.read(of: Self.id, in: $0) }
        let line = try #require(news.first { $0.what.zh.contains("采样点不同") })
        #expect(line.who?.zh.hasPrefix("示例人员 P-SECOND") == true)
    }

    @Test func `nobody answers for an officer who is there; of one who left a colleague says so`() async throws {
        let stage = try await stage("P-LEAVING")
        let (first, colleague) = (CaseExample.actor(.branchOfficer, "P-check"), CaseExample.actor(.branchOfficer, "P2"))
        await #expect(throws: RecordRefusal.notYours("示例人员 P-LEAVING")) {
            try await answer("confirmed", by: colleague, in: stage)
        }
        await #expect(throws: RecordRefusal.stillHere("示例人员 P-LEAVING")) {
            try await answer("left", "x", by: colleague, in: stage)
        }
        stage.clock.pass(hours: 48)
        await #expect(throws: RecordRefusal.notAColleague) { try await answer("left", "x", by: first, in: stage) }
        await #expect(throws: RecordRefusal.verdictMissing) { try await answer("", by: colleague, in: stage) }
        try await answer("left", "调离", by: colleague, in: stage)
        #expect(try await standing(stage).hasPrefix("not confirmed"))
        #expect(try await owed(stage) == [])
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [
        "UPDATE supervision_record_answer SET verdict = 'objected', words = 'x'",
        "UPDATE supervision_record_answer SET actor = 'P2'", "UPDATE supervision_record_answer SET actor_name = 'x'",
        "UPDATE supervision_record_answer SET role = 'city-officer'",
        "UPDATE supervision_record_answer SET at_ms = at_ms + 1", "DELETE FROM supervision_record_answer",
        "UPDATE duty SET state = 'open', settled_at_ms = NULL WHERE kind = 'supervision.confirm-record'",
    ])
    func `verify sees a touched answer`(sql: String) async throws {
        let stage = try await stage()
        try await answer("confirmed", in: stage)
        #expect(try await stage.differences() == [])
        #expect(try await stage.database.write { try $0.execute(sql) } > 0)
        #expect(try await !stage.differences().isEmpty)
    }
}
