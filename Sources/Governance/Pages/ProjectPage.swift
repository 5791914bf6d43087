import Kernel
import Web

/// A project: what it is, months by source of money, what stands in its way; forms for those who may.
struct ProjectPage: ListPage {
    static let template = "Governance/ProjectPage"

    let line: ProjectLine
    let forms: [WorkForm]
    let refused: (form: WorkForm, what: RefusedForm)?
    let today: CivilDate

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let project: ProjectLine.Content
        let months: [Month]
        let obstacles: [Obstacle]

        struct Month: Encodable, Sendable {
            let month: String
            let number: Int
            let plannedFen: Int64
            let doneFen: [String: Int64]
            let progress_percent: Int
            let note: String
            let reason: String?
        }

        struct Obstacle: Encodable, Sendable {
            let obstacle: Int
            let what: String
            let owner: String
            let due: String
            let solvedOn: String?
        }
    }

    private var months: [ProjectRecord.Month] { (line.record?.months ?? []).reversed() }
    private var obstacles: [ProjectRecord.Obstacle] { line.record?.obstacles ?? [] }

    func title(_ language: Language) -> String { line.project.name }

    var content: Content {
        Content(
            project: line.content,
            months: months.map { month in
                Content.Month(
                    month: month.month.description, number: month.number, plannedFen: month.plannedFen,
                    doneFen: Dictionary(
                        uniqueKeysWithValues: zip(ProjectRecord.Source.allCases.map(\.rawValue), month.doneFen)),
                    progress_percent: month.progress_percent, note: month.note, reason: month.reason)
            },
            obstacles: obstacles.map {
                .init(
                    obstacle: $0.number, what: $0.what, owner: $0.owner, due: $0.due.description,
                    solvedOn: $0.solvedOn?.description)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let counting = Set((line.record?.counting ?? []).map { "\($0.month) \($0.number)" })
        let more: [String: Any] = [
            "code": line.policy.text, "content": line.project.content,
            "sources": ProjectRecord.Source.allCases.map { ["source": $0.phrase(language)] },
            "hasMonths": !months.isEmpty,
            "months": months.map { month -> [String: Any] in
                [
                    "month": month.month.description, "monthPlanned": TenThousandYuan.text(month.plannedFen),
                    "amounts": month.doneFen.map { ["amount": TenThousandYuan.text($0)] },
                    "monthDone": TenThousandYuan.text(month.allDoneFen), "built": "\(month.progress_percent)%",
                    "note": month.note, "isCorrection": month.reason != nil, "reason": month.reason ?? "–",
                    "isReplaced": !counting.contains("\(month.month) \(month.number)"),
                ]
            },
            "hasObstacles": !obstacles.isEmpty,
            "obstacleList": obstacles.map { view(of: $0, language) },
            "forms": forms.map { form -> [String: Any] in
                [
                    "formName": form.name(language),
                    "form": FormView.view(
                        language, action: "/governance/\(line.policy)/projects/\(line.project.number)/\(form.rawValue)",
                        fields: form.fields, submit: form.name,
                        refused: refused?.form == form ? refused?.what : nil),
                ]
            },
        ]
        return line.view(language).merging(more) { $1 }
    }

    private func view(of obstacle: ProjectRecord.Obstacle, _ language: Language) -> [String: Any] {
        let (tag, word): (String, Phrase) =
            if obstacle.solvedOn != nil {
                ("done", Phrase("已解决", "solved"))
            } else if obstacle.due < today {
                ("late", Phrase("逾期", "overdue"))
            } else {
                ("open", Phrase("待解决", "open"))
            }
        return [
            "obstacle": String(obstacle.number), "what": obstacle.what, "owner": obstacle.owner,
            "solveBy": obstacle.due.description, "tag": tag, "word": word(language),
            "solved": obstacle.solvedOn.map { "\($0) \(obstacle.how ?? "")" } ?? "–",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<ProjectRecord.Month>] =
            [
                TableColumn(Phrase("月份", "Month")) { .text($0.month.description) },
                TableColumn(Phrase("序号", "No")) { .number($0.number) },
                TableColumn(Phrase("计划（万元）", "Planned (10k yuan)")) { Self.amount($0.plannedFen) },
            ]
            + ProjectRecord.Source.allCases.enumerated().map { place, source in
                TableColumn(Phrase("\(source.phrase.zh)（万元）", "\(source.phrase.en) (10k yuan)")) {
                    Self.amount($0.doneFen[place])
                }
            } + [
                TableColumn(Phrase("形象进度（%）", "Built (%)")) { .number($0.progress_percent) },
                TableColumn(Phrase("说明", "Note")) { .text($0.note) },
                TableColumn(Phrase("更正理由", "Why corrected")) { .text($0.reason) },
            ]
        return [ListTable(Phrase("月度进展", "Months"), months, language, columns: columns)]
    }

    private static func amount(_ fen: Int64) -> TableCell {
        .number(TenThousandYuan.text(fen).filter { $0 != "," })
    }
}
