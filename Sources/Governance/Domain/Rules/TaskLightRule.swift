import Facts
import Kernel

/// GOV-01: the light of a task, from its dates, milestones, reports and reviews (`docs/method/governance.md`).
///
/// What is first in the list of `steps(of:)` decides: fulfilled before not taken up, then what is red, then what is
/// amber, then whether anything was reported at all.
enum TaskLightRule: DecisionRule {
    /// What a light rests on; nothing else may influence it.
    struct Input: Codable, Sendable, Equatable {
        let task: String
        let day: CivilDate
        let lastDay: CivilDate
        let isLongTerm: Bool
        let isExtended: Bool
        let isTaken: Bool
        let isFulfilled: Bool
        let milestones: [Milestone]
        /// Months whose report was due and is missing.
        let missing: [CivilMonth]
        let newest: Report?
        let figures: TaskLightFigures

        struct Milestone: Codable, Sendable, Equatable {
            let number: Int
            let due: CivilDate
            let reachedOn: CivilDate?
        }

        struct Report: Codable, Sendable, Equatable {
            let month: CivilMonth
            let standing: TaskStanding
            let verdict: ReviewVerdict?
        }
    }

    /// A light and why.
    struct Outcome: Codable, Sendable, Equatable {
        let light: TaskLight
        let reason: LightReason
    }

    static let descriptor = RuleDescriptor(
        code: "GOV-01", version: 1,
        title: Phrase("政策任务进度灯", "The light of a policy's task"),
        basis: Phrase(
            "绍政办发〔2020〕19号第二十条（任务清单、工作推进和督查机制）；判定数值为设计值",
            "绍政办发〔2020〕19号, article 20 (task list, progress and supervision); its figures are design values"),
        validFrom: CivilDate(dayNumber: 18_421), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let checks = firm(input) + red(input) + amber(input)
        var steps: [Phrase] = []
        for check in checks {
            steps.append(check.step)
            if check.holds { return Ruling(outcome: .init(light: check.light, reason: check.reason), steps: steps) }
        }
        steps.append(Phrase("以上均不成立，进展正常：绿灯", "none of these holds, and it goes on as planned: green"))
        return Ruling(outcome: .init(light: .green, reason: .onTrack), steps: steps)
    }

    /// One question, in the order in which they are asked.
    private struct Check {
        let light: TaskLight
        let reason: LightReason
        let holds: Bool
        let step: Phrase

        init(_ light: TaskLight, _ reason: LightReason, _ holds: Bool, _ zh: String, _ en: String) {
            (self.light, self.reason, self.holds) = (light, reason, holds)
            step = Phrase("\(zh)：\(holds ? "是" : "否")", "\(en): \(holds ? "yes" : "no")")
        }
    }

    private static func firm(_ input: Input) -> [Check] {
        [
            Check(
                .green, .fulfilled, input.isFulfilled, input.isLongTerm ? "当年目标已完成并经审核" : "已完成并经审核",
                input.isLongTerm ? "the target of the year is fulfilled and reviewed" : "fulfilled and reviewed"),
            Check(.grey, .notTaken, !input.isTaken, "尚无责任人，无数据", "nobody answers for it yet, nothing is known"),
        ]
    }

    private static func red(_ input: Input) -> [Check] {
        let (figures, day) = (input.figures, input.day)
        let waits = isWaitingForReview(input)
        return [
            Check(
                .red, .deadlineOver, !input.isLongTerm && day > input.lastDay && !waits,
                "时限 \(input.lastDay) 已过且未完成", "its last day \(input.lastDay) is over and it is not fulfilled"),
            Check(
                .red, .milestoneLate, overdue(input) >= Int64(figures.milestoneRedDays),
                "有里程碑逾期满 \(figures.milestoneRedDays) 天",
                "a milestone is late by \(figures.milestoneRedDays) days or more"),
            Check(
                .red, .reportsMissing, input.missing.count >= figures.missingReportsRed,
                "缺月报 \(input.missing.count) 份，达到 \(figures.missingReportsRed) 份",
                "\(input.missing.count) reports are missing, \(figures.missingReportsRed) or more"),
            Check(
                .red, .statedLate, input.newest?.standing == .late, "牵头单位最近月报自评滞后",
                "the lead unit itself says it is late"),
        ]
    }

    private static func amber(_ input: Input) -> [Check] {
        let (figures, newest) = (input.figures, input.newest)
        let daysLeft = input.lastDay.dayNumber - input.day.dayNumber
        let waits = isWaitingForReview(input)
        return [
            Check(
                .amber, .waitsForReview, waits, "牵头单位称已完成，等待审核", "the lead unit says it is fulfilled; review is due"),
            Check(.amber, .milestoneDue, overdue(input) > 0, "有里程碑逾期", "a milestone is late"),
            Check(.amber, .reportMissing, !input.missing.isEmpty, "缺月报", "a report is missing"),
            Check(.amber, .returned, newest?.verdict == .returned, "最近月报被退回", "the newest report was returned"),
            Check(.amber, .atRisk, newest?.standing == .atRisk, "牵头单位自评有风险", "the lead unit sees a risk"),
            Check(
                .amber, .deadlineNear, !input.isLongTerm && daysLeft <= Int64(figures.deadlineNearDays),
                "距时限不足 \(figures.deadlineNearDays) 天", "its last day is at most \(figures.deadlineNearDays) days away"),
            Check(.amber, .extended, input.isExtended, "已经延期", "it was extended"),
            Check(.grey, .nothingReported, newest == nil, "尚无月报", "nothing was reported yet"),
        ]
    }

    private static func isWaitingForReview(_ input: Input) -> Bool {
        input.newest?.standing == .fulfilled && input.newest?.verdict == nil
    }

    /// By how many days the milestone that is latest is late; 0 when none is.
    private static func overdue(_ input: Input) -> Int64 {
        input.milestones.filter { $0.reachedOn == nil }.map { input.day.dayNumber - $0.due.dayNumber }.max()
            .map { max(0, $0) } ?? 0
    }
}
