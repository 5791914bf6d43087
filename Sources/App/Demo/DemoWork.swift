import Governance
import Kernel
import Persistence

/// Invented documents of the reforms and months of the projects; each text that was made up says 示例.
struct DemoWork: Sendable {
    let platform: Platform
    /// The end of the past.
    let now: Instant
    let people: [String: PersonID]
    let office: PersonID

    private static let policy = PolicyCode(checked: "SZBF-2020-19")

    /// A document: its reform, title, unit, last stage and when it was issued.
    private static let documents: [(reform: Int, title: String, unit: String, stages: [(DocumentStage, String)])] = [
        (1, "美丽绍兴建设规划纲要（示例）", "市美丽办", issued("2020-12-18", filed: "2020-12-30", reviewed: "2024-01-15")),
        (1, "“三线一单”生态环境分区管控方案（示例）", "市生态环境局", issued("2020-08-28", filed: "2020-09-10", reviewed: nil)),
        (2, "印染化工企业集聚搬迁环保服务举措（示例）", "市生态环境局", issued("2020-11-06", filed: "2020-11-20", reviewed: "2025-02-10")),
        (3, "“区域环评+环境标准”改革实施方案（示例）", "市生态环境局", issued("2021-06-25", filed: "2021-07-09", reviewed: "2026-03-20")),
        (4, "排污权交易和抵押贷款若干意见（示例）", "市生态环境局", issued("2020-12-11", filed: "2020-12-25", reviewed: "2025-11-28")),
        (5, "排污许可规范管理改革方案（示例）", "市生态环境局", issued("2020-09-30", filed: "2020-10-15", reviewed: "2025-09-12")),
        (6, "差别化执法管理办法（示例）", "市生态环境局", issued("2026-10-20", filed: nil, reviewed: nil)),
        (7, "企业环境信用评价和“环保码”管理办法（示例）", "市生态环境局", issued("2021-12-03", filed: "2021-12-20", reviewed: "2026-06-30")),
        (8, "推进环境第三方治理实施意见（示例）", "市发改委", issued("2020-12-30", filed: "2021-01-12", reviewed: "2024-12-20")),
        (9, "化工产业集聚提升专项基金管理办法（示例）", "市财政局", issued("2021-03-15", filed: "2021-03-29", reviewed: "2024-03-08")),
        (
            10, "大气污染防治考核办法（示例）", "市蓝天办",
            [(.draft, "2026-05-12"), (.opinion, "2026-07-01"), (.legality, "2026-10-14")]
        ),
        (10, "生态环境损害赔偿规定立法草案（示例）", "市司法局", [(.draft, "2026-08-03"), (.opinion, "2026-10-09")]),
        (1, "生态环境准入清单（示例）", "市发改委", [(.draft, "2026-09-02"), (.opinion, "2026-10-20")]),
    ]

    private static func issued(
        _ day: String, filed: String?, reviewed: String?
    ) -> [(DocumentStage, String)] {
        let before: [(DocumentStage, String)] = [
            (.draft, "2020-06-20"), (.opinion, "2020-07-15"), (.legality, "2020-08-10"),
        ]
        return before + [(.issued, day)] + (filed.map { [(.filed, $0)] } ?? [])
            + (reviewed.map { [(.reviewed, $0)] } ?? [])
    }

    /// A project: its number, unit, what was spent before in percent of the plan, and each month in 万元.
    private static let projects: [(number: Int, unit: String, spent_percent: Int64, month: Int64, built: Int)] = [
        (1, "上虞区政府", 96, 600, 98), (2, "柯桥区政府", 99, 80, 100), (3, "嵊州市政府", 78, 720, 82),
        (4, "柯桥区政府", 100, 0, 100), (5, "柯桥区政府", 100, 0, 100), (6, "上虞区政府", 71, 1_450, 74),
        (7, "诸暨市政府", 100, 0, 100), (8, "嵊州市政府", 100, 0, 100), (9, "滨海新区管委会", 88, 210, 90),
        (10, "市生态环境局", 84, 20, 88),
    ]

