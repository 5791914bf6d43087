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

    @Test func `a stated condition marks the window it names, and the step keeps what came of it`() async throws {
        let (stage, marks) = try await stage()
        try await stage.walk(id, to: .warned)
        stage.clock.pass(hours: -20)
        try await stage.take(.mark, on: id)
        #expect(
            marks.told == [
                "state start coal-boiler/start/cold 2026-11-23 06:00 – 2026-11-23 08:00 of EX1 in time"
            ])
        let step = try #require(try await stage.subject(id)?.steps.last)
        #expect(step.form["mark_no"] == "7" && step.form["mark_effect"] == "changed")
        let lines = CaseForm.lines(of: step, windows: [.example], .english).map { $0["value"] }
        #expect(lines.contains("coal boiler, cold start ≤ 4 h (from memory, not checked against the text)"))
        #expect(lines.contains(CaseMarkOutcome.Effect.changed.phrase.en))
        #expect(try await stage.differences().isEmpty)
    }

    /// The case exceeds from 07:00 to 09:00 of 2026-11-23; the step is taken at 14:00.
    @Test(
        arguments: [
            (["window": ""], "windowMissing"), (["window": "none"], ""), (["condition": "fault", "window": ""], ""),
            (["first_day": ""], "dateMissing(field: \"first_day\")"),
            (["last_day": "2026-02-30"], "dateMissing(field: \"last_day\")"),
            (["first_hour": "24"], "choiceMissing(field: \"first_hour\")"),
            (["last_hour": ""], "choiceMissing(field: \"last_hour\")"), (["last_hour": "05"], "hoursInDisorder"),
            (["first_hour": "03", "last_hour": "06"], "hoursElsewhere"),
            (["first_hour": "10", "last_hour": "11"], "hoursElsewhere"),
            (["first_hour": "09", "last_hour": "09"], ""), (["first_hour": "04", "last_hour": "07"], ""),
            (["first_day": "2026-11-21"], "markTooLate"), (["first_day": "2026-11-22"], "markTooLate"),
        ] as [([String: String], String)])
    func `a window touches the exceedance, begins on an open day, and names its kind`(
        changing: [String: String], refusal: String
    ) async throws {
        let (stage, marks) = try await stage()
        try await stage.walk(id, to: .warned)
        stage.clock.pass(hours: -20)
        let before = try await stage.state()
        var found = ""
        do { try await stage.take(.mark, on: id, changing: changing) } catch let refused as CaseRefusal {
            found = "\(refused)"
            #expect(try await stage.state() == before)
        }
        #expect(refusal.isEmpty ? found.isEmpty : found.hasPrefix(refusal), "\(found)")
        #expect(marks.told.isEmpty == !refusal.isEmpty)
    }

    /// The whole exceedance marked, all but its first hour, and nothing.
    @Test(arguments: [3, 2, 0])
    func `who qualifies a marked exceedance as a true one sets the marks aside`(marked: Int) async throws {
        let found = SupervisionStage.found("EX1", at: "O1", hours: 3)
        let marks = RecordingMarks(
            marked: marked == 0 ? MarkedHours() : MarkedHours(marks: [.example]), revived: [found.episode: found.extent]
        )
        let stage = try await SupervisionStage(marks: marks)
        try await stage.tell(found)
        try await stage.walk(id, to: .checked)
        let decision = DecisionID(checked: "D2")
        if marked == 2 {
            try await stage.tell(
                ExceedanceChanged(
                    episode: found.episode, extent: CaseExample.extent(hours: 1), decision: decision, cause: .mark))
        } else {
            try await stage.tell(
                ExceedanceWithdrawn(episode: found.episode, decision: decision, mergedInto: nil, cause: .mark))
        }
        let before = try await stage.state()
        let aside = ["marks": "aside"]
        guard marked > 0 else {
            await #expect(throws: CaseRefusal.nothingToConfirm) {
                try await stage.take(.qualify, on: id, changing: aside)
            }
            #expect(try await stage.state() == before && marks.told.isEmpty)
            return
        }
        await #expect(throws: CaseRefusal.marksUndecided([3])) { try await stage.take(.qualify, on: id) }
        #expect(try await stage.state() == before)
        try await stage.take(.qualify, on: id, changing: aside)
        let subject = try #require(try await stage.subject(id))
        #expect(subject.state == .confirmed && subject.extent == found.extent)
        // Monitoring tells the same; it is no news any more.
        try await stage.tell(
            ExceedanceChanged(episode: found.episode, extent: found.extent, decision: found.decision, cause: .mark))
        let step = try #require(subject.steps.last)
        #expect(step.form["first_hour"] == "07" && step.form["last_hour"] == "09")
        #expect(step.namedMarks.map(\.number) == [3] && step.namedMarks.first?.reason == "启炉示例")
        // All that the case was told of, whatever is left of it.
        #expect(marks.told == ["set aside 2026-11-23 07:00 – 2026-11-23 09:00 of EX1 on demand"])
        let news = try await stage.database.read { try CaseNews.read(of: id, in: $0) }
        let last = try #require(news.dropLast().last)
        #expect(last.ofStep == step.number && last.behind == step.number - 1)
        #expect(last.what.zh.hasPrefix("撤销企业标记 3号：启炉（启动），2026-11-23 07:00 至 2026-11-23 09:00，示例负责人"))
        #expect(news.last?.what.zh.hasSuffix("起因：执法人员撤销企业标记") == true)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `marks that an officer lets stand leave what they took out, and the step names them`() async throws {
        let found = SupervisionStage.found("EX1", at: "O1", hours: 3)
        let marks = RecordingMarks(marked: MarkedHours(marks: [.example]))
        let stage = try await SupervisionStage(marks: marks)
        try await stage.tell(found)
        try await stage.walk(id, to: .checked)
        try await stage.take(.qualify, on: id, changing: ["marks": "stand"])
        let step = try #require(try await stage.subject(id)?.steps.last)
        #expect(marks.told.isEmpty && step.form["marks"] == "stand")
        let lines = CaseForm.lines(of: step, .english)
        #expect(
            lines.contains { $0["label"] == "Mark left standing" && $0["value"]?.hasPrefix("no. 3: starting") == true })
        #expect(try await stage.differences().isEmpty)
    }

    /// Nobody was on site yet; what excuses is the enterprise's word alone.
    @Test func `a standstill that values belie is answered by whoever dismisses or qualifies, and papers say so`()
        async throws
    {
        let found = SupervisionStage.found("EX1", at: "O1", hours: 3)
        for marks in [MarkedHours(marks: [.example]), MarkedHours(marks: [.belied])] {
            let stage = try await SupervisionStage(marks: RecordingMarks(marked: marks))
            try await stage.tell(found)
            try await stage.walk(id, to: .warned)
            try await stage.tell(
                ExceedanceWithdrawn(episode: found.episode, decision: found.decision, mergedInto: nil, cause: .mark))
            guard !marks.belied.isEmpty else {
                try await stage.take(.dismiss, on: id)
                continue
            }
            for verdict in ["", "aside"] {
                await #expect(throws: CaseRefusal.marksUndecided([4])) {
                    try await stage.take(.dismiss, on: id, changing: ["marks": verdict])
                }
            }
            try await stage.take(.dismiss, on: id, changing: ["marks": "stand"])
            let step = try #require(try await stage.subject(id)?.steps.last)
            #expect(step.form["cleared_by"]?.contains("数据显示其间在运行：氧含量 8–9（< 19），设计值") == true)
            #expect(step.namedMarks.map(\.running) == [StatedMark.belied.running], "it comes back from its line")
            #expect(try await stage.differences().isEmpty)
        }
    }

    @Test func `a qualification that excuses by a belied standstill says why, and the closure prints it`() async throws
    {
        let stage = try await SupervisionStage(marks: RecordingMarks(marked: MarkedHours(marks: [.belied])))
        try await stage.tell(SupervisionStage.found("EX1", at: "O1", hours: 3))
        try await stage.walk(id, to: .checked)
        for verdict in ["", "aside"] {
            await #expect(throws: CaseRefusal.marksUndecided([4])) {
                try await stage.take(.qualify, on: id, outcome: "condition", changing: ["marks": verdict])
            }
        }
        try await stage.take(.qualify, on: id, outcome: "condition", changing: ["marks": "stand"])
        try await stage.take(.close, on: id)
        let form = try #require(try await stage.subject(id)?.steps.last).form
        #expect(form["marks_told"]?.hasPrefix("维持：经核查属实。4号：停运") == true)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `nothing is dismissed while its mark may be taken back, and a checked case not without a word on it`()
        async throws
    {
        let found = SupervisionStage.found("EX1", at: "O1", hours: 3)
        let marks = RecordingMarks(
            marked: MarkedHours(marks: [.example], openUntil: CaseExample.opened.adding(hours: 26)))
        let stage = try await SupervisionStage(marks: marks)
        try await stage.tell(found)
        try await stage.walk(id, to: .checked)
        try await stage.tell(
            ExceedanceWithdrawn(episode: found.episode, decision: found.decision, mergedInto: nil, cause: .mark))
        let until = CaseExample.opened.adding(hours: 26)
        for action in [CaseAction.dismiss, .qualify] {
            await #expect(throws: action == .dismiss ? CaseRefusal.marksOpen(until: until) : .provisional(until: until))
            {
                try await stage.take(action, on: id, changing: ["marks": "stand"])
            }
        }
        marks.close()
        for marks in ["", "aside"] {
            await #expect(throws: CaseRefusal.marksUndecided([3])) {
                try await stage.take(.dismiss, on: id, changing: ["marks": marks])
            }
        }
        try await stage.take(.dismiss, on: id, changing: ["marks": "stand"])
        let form = try #require(try await stage.subject(id)?.steps.last).form
        #expect(form["cleared_by"]?.hasPrefix("因企业标记不再成立：3号：启炉（启动）") == true)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a corrected mark is demanded, and one that is not confirmed is taken back`() async throws {
        let (stage, marks) = try await stage()
        try await stage.walk(id, to: .remarked)
        #expect(marks.told == ["state maintenance – 2026-11-23 07:00 – 2026-11-23 09:00 of EX1 on demand"])
        try await stage.take(.confirm, on: id, outcome: "false")
        #expect(marks.told.count == 2)
        #expect(marks.told.last == "take back 2026-11-23 07:00 – 2026-11-23 09:00 on demand")
    }

    @Test func `a correction may be of a part of the demanded hours, and not of others`() async throws {
        let (stage, marks) = try await stage()
        try await stage.walk(id, to: .mismarked)
        let part = [
            "first_day": "2026-11-23", "first_hour": "08", "last_day": "2026-11-23", "last_hour": "08",
            "condition": "start",
        ]
        await #expect(throws: CaseRefusal.windowMissing) {
            try await stage.take(.correctMark, on: id, changing: part)
        }
        let beyond = part.merging(["first_hour": "06", "window": "coal-boiler/start/hot"]) { $1 }
        await #expect(throws: CaseRefusal.self) { try await stage.take(.correctMark, on: id, changing: beyond) }
        try await stage.take(.correctMark, on: id, changing: part.merging(["window": "coal-boiler/start/hot"]) { $1 })
        try await stage.take(.confirm, on: id, outcome: "false")
        #expect(
            marks.told == [
                "state start coal-boiler/start/hot 2026-11-23 08:00 – 2026-11-23 08:00 of EX1 on demand",
                "take back 2026-11-23 08:00 – 2026-11-23 08:00 on demand",
            ])
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
final class RecordingMarks: CaseMarks {
    static let refusal = CaseRefusal.markRefused(
        status: 409, rule: "MON-MARK-LATE", field: "first_hour", what: Phrase("晚", "late"),
        remedy: Phrase("说明", "explain"))
    private let lines = Mutex<[String]>([])
    private let refusing: Bool
    /// What stands again once a mark is set aside.
    private let revived: [EpisodeID: ExceedanceExtent]
    private let known: Mutex<MarkedHours>

