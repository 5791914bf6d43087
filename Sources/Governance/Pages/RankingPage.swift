import Kernel
import Web

/// 督查通报: lead units by their evaluation of the month that was closed last (GOV-02), beside what is open and late.
struct RankingPage: ListPage {
    static let template = "Governance/RankingPage"

    /// A unit.
    struct Line: Sendable {
        let unit: String
        /// Of the closed month; nil when too little is known, or when no month is closed.
        let score: Score?
        /// How many of its tasks have each light.
        let lights: [TaskLight: Int]
        let reportsOverdue: Int
        let itemsOpen: Int
        let itemsOverdue: Int

        var points: Int? { score?.score_hundredths }
    }

    let month: CivilMonth?
    /// The best first; whoever has no score comes last.
    let lines: [Line]

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let month: String?
        let units: [Entry]

        struct Entry: Encodable, Sendable {
            let rank: Int?
            let unit: String
            let score_hundredths: Int?
            let redLights: Int
            let amberLights: Int
            let greenLights: Int
            let reportsOverdue: Int
            let itemsOpen: Int
            let itemsOverdue: Int
        }
    }

    func title(_ language: Language) -> String { Phrase("督查通报（单位排名）", "Ranking of lead units")(language) }

    /// Equal scores share a rank; without a score there is none.
    private func rank(_ line: Line) -> Int? {
        line.points.map { points in 1 + lines.count { ($0.points ?? -1) > points } }
    }

    var content: Content {
        Content(
            month: month?.description,
            units: lines.map { line in
                Content.Entry(
                    rank: rank(line), unit: line.unit, score_hundredths: line.points,
                    redLights: line.lights[.red] ?? 0, amberLights: line.lights[.amber] ?? 0,
                    greenLights: line.lights[.green] ?? 0, reportsOverdue: line.reportsOverdue,
                    itemsOpen: line.itemsOpen, itemsOverdue: line.itemsOverdue)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasMonth": month != nil, "month": month?.description ?? "–",
            "units": lines.map { line -> [String: Any] in
                [
                    "rank": rank(line).map(String.init) ?? "–", "unit": line.unit,
                    "hasScore": line.score != nil, "score": ScoresPage.points(line.points),
                    "address": line.score.map { "/governance/scores/\($0.decision)" } ?? "",
                    "red": String(line.lights[.red] ?? 0), "amber": String(line.lights[.amber] ?? 0),
                    "green": String(line.lights[.green] ?? 0), "reportsOverdue": String(line.reportsOverdue),
                    "itemsOpen": String(line.itemsOpen), "itemsOverdue": String(line.itemsOverdue),
                    "lateTag": line.itemsOverdue > 0 ? "late" : "done",
                    "reportTag": line.reportsOverdue > 0 ? "late" : "done",
                ]
            },
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("名次", "Rank")) { rank($0).map { TableCell.number($0) } ?? TableCell.none },
            TableColumn(Phrase("单位", "Unit")) { .text($0.unit) },
            TableColumn(Phrase("得分", "Score")) { .text($0.points.map(WeightedPoints.text)) },
            TableColumn(Phrase("红灯", "Red lights")) { .number($0.lights[.red] ?? 0) },
            TableColumn(Phrase("黄灯", "Amber lights")) { .number($0.lights[.amber] ?? 0) },
            TableColumn(Phrase("绿灯", "Green lights")) { .number($0.lights[.green] ?? 0) },
            TableColumn(Phrase("逾期月报", "Reports overdue")) { .number($0.reportsOverdue) },
            TableColumn(Phrase("在办事项", "Items open")) { .number($0.itemsOpen) },
            TableColumn(Phrase("逾期事项", "Items overdue")) { .number($0.itemsOverdue) },
        ]
        return [ListTable(Phrase("单位排名", "Ranking of lead units"), lines, language, columns: columns)]
    }
}