    func live(_ access: any WriteAccess) throws {
        for document in Self.documents { try enter(document, access) }
        let policy = try platform.governance.projectMoney(of: Self.policy, in: access)
        for project in Self.projects {
            try platform.governance.take(
                ProjectAct.name(unit: project.unit), on: project.number, of: Self.policy, by: office, at: now,
                in: access)
            let plan = policy[project.number] ?? 0
            try report(project, plan_10k: plan / 1_000_000, access)
        }
        try meet("填埋场二期用地指标未落实（示例）", of: 6, "上虞区政府", owner: "市自然资源和规划局", due: 20, ago: 42, access)
        try meet("供水管线穿越公路审批（示例）", of: 3, "嵊州市政府", owner: "市水利局", due: -15, ago: 80, access)
        try DemoMoney(platform: platform, now: now, people: people, office: office).live(access)
    }

    /// An obstacle as it was recorded so many days ago; from today on it is due in so many.
    private func meet(
        _ what: String, of project: Int, _ unit: String, owner: String, due: Int64, ago: Int64,
        _ access: any WriteAccess
    ) throws {
        let today = now.civil.date
        try platform.governance.take(
            ProjectAct.obstacle(what, owner: owner, due: today.adding(days: due), raised: today.adding(days: -ago)),
            on: project, of: Self.policy, by: person(unit), at: now.adding(hours: -24 * ago), in: access)
    }

    /// What kind of document a title names.
    private static func sort(of title: String) -> DocumentSort {
        if title.contains("方案") { return .scheme }
        if title.contains("清单") { return .list }
        return title.contains("举措") || title.contains("意见") ? .measure : .system
    }

    private func person(_ unit: String) -> PersonID { people[unit] ?? office }

    private func enter(
        _ document: (reform: Int, title: String, unit: String, stages: [(DocumentStage, String)]),
        _ access: any WriteAccess
    ) throws {
        guard let due = CivilDate(document.stages.count > 3 ? "2021-12-31" : "2026-12-31") else { return }
        let number = try platform.governance.documentCount(of: document.reform, of: Self.policy, in: access) + 1
        try platform.governance.take(
            ReformAct.enter(
                title: document.title, unit: document.unit, due: due, reviewYears: 5,
                sort: Self.sort(of: document.title)),
            on: document.reform, of: Self.policy, by: office, at: now, in: access)
        for (stage, text) in document.stages {
            // What lies ahead of the demonstration's own past has not happened in it.
            guard let day = CivilDate(text), day <= now.civil.date else { continue }
            try platform.governance.take(
                ReformAct.advance(number, to: stage, on: day, note: "登记（示例）"), on: document.reform,
                of: Self.policy, by: office, at: now, in: access)
        }
    }

    private func report(
        _ project: (number: Int, unit: String, spent_percent: Int64, month: Int64, built: Int), plan_10k: Int64,
        _ access: any WriteAccess
    ) throws {
        let last = CivilMonth(now.adding(hours: -5 * 24).civil.date).adding(-1)
        let months: Int64 = 22
        // Before that: everything that was spent until then, in one report.
        let first = Swift.max(0, plan_10k * project.spent_percent / 100 - months * project.month)
        try say(
            project, last.adding(-Int(months)), first, built: project.month > 0 ? project.built - 12 : project.built,
            note: "截至本月累计完成，此前各月一并填报（示例）", access)
        guard project.month > 0 else { return }
        for back in stride(from: Int(months) - 1, through: 0, by: -1) {
            // A little less a year ago, so that it grows.
            let spent = back >= 12 ? project.month * 88 / 100 : project.month
            // What is past its deadline and not built lags behind its plan.
            let isLate = project.built < 100
            try say(
                project, last.adding(-back), spent, planned_10k: isLate ? spent * 115 / 100 : spent,
                built: project.built - back / 3, note: isLate ? "滞后于计划，正在协调推进（示例）" : "按计划推进（示例）", access)
        }
    }

    private func say(
        _ project: (number: Int, unit: String, spent_percent: Int64, month: Int64, built: Int), _ month: CivilMonth,
        _ spent_10k: Int64, planned_10k: Int64? = nil, built: Int, note: String, _ access: any WriteAccess
    ) throws {
        let parts = [spent_10k * 30 / 100, spent_10k * 25 / 100, spent_10k * 25 / 100]
        let done = parts + [spent_10k - parts.reduce(0, +)]
        try platform.governance.take(
            ProjectAct.report(
                month, planned: "\(planned_10k ?? spent_10k)", done: done.map { "\($0)" },
                progress_percent: "\(Swift.max(0, built))",
                note: note, reason: ""),
            on: project.number, of: Self.policy, by: person(project.unit),
            at: min(month.end.adding(hours: 3 * 24), now), in: access)
    }
}
