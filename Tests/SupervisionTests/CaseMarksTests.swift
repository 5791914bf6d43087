import Facts
import Kernel
import Persistence
import Synchronization
import Testing

@testable import Supervision

/// The steps that mark hours, before somebody who judges marks.
struct CaseMarksTests {
    private func stage(refusing: Bool = false) async throws -> (SupervisionStage, RecordingMarks) {
        let marks = RecordingMarks(refusing: refusing)
        let stage = try await SupervisionStage(marks: marks)
        try await stage.tell(SupervisionStage.found("EX1", hours: 3))
        return (stage, marks)
    }

    private let id = CaseID(checked: "2026-0001")

    @Test func `a stated condition marks the hours of its day`() async throws {
        let (stage, marks) = try await stage()
        try await stage.walk(id, to: .warned)
        let first = CaseExample.opened.adding(hours: -3)
        stage.clock.pass(hours: -20)
        try await stage.take(.mark, on: id, changing: ["marked_on": first.civil.date.description])
        #expect(
            marks.told == [
                "state start 2026-11-23 07:00 – 2026-11-23 09:00 in time"
            ])
    }

    @Test func `a corrected mark is demanded, and one that is not confirmed is taken back`() async throws {
        let (stage, marks) = try await stage()
        try await stage.walk(id, to: .remarked)
        #expect(marks.told == ["state maintenance 2026-11-23 07:00 – 2026-11-23 09:00 on demand"])
        try await stage.take(.confirm, on: id, outcome: "false")
        #expect(marks.told.count == 2)
        #expect(marks.told.last == "take back 2026-11-23 07:00 – 2026-11-23 09:00 on demand")
    }

    @Test func `a refused mark refuses the step, and nothing is changed`() async throws {
        let (stage, _) = try await stage(refusing: true)
        try await stage.walk(id, to: .mismarked)
        await #expect(throws: RecordingMarks.refusal) { try await stage.take(.correctMark, on: id) }
        #expect(try await stage.subject(id)?.state == .mismarked)
        let reports = try await stage.database.read { try SupervisionRoom.checks.check($0) }
        #expect(reports.allSatisfy { $0.differenceCount == 0 })
    }

    @Test func `what Monitoring says of an exceedance is what the loop waits for`() async throws {
        let (stage, _) = try await stage()
        let found = SupervisionStage.found("EX1", hours: 3)
        func extent(_ provisional: Bool?, _ averaging: MeanPeriod?) -> ExceedanceExtent {
            ExceedanceExtent(
                firstHour: found.extent.firstHour, lastHour: found.extent.lastHour, hours: 3, peak: found.extent.peak,
                limit: found.extent.limit, multiple: found.extent.multiple, level: .blue, ended: true, unit: "mg/L",
                averaging: averaging, provisional: provisional)
        }
        let changed = ExceedanceChanged(
            episode: found.episode, extent: extent(true, .day), decision: found.decision, cause: .mark)
        try await stage.tell(changed)
        let open = try #require(try await stage.subject(id))
        #expect(open.isProvisional && open.gravest.traits.averaging == .day)
        let until = Instant(startOf: found.extent.lastHour.civil.date.adding(days: 1)).adding(hours: 12)
        #expect(open.provisionalUntil(try CaseExample.rules()) == until)
        try await stage.walk(id, to: .checked)
        await #expect(throws: CaseRefusal.provisional(until: until)) { try await stage.take(.qualify, on: id) }
        let closed = ExceedanceChanged(
            episode: found.episode, extent: extent(nil, .day), decision: found.decision, cause: .closing)
        try await stage.tell(closed)
        try await stage.take(.qualify, on: id)
        #expect(try await stage.subject(id)?.state == .confirmed)
        let causes = try await stage.database.read { access in
            try Journal.timeline(of: id.text, scope: .city, limit: 99, in: access).compactMap {
                try $0.fact(CaseEvidenceChanged.self)?.cause
            }
        }
        #expect(Set(causes) == [.mark, .closing])
    }
}

/// Keeps what it is told, or refuses everything.
private final class RecordingMarks: CaseMarks {
    static let refusal = CaseRefusal.markRefused(
        rule: "MON-MARK-LATE", what: Phrase("晚", "late"), remedy: Phrase("说明", "explain"))
    private let lines = Mutex<[String]>([])
    private let refusing: Bool

    init(refusing: Bool) {
        self.refusing = refusing
    }

    var told: [String] { lines.withLock { $0 } }

    func state(_ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess) throws {
        if refusing { throw Self.refusal }
        note("state \(mark.condition)", mark)
    }

    func takeBack(_ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess) throws {
        note("take back", mark)
    }

    private func note(_ what: String, _ mark: CaseMark) {
        let hours = "\(mark.firstHour.civil.minuteText) – \(mark.lastHour.civil.minuteText)"
        lines.withLock { $0.append("\(what) \(hours) \(mark.isDemanded ? "on demand" : "in time")") }
    }
}
