import Governance
import Kernel
import Persistence

/// Invented inspection notices, minutes and reports on environment and economy; each text that was made up says 示例.
struct DemoDirectives: Sendable {
    let platform: Platform
    /// The end of the past.
    let now: Instant
    /// Who answers for each unit.
    let people: [String: PersonID]
    let office: PersonID
    /// Somebody of the office who wrote none of the answers.
    let judge: PersonID

    func live(_ access: any WriteAccess) throws {
        try inspect(access)
        try decide(access)
        try analyse(access)
    }

    /// One notice that was answered, accepted in part and answered again, and one that is overdue.
    private func inspect(_ access: any WriteAccess) throws {
        let answered = try platform.governance.issue(
            .inspection(
                title: "示范基地评选工作督查（示例）", unit: "市经信局", task: "14", term: "10",
                findings: "示范基地评选结果未经部门会商（示例）\n月报佐证缺少现场核查记录（示例）"),
            by: office, at: now.adding(hours: -24 * 20), in: access)
        for (item, text) in [(1, "评选结果已会商，名单待公布（示例）"), (2, "已补充现场核查记录（示例）")] {
            try answer(item, of: answered, "市经信局", text, daysAgo: 9, access)
        }
        for (item, verdict, note) in [
            (1, ReviewVerdict.accepted, "经核实，已整改到位（示例）"), (2, .returned, "请补充核查照片（示例）"),
        ] {
            try platform.governance.judge(
                item, of: answered, as: verdict, note: note, by: judge, at: now.adding(hours: -24 * 8), in: access)
        }
        try answer(2, of: answered, "市经信局", "核查照片已补充（示例）", daysAgo: 2, access)
        _ = try platform.governance.issue(
            .inspection(
                title: "负面清单任务月报质量督查（示例）", unit: "市发改委", task: "25", term: "5",
                findings: "月报佐证未附会商记录和清单文本（示例）\n清单更新情况未按月说明（示例）"),
            by: office, at: now.adding(hours: -24 * 16), in: access)
    }

    /// Minutes with three decisions, each a task: one fulfilled and accepted, one whose report waits for the office,
    /// one that nobody reported on.
    private func decide(_ access: any WriteAccess) throws {
        let (held, today) = (now.adding(hours: -24 * 55), now.civil.date)
        let minutes = try platform.governance.issue(
            .minutes(
                title: "领导小组第三次会议（示例）", heldOn: held.civil.date,
                participants: "领导小组组长、副组长，各成员单位负责人（示例）",
                decisions: """
                    市财政局|\(today.adding(days: -3))|落实年度生态环保专项资金并下达（示例）
                    市市场监管局|\(today.adding(days: 12))|提出绿色产品认证推广方案（示例）
                    市发改委|\(today.adding(days: 33))|形成生态环保投资增长专题分析（示例）
                    """), by: office, at: held.adding(hours: 24), in: access)
        let units = ["市财政局", "市市场监管局", "市发改委"]
        for (index, unit) in units.enumerated() {
            try act(
                .assign(people[unit] ?? office, unit: unit), on: index + 1, of: minutes, by: office,
                at: held.adding(hours: 25), access)
        }
        let month = CivilMonth(held.adding(hours: 24).civil.date)
        let filed = min(month.end.adding(hours: 24 * 3), now)
        for (task, standing, progress) in [
            (1, TaskStanding.fulfilled, "专项资金已下达到各区、县（市）（示例）"), (2, .onTrack, "方案已征求意见（示例）"),
        ] {
            try act(
                .report(SaidOfMonth(month: month, standing: standing, progress: progress, evidence: "资金文件（示例）")),
                on: task, of: minutes, by: people[units[task - 1]] ?? office, at: filed, access)
        }
        try act(
            .review(month, .accepted, note: "资金文件已核对（示例）"), on: 1, of: minutes, by: judge,
            at: min(filed.adding(hours: 24), now), access)
    }

