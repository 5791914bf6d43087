import Facts
import Kernel

/// GOV-01, version 2: the light of a task improves only by reports that the office accepted, and worsens at once.
///
/// Beside version 1, which believed whatever the newest report said, a better standing counts when its report was
/// accepted, a worse one as soon as it is said; claiming that a task is fulfilled lifts nothing; a month whose report
/// came late, or was returned and not brought again by its new day, is missing until a report on it is accepted
/// (`docs/method/governance.md`). What is first in the list decides.
enum AcceptedTaskLightRule: DecisionRule {
    /// What a light rests on; nothing else may influence it.
    struct Input: Codable, Sendable, Equatable {
        let task: String
        let day: CivilDate
        let lastDay: CivilDate
        let isLongTerm: Bool
        let isExtended: Bool
        let isTaken: Bool
        let isFulfilled: Bool
        let milestones: [TaskLightRule.Input.Milestone]
        /// Months whose report is missing, late and not accepted, or returned and not brought again by its new day.
        let missing: [CivilMonth]
        /// Months whose report was returned and is not accepted yet.
        let returned: [CivilMonth]
        /// The newest month whose report the office accepted.
        let accepted: Said?
        /// Reports on later months that the office did not accept, with every attempt.
        let unaccepted: [Said]
        let figures: TaskLightFigures

        /// What a report says of a month.
        struct Said: Codable, Sendable, Equatable {
            let month: CivilMonth
            let standing: TaskStanding
        }

        /// Whether a standing counts: accepted, or said since.
        fileprivate func says(_ standing: TaskStanding) -> Bool {
            accepted?.standing == standing || unaccepted.contains { $0.standing == standing }
        }
    }

    typealias Outcome = TaskLightRule.Outcome

    static let descriptor = RuleDescriptor(
        code: TaskLightRule.descriptor.code, version: 2, title: TaskLightRule.descriptor.title,
        basis: TaskLightRule.descriptor.basis, validFrom: TaskLightRule.descriptor.validFrom, validTo: nil,
        certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let checks = firm(input) + red(input) + amber(input) + grey(input)
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
        let figures = input.figures
        return [
            Check(
                .red, .deadlineOver, !input.isLongTerm && input.day > input.lastDay,
                "时限 \(input.lastDay) 已过且未审核完成", "its last day \(input.lastDay) is over and no fulfilment was accepted"),
            Check(
                .red, .milestoneLate, overdue(input) >= Int64(figures.milestoneRedDays),
                "有里程碑逾期满 \(figures.milestoneRedDays) 天",
                "a milestone is late by \(figures.milestoneRedDays) days or more"),
            Check(
                .red, .reportsMissing, input.missing.count >= figures.missingReportsRed,
                "缺月报 \(input.missing.count) 份（迟报的审核通过前仍算缺），达到 \(figures.missingReportsRed) 份",
                "\(input.missing.count) reports are missing (a late one until it is accepted), "
                    + "\(figures.missingReportsRed) or more"),
            Check(
                .red, .statedLate, input.says(.late), "最近审核通过的月报或其后的月报自评滞后",
                "the newest accepted report, or one since, says it is late"),
        ]
    }

    private static func amber(_ input: Input) -> [Check] {
        let figures = input.figures
        let daysLeft = input.lastDay.dayNumber - input.day.dayNumber
        return [
            Check(
                .amber, .waitsForReview, input.unaccepted.last?.standing == .fulfilled && input.returned.isEmpty,
                "牵头单位称已完成，等待审核", "the lead unit says it is fulfilled; review is due"),
            Check(.amber, .milestoneDue, overdue(input) > 0, "有里程碑逾期", "a milestone is late"),
            Check(
                .amber, .reportMissing, !input.missing.isEmpty, "缺月报（迟报的审核通过前仍算缺）",
                "a report is missing (a late one until it is accepted)"),
            Check(
                .amber, .returned, !input.returned.isEmpty, "有月报被退回，尚未审核通过",
                "a report was returned and is not accepted yet"),
            Check(
                .amber, .atRisk, input.says(.atRisk), "最近审核通过的月报或其后的月报自评有风险",
                "the newest accepted report, or one since, sees a risk"),
            Check(
                .amber, .deadlineNear, !input.isLongTerm && daysLeft <= Int64(figures.deadlineNearDays),
                "距时限不足 \(figures.deadlineNearDays) 天", "its last day is at most \(figures.deadlineNearDays) days away"),
            Check(.amber, .extended, input.isExtended, "已经延期", "it was extended"),
        ]
    }

    private static func grey(_ input: Input) -> [Check] {
        let isSilent = input.accepted == nil
        return [
            Check(
                .grey, .nothingReported, isSilent && input.unaccepted.isEmpty, "尚无月报", "nothing was reported yet"),
            Check(.grey, .nothingAccepted, isSilent, "尚无审核通过的月报", "no report was accepted yet"),
        ]
    }

    /// By how many days the milestone that is latest is late; 0 when none is.
    private static func overdue(_ input: Input) -> Int64 {
        input.milestones.filter { $0.reachedOn == nil }.map { input.day.dayNumber - $0.due.dayNumber }.max()
            .map { max(0, $0) } ?? 0
    }
}
