import Facts
import Kernel
import Persistence
import Testing
import Web

@testable import Governance

struct IndicatorDeskTests {
    /// A value of the stage's unit: 市经信局 answers for MU_BENEFIT.
    private static func value(
        _ indicator: String = "MU_BENEFIT", _ region: String = "", _ month: String = "2026-08",
        _ value: String = "31.5",
        source: String = "月报（示例）", reason: String = ""
    ) -> SaidValue {
        SaidValue(indicator: indicator, region: region, month: month, value: value, source: source, reason: reason)
    }

    private static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try await stage.take()
        return stage
    }

    private static func file(
        _ said: SaidValue, by doer: UnitMember = GovernanceStage.lead, on stage: GovernanceStage
    ) async throws {
        let (desk, now) = (stage.room.indicators, stage.clock.now())
        try await stage.database.write { access in try desk.file(said, by: doer, at: now, in: access) }
    }

    private static func freeze(
        _ month: String, despite: String? = nil, on stage: GovernanceStage
    ) async throws {
        // An hour before the clock, as the demonstration tells of its past.
        let (desk, now) = (stage.room.indicators, stage.clock.now().adding(hours: -1))
        let month = try #require(CivilMonth(month))
        try await stage.database.write { access in
            try desk.freeze(month, despite: despite, by: GovernanceStage.office.person, at: now, in: access)
        }
    }

    private static func figure(_ month: String, on stage: GovernanceStage) async throws -> String? {
        let (desk, month) = (stage.room.indicators, try #require(CivilMonth(month)))
        return try await stage.database.read { access in
            try desk.figures(of: month, in: access).figures.figure(IndicatorCode(checked: "MU_BENEFIT"), nil)?.value?
                .description
        }
    }

    @Test func `each wrong value is refused with its field`() async throws {
        let stage = try await Self.stage()
        try stage.clock.stand(on: "2026-09-10")
        let august = try #require(CivilMonth("2026-08"))
        let policyDay = try #require(CivilDate("2020-06-01"))
        let cases: [(SaidValue, IndicatorRefusal)] = [
            (Self.value("NOBODY"), .unknownIndicator), (Self.value("AIR_GOOD_RATE"), .computed),
            (Self.value("CASES_OPENED"), .computed), (Self.value(Self.code, "330699"), .unknownRegion),
            (Self.value("KEY_UNITS", "330602"), .notByDistrict), (Self.value(Self.code, "", "2026-8"), .unknownMonth),
            (Self.value(Self.code, "", "2026-09"), .monthNotOver(august.adding(1))),
            (Self.value("SATISFACTION", "", "2026-08"), .otherPeriod(.year)),
            (Self.value(Self.code, "", "2026-08", "很多"), .notANumber),
            (Self.value(Self.code, "", "2026-08", "-1"), .outOfRange(DecimalNumber(0)...DecimalNumber(10_000))),
            (Self.value(Self.code, "", "2026-08", "31.55"), .tooFine(decimals: 1)),
            (Self.value(source: ""), .sourceMissing),
            (
                Self.value(source: String(repeating: "长", count: 201)),
                .textTooLong(field: "source", max: 200)
            ),
            (Self.value(reason: "更正"), .nothingToCorrect(august)),
            (Self.value("ENERGY_CUT", "", "2026-08", "3"), .notTheOwner("市发改委")),
            (Self.value(Self.code, "", "2010-05"), .monthBefore(first: CivilMonth(policyDay).adding(-120))),
        ]
        for (said, refusal) in cases {
            await #expect(throws: refusal) { try await Self.file(said, on: stage) }
            #expect(!refusal.problem.what.zh.isEmpty && !refusal.problem.remedy.en.isEmpty)
        }
        await #expect(throws: IndicatorRefusal.notTheOwner("市经信局")) {
            try await Self.file(Self.value(), by: GovernanceStage.stranger, on: stage)
        }
        try await Self.file(Self.value(), on: stage)
        await #expect(throws: IndicatorRefusal.monthTwice(august)) { try await Self.file(Self.value(), on: stage) }
        await #expect(throws: IndicatorRefusal.sameValue) {
            try await Self.file(Self.value(reason: "更正"), on: stage)
        }
        #expect(try await stage.differences() == [])
    }

    private static let code = "MU_BENEFIT"

    @Test func `a closed month never changes, and a correction shows beside it`() async throws {
        let stage = try await Self.stage()
        try stage.clock.stand(on: "2026-09-10")
        #expect(try await Self.figure("2026-08", on: stage) == nil)
        await #expect(throws: IndicatorRefusal.nothingFiled) { try await Self.freeze("2026-08", on: stage) }
        try await Self.file(Self.value(), on: stage)
        for (month, first) in [("2020-05", "2020-06"), ("2026-07", "2026-08")] {
            let refusal = IndicatorRefusal.monthBefore(first: try #require(CivilMonth(first)))
            await #expect(throws: refusal) { try await Self.freeze(month, on: stage) }
        }
        try await Self.file(Self.value(Self.code, "", "2026-08", "32", reason: "复核"), on: stage)
        #expect(try await Self.figure("2026-08", on: stage) == "32")
        let (august, september) = (try #require(CivilMonth("2026-08")), try #require(CivilMonth("2026-09")))
        await #expect(throws: IndicatorRefusal.monthNotOver(september)) {
            try await Self.freeze("2026-09", on: stage)
        }
        await #expect(throws: IndicatorRefusal.nothingImplausible(august)) {
            try await Self.freeze("2026-08", despite: "无", on: stage)
        }
        try await Self.freeze("2026-08", on: stage)
        let before = try await stage.database.read { try IndicatorStore.frozenMonths($0).map(\.content) }
        try await Self.file(Self.value(Self.code, "", "2026-08", "40", reason: "又复核"), on: stage)
        #expect(try await Self.figure("2026-08", on: stage) == "32")
        #expect(try await stage.database.read { try IndicatorStore.frozenMonths($0).map(\.content) } == before)
        let kept = try await stage.database.read {
            try IndicatorStore.values(of: IndicatorCode(checked: Self.code), in: $0)
        }
        #expect(kept.map(\.value.description) == ["31.5", "32", "40"])
        await #expect(throws: IndicatorRefusal.frozenAlready(august)) {
            try await Self.freeze("2026-08", on: stage)
        }
        // Scores were decided once, and all of it replays.
        let scores = try await stage.database.read { try ScoreStore.scores(in: .board, $0) }
        #expect(scores.filter { $0.kind == .dual }.map(\.subject) == ["", "330602", "330603"])
        #expect(scores.count { $0.kind == .district } == 2 && scores.count { $0.kind == .unit } == 32)
        #expect(scores.filter { $0.kind == .dual }.allSatisfy { $0.score_hundredths == nil })
        #expect(try await stage.database.read { try ScoreStore.scores(in: .nothing, $0) } == [])
        #expect(try await stage.differences() == [])
    }

    @Test func `facts of the month are counted by district`() async throws {
        let stage = try await Self.stage()
        try stage.clock.stand(on: "2026-09-10")
        let (journal, region) = (stage.journal, RegionCode(checked: "330602"))
        try await stage.database.write { access in
            for (day, to) in [("2026-08-01", "closed"), ("2026-08-31", "closed"), ("2026-08-05", "warned")] {
                let at = CivilDate(day).map(Instant.init(startOf:))
                try journal.append(
                    CaseStepTaken(
                        caseID: CaseID(checked: "C1"), step: 1, action: "x", from: "found", to: to, form: [:]),
                    about: FactSubject(region: region), by: .system("test"), occurredAt: at, in: access)
            }
        }
        let (desk, month) = (stage.room.indicators, try #require(CivilMonth("2026-08")))
        let figures = try await stage.database.read { try desk.figures(of: month, in: $0).figures }
        let closed = IndicatorCode(checked: "CASES_CLOSED")
        let shown = [nil, region, RegionCode(checked: "330603")].map { figures.figure(closed, $0)?.value?.description }
        #expect(shown == ["2", "2", "0"])
        #expect(figures.figure(closed, nil)?.factCount == 2)
        let rate = figures.figure(IndicatorCode(checked: "CASE_CLOSING_RATE"), nil)
        #expect(rate?.value == nil && rate?.missing == [])
    }

    @Test func `a computed value that cannot be true is none, shows its inputs and is scored as missing`() async throws
    {
        let stage = try await GovernanceStage()
        try await stage.desk { desk, now, access in
            try desk.bind("市蓝天办", to: "LEAD", by: .system("test"), at: now, in: access)
        }
        for (code, value) in [("AIR_GOOD_DAYS", "150"), ("AIR_VALID_DAYS", "120")] {
            try await Self.file(Self.value(code, "", "2026-08", value), on: stage)
        }
        let (desk, month) = (stage.room.indicators, try #require(CivilMonth("2026-08")))
        let rate = try await stage.database.read { access in
            try desk.figures(of: month, in: access).figures.figure(IndicatorCode(checked: "AIR_GOOD_RATE"), nil)
        }
        #expect(rate?.value == nil && rate?.implausible?.computed == DecimalNumber(125))
        #expect(rate?.implausible?.inputs.map(\.value) == [DecimalNumber(150), DecimalNumber(120)])
        let told = try await stage.database.read { access in
            desk.implausible(in: try desk.figures(of: month, in: access).figures)
        }
        #expect(told.map(\.indicator.text) == ["AIR_GOOD_RATE"])
        let refusal = IndicatorRefusal.implausible(month, told)
        await #expect(throws: refusal) { try await Self.freeze("2026-08", on: stage) }
        for word in ["125", "150", "120"] { #expect(refusal.problem.what.zh.contains(word)) }
        try await Self.freeze("2026-08", despite: "监测站搬迁（示例）", on: stage)
        let kept = try await stage.database.read { try IndicatorStore.frozen(month, in: $0) }
        #expect(kept?.despite == "监测站搬迁（示例）")
        #expect(try await stage.differences() == [])
        let points = try await stage.database.read { access in
            let city = try ScoreStore.scores(in: .board, access).first { $0.kind == .dual && $0.subject.isEmpty }
            let decision = try city.flatMap { try DecisionLog.decision($0.decision, scope: .city, in: access) }
            #expect(decision?.decidedAt == kept?.at)
            return try decision.map {
                try CanonicalJSON.value(DualIndexRule.Input.self, from: $0.input).environment
                    .first { $0.code == "AIR_GOOD_RATE" }
            }
        }
        #expect(points != nil && points??.points_hundredths == nil)
    }
}
