import Kernel
import Web

/// The reserve pool: its totals by stage, its projects with what is not secured yet.
struct PoolPage: ListPage {
    static let template = "Governance/PoolPage"

    let filter: PoolStore.Filter
    let regions: [(code: RegionCode, name: Phrase)]
    let totals: [PoolProject.Total]
    let lines: [PoolLine]
    let next: String?
    /// Whether the visitor may enter a project.
    let mayEnter: Bool
    let refused: RefusedForm?
    var offers = FormOffers()

    struct Content: Encodable, Sendable {
        let totals: [Total]
        let projects: [PoolLine.Content]
        let next: String?

        struct Total: Encodable, Sendable {
            let stage: String
            let projects: Int
            let totalFen: Int64
            let securedFen: Int64
            let gapFen: Int64
        }
    }

    func title(_ language: Language) -> String {
        Phrase("生态环境治理项目储备库", "Reserve pool of projects")(language)
    }

    var content: Content {
        Content(
            totals: totals.map {
                .init(
                    stage: $0.stage.rawValue, projects: $0.projects, totalFen: $0.totalFen, securedFen: $0.securedFen,
                    gapFen: $0.gapFen)
            }, projects: lines.map(\.content), next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        let (projects, total) = (totals.reduce(0) { $0 + $1.projects }, totals.reduce(0) { $0 + $1.totalFen })
        let secured = totals.reduce(0) { $0 + $1.securedFen }
        return [
            "stages": PoolStage.allCases.map { stage -> [String: Any] in
                ["code": stage.rawValue, "name": stage.phrase(language), "isChosen": stage == filter.stage]
            },
            "regions": regions.map { region -> [String: Any] in
                ["code": region.code.text, "name": region.name(language), "isChosen": region.code == filter.region]
            },
            "totals": totals.map { total -> [String: Any] in
                [
                    "word": total.stage.phrase(language), "tag": total.stage.tag, "count": String(total.projects),
                    "total": TenThousandYuan.text(total.totalFen),
                    "secured": TenThousandYuan.text(total.securedFen), "gap": TenThousandYuan.text(total.gapFen),
                ]
            },
            "allCount": String(projects), "allTotal": TenThousandYuan.text(total),
            "allSecured": TenThousandYuan.text(secured), "allGap": TenThousandYuan.text(total - secured),
            "hasProjects": !lines.isEmpty, "projects": lines.map { $0.view(language) },
            "hasNext": next != nil, "next": next ?? "", "mayEnter": mayEnter,
            "form": FormView.view(
                language, action: "/governance/pool", fields: offers.offering(PoolForm.entering.fields),
                submit: PoolForm.entering.name, values: offers.values, refused: refused),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let words: [TableColumn<PoolLine>] = [
            TableColumn(Phrase("序号", "No")) { .number($0.project.number) },
            TableColumn(Phrase("项目", "Name")) { .text($0.project.name) },
            TableColumn(Phrase("属地", "Region")) { .text($0.region(language)) },
            TableColumn(Phrase("类别", "Cleans")) { .text($0.project.sort.phrase(language)) },
            TableColumn(Phrase("责任单位", "Unit")) { .text($0.project.unit) },
            TableColumn(Phrase("阶段", "Stage")) { .text($0.project.stage.phrase(language)) },
            TableColumn(Phrase("总投资（万元）", "In all (10k yuan)")) { .number(FundLine.cell($0.project.totalFen)) },
        ]
        let plans = ProjectRecord.Source.allCases.enumerated().map { place, source in
            TableColumn<PoolLine>(
                Phrase("计划：\(source.phrase.zh)（万元）", "planned: \(source.phrase.en) (10k yuan)")
            ) { .number(FundLine.cell($0.project.planFen[place])) }
        }
        let rest: [TableColumn<PoolLine>] = [
            TableColumn(Phrase("已落实（万元）", "Secured (10k yuan)")) {
                .number(FundLine.cell($0.project.allSecuredFen))
            },
            TableColumn(Phrase("资金缺口（万元）", "Gap (10k yuan)")) { .number(FundLine.cell($0.project.gapFen)) },
            TableColumn(Phrase("评分", "Score")) { .text($0.score.map { WeightedPoints.text($0.score_hundredths) }) },
            TableColumn(Phrase("入库日期", "Entered on")) { .day($0.project.enteredOn) },
            TableColumn(Phrase("建设内容", "Note")) { .text($0.project.note) },
        ]
        return [ListTable(Phrase("储备项目", "Projects"), lines, language, columns: words + plans + rest)]
    }
}
