import Kernel
import Web

/// The key projects by money: planned, spent, built; and what was spent this year against the year before.
struct ProjectsPage: ListPage {
    static let template = "Governance/ProjectsPage"

    let policy: PolicyDocument
    /// What can be chosen in its place.
    let choice: PolicySwitch
    let lines: [ProjectLine]
    let month: CivilMonth
    /// The growth of the whole sector's investment, which task 65 sets the goal for.
    let investment: IndicatorLine?
    let map: ProjectMap

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let policy: String
        let month: String
        let projects: [ProjectLine.Content]
        let yearFen: Int64
        let yearBeforeFen: Int64
        let investmentGrowth: IndicatorLine.Content?
    }

    func title(_ language: Language) -> String { Phrase("重点项目", "Key projects")(language) }

    private func yearFen(_ month: CivilMonth) -> Int64 {
        lines.reduce(0) { $0 + ($1.record?.doneFen(inYearOf: month) ?? 0) }
    }

    /// By how much the year's spending lies over the year before, in percent with one digit; nil without a base year.
    var growth: DecimalNumber? {
        let (now, before) = (yearFen(month), yearFen(month.adding(-12)))
        return before > 0 ? WeightedPoints.percent(Int(now - before), of: Int(before)) : nil
    }

    /// What task 65 asks for, in percent.
    static let growthGoal = DecimalNumber(10)

    var content: Content {
        Content(
            policy: policy.meta.code.text, month: month.description, projects: lines.map(\.content),
            yearFen: yearFen(month), yearBeforeFen: yearFen(month.adding(-12)),
            investmentGrowth: investment?.content)
    }

    func view(_ language: Language) -> [String: Any] {
        let growth = growth
        let (tag, word): (String, Phrase) =
            switch growth {
            case nil: ("neutral", Phrase("缺上年基数", "no base year"))
            case let rate?:
                rate >= Self.growthGoal
                    ? ("done", Phrase("达到目标", "goal reached"))
                    : ("red", Phrase("未达目标", "goal not reached"))
            }
        return [
            "code": policy.meta.code.text, "documentNumber": policy.meta.documentNumber,
            "month": month.description, "planned": TenThousandYuan.text(policy.investmentFen),
            "done": TenThousandYuan.text(lines.reduce(0) { $0 + $1.doneFen }),
            "year": TenThousandYuan.text(yearFen(month)),
            "yearBefore": TenThousandYuan.text(yearFen(month.adding(-12))),
            "growth": growth.map { "\($0)%" } ?? "–", "growthTag": tag, "growthWord": word(language),
            "projects": lines.map { $0.view(language) },
            "hasInvestment": investment != nil, "investment": investment?.view(language) ?? [:],
            "map": map.view(language), "choice": choice.view(language),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<ProjectLine>] = [
            TableColumn(Phrase("政策", "Policy")) { .text($0.policy.text) },
            TableColumn(Phrase("序号", "No")) { .number($0.project.number) },
            TableColumn(Phrase("项目", "Project")) { .text($0.project.name) },
            TableColumn(Phrase("属地", "Region")) { .text($0.regions(language)) },
            TableColumn(Phrase("时限", "Due")) { .text($0.project.writtenDue) },
            TableColumn(Phrase("负责单位", "Unit")) { .text($0.record?.unit) },
            TableColumn(Phrase("计划投资（万元）", "Planned (10k yuan)")) {
                .number("\($0.project.investment10kYuan)")
            },
            TableColumn(Phrase("累计完成（万元）", "Spent (10k yuan)")) { line in
                line.spent_percent == nil
                    ? .none : .number(TenThousandYuan.text(line.doneFen).filter { $0 != "," })
            },
            TableColumn(Phrase("形象进度（%）", "Built (%)")) { line in
                line.record?.progress_percent.map { .number($0) } ?? .none
            },
            TableColumn(Phrase("阶段", "Stage")) { .text($0.stage.phrase(language)) },
            TableColumn(Phrase("逾期", "Is late")) { .text($0.isLate ? Phrase("是", "yes")(language) : nil) },
            TableColumn(Phrase("未解决问题", "Open obstacles")) { .number($0.openObstacles.count) },
            TableColumn(Phrase("未落实要素", "Open needs")) { .number($0.openNeeds.count) },
            TableColumn(Phrase("经度", "Longitude")) { .number($0.record?.place?.longitude) },
            TableColumn(Phrase("纬度", "Latitude")) { .number($0.record?.place?.latitude) },
        ]
        return [ListTable(Phrase("重点项目", "Projects"), lines, language, columns: columns)]
    }
}