    private func act(
        _ act: PolicyAct, on task: Int, of minutes: String, by person: PersonID, at moment: Instant,
        _ access: any WriteAccess
    ) throws {
        guard let code = PolicyCode(minutes) else { return }
        try platform.governance.take(
            act, on: TaskKey(policy: code, number: task), by: person, at: moment, in: access)
    }

    private func answer(
        _ item: Int, of directive: String, _ unit: String, _ text: String, daysAgo: Int64, _ access: any WriteAccess
    ) throws {
        try platform.governance.answer(
            item, of: directive, with: text, by: people[unit] ?? office, at: now.adding(hours: -24 * daysAgo),
            in: access)
    }

    /// The reports on the year before to the people's congresses, of the city and of one district, as they were issued
    /// in the spring.
    func reportLastYear(_ access: any WriteAccess) throws {
        let last = DemoIndicators.lastYear(before: now)
        guard let year = AnalysisPeriod("\(last)"),
            let district = AnalysisPeriod("\(last)-\(DemoIndicators.reporting.text)"),
            let spring = CivilDate(year: last + 1, month: 2, day: 20)
        else {
            return
        }
        let issued = min(Instant(startOf: spring).adding(hours: 10), now)
        try platform.governance.write(
            [
                .situation: "\(last) 年环境质量持续改善，年度环境保护目标总体完成（示例）。任务进度灯自本系统启用起记录。",
                .environment: "细颗粒物年均浓度达到国家二级标准，县控以上断面水质保持稳定（示例）。",
                .economy: "生态环保和环境治理业投资保持增长，重点项目投资按计划完成（示例）。",
                .problems: "臭氧仍是影响优良天数的首要因素，少数断面汛期波动（示例）。",
                .measures: "推进挥发性有机物和氮氧化物协同减排，加快重点项目建设（示例）。",
            ], of: year, by: office, at: issued.adding(hours: -24), in: access)
        try platform.governance.issue(year, by: office, at: issued, in: access)
        // One district told its own people's congress, a week later.
        let told = min(issued.adding(hours: 24 * 7), now)
        try platform.governance.write(
            [
                .situation: "\(last) 年柯桥区绿色发展指标总体向好，环境质量部分指标未达年度目标（示例）。任务进度灯自本系统启用起记录。",
                .environment: "可吸入颗粒物、二氧化硫、二氧化氮、一氧化碳达标；细颗粒物、臭氧和断面水质达标率与年度目标仍有差距（示例）。",
                .economy: "生态环保投资增幅超过一成，规上工业亩均税收达标，单位产值能耗降幅低于目标（示例）。",
                .problems: "夏季臭氧浓度偏高，印染废水中水回用率有待提高（示例）。",
                .measures: "推进定型机废气深度治理和中水回用二期，落实挥发性有机物减排（示例）。",
            ], of: district, by: office, at: told.adding(hours: -24), in: access)
        try platform.governance.issue(district, by: office, at: told, in: access)
    }

    /// The report on the last quarter whose months are closed, issued; that on the year as a draft.
    private func analyse(_ access: any WriteAccess) throws {
        let month = DemoIndicators.lastQuarterEnd(before: now)
        let quarter = AnalysisPeriod(quarterOf: month)
        try platform.governance.write(
            [
                .situation: "本季度环境质量总体稳定，绿色发展态势向好（示例）。",
                .environment: "细颗粒物浓度达到年度目标，省控断面水质保持优良（示例）。",
                .economy: "生态环保投资同比增长，部分重点项目逾期未建成，正在督办（示例）。",
                .problems: "臭氧浓度夏季偏高，个别项目用地指标落实较慢（示例）。",
                .measures: "强化臭氧协同治理，逐项督办滞后任务（示例）。",
            ], of: quarter, by: office, at: now.adding(hours: -24 * 8), in: access)
        try platform.governance.issue(quarter, by: office, at: now.adding(hours: -24 * 7), in: access)
        try platform.governance.write(
            [
                .situation: "全年工作按计划推进，数据截至已定稿月份（示例）。",
                .measures: "继续推进各项重点任务和改革（示例）。",
            ], of: AnalysisPeriod(yearOf: month), by: office, at: now.adding(hours: -24 * 6), in: access)
    }
}
