import Facts
import Kernel
import Persistence
import Testing
import Web

@testable import Governance

struct VoiceDeskTests {
    private static let stars = ["gain": 5, "satisfaction": 4, "awareness": 3, "participation": 2, "confidence": 1]

    private static func receive(
        _ text: String?, service: String = "policy", stars: [String: Int] = stars, on stage: GovernanceStage
    ) async throws -> String {
        let (voice, now) = (stage.room.voice, stage.clock.now())
        return try await stage.database.write { access in
            try voice.receive(service: service, stars: stars, text: text, at: now, in: access)
        }
    }

    private static func settle(
        _ number: Int, _ answer: String = "已改进", on stage: GovernanceStage
    ) async throws {
        let (voice, now) = (stage.room.voice, stage.clock.now())
        try await stage.database.write { access in
            try voice.settle(
                number, as: .answered, answer: answer, by: GovernanceStage.office.person, at: now, in: access)
        }
    }

    private static func duties(_ stage: GovernanceStage) async throws -> [String] {
        try await stage.database.read { access in
            try DutyBook.all(beginningWith: Feedback.referencePrefix, in: access).map {
                "\($0.reference) \($0.state.rawValue) \($0.due.civil.minuteText)"
            }
        }
    }

    @Test func `what has words is answered within its term, and its receipt shows the answer`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        let bare = try await Self.receive(nil, on: stage)
        let receipt = try await Self.receive("页面打不开<script>", on: stage)
        #expect(receipt.count == 16 && receipt != bare)
        #expect(try await Self.duties(stage) == ["VOICE.2 open 2026-09-18 00:00"])
        #expect(GovernanceRoom.dutyAddress("VOICE.2") == "/governance/voice/2")
        let named = try await stage.database.read { access in
            try ["VOICE.2", "VOICE.3"].map { try stage.room.dutyPlace($0, in: access)?.en.hasPrefix("feedback 2 · ") }
        }
        #expect(named == [true, nil])
        await #expect(throws: FeedbackRefusal.nothingWritten) { try await Self.settle(1, on: stage) }
        await #expect(throws: FeedbackRefusal.answerMissing) { try await Self.settle(2, "", on: stage) }
        await #expect(throws: FeedbackRefusal.noSuchFeedback) { try await Self.settle(3, on: stage) }
        try await Self.settle(2, on: stage)
        await #expect(throws: FeedbackRefusal.settledAlready) { try await Self.settle(2, on: stage) }
        let found = try #require(
            try await stage.database.read { try FeedbackStore.feedback(receipt: receipt, in: $0) })
        #expect(found.state == .answered && found.settled?.answer == "已改进" && found.stars == Self.stars)
        #expect(try await Self.duties(stage).first?.contains("done") == true)
        let totals = try await stage.database.read {
            try FeedbackStore.totals(from: Instant(milliseconds: 0), until: stage.clock.now().adding(hours: 1), in: $0)
        }
        #expect(totals.map { [$0.count, $0.written, $0.settled] } == [[2, 1, 1]])
        #expect(totals.first?.mean_hundredths("satisfaction") == 400)
        let open = try await stage.database.read {
            try FeedbackStore.feedback(state: .counted, service: "policy", before: nil, limit: 9, in: $0).map(\.number)
        }
        #expect(open == [1])
        #expect(try await stage.differences() == [])
    }

    @Test func `what cannot be counted is refused`() async throws {
        let stage = try await GovernanceStage()
        await #expect(throws: FeedbackRefusal.unknownService) {
            _ = try await Self.receive(nil, service: "nowhere", on: stage)
        }
        await #expect(throws: FeedbackRefusal.stars(field: "gain")) {
            _ = try await Self.receive(nil, stars: ["gain": 6], on: stage)
        }
        await #expect(throws: FeedbackRefusal.textTooLong(max: 500)) {
            _ = try await Self.receive(String(repeating: "长", count: 501), on: stage)
        }
        #expect(try await stage.database.read { try FeedbackStore.last($0) } == 0)
    }

    @Test func `a text that was changed is found`() async throws {
        let stage = try await GovernanceStage()
        _ = try await Self.receive("意见", on: stage)
        _ = try await stage.database.write { try $0.execute("UPDATE governance_feedback SET text = 'x'", []) }
        #expect(try await stage.differences() == ["feedback 1 is not what the journal tells"])
    }
}