    init(
        refusing: Bool = false, marked: MarkedHours = MarkedHours(), revived: [EpisodeID: ExceedanceExtent] = [:]
    ) {
        self.refusing = refusing
        known = Mutex(marked)
        self.revived = revived
    }

    var told: [String] { lines.withLock { $0 } }

    let windows = [CaseMarkWindow.example]

    func state(
        _ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess
    ) throws -> CaseMarkOutcome {
        if refusing { throw Self.refusal }
        let episodes = mark.episodes.map(\.text).joined(separator: ",")
        note("state \(mark.condition) \(mark.window ?? "–")", mark, of: " of \(episodes)")
        return CaseMarkOutcome(number: 7, effect: .changed)
    }

    func takeBack(_ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess) throws {
        note("take back", mark, of: "")
    }

    func windows(of outlet: OutletID, in access: any ReadAccess) -> [CaseMarkWindow] { windows }

    /// The marks close.
    func close() { known.withLock { $0 = MarkedHours(marks: $0.marks) } }

    func marked(
        _ hours: [ToldHours], at outlet: OutletID, now: Instant, in access: any ReadAccess
    ) -> MarkedHours {
        known.withLock { $0 }
    }

    func setAside(
        _ mark: CaseMark, of hours: [ToldHours], by actor: Actor, at now: Instant, in access: any WriteAccess
    ) throws -> [EpisodeID: ExceedanceExtent] {
        note("set aside", mark, of: " of " + mark.episodes.map(\.text).joined(separator: ","))
        return revived
    }

    private func note(_ what: String, _ mark: CaseMark, of episodes: String) {
        let hours = "\(mark.firstHour.civil.minuteText) – \(mark.lastHour.civil.minuteText)"
        lines.withLock { $0.append("\(what) \(hours)\(episodes) \(mark.isDemanded ? "on demand" : "in time")") }
    }
}

extension CaseMarkWindow {
    static let example = CaseMarkWindow(
        code: "coal-boiler/start/cold", name: Phrase("燃煤锅炉冷态启动", "coal boiler, cold start"), hoursMax: 4,
        certainty: .fromMemory)
}
