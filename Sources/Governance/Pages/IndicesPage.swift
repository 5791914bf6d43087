import Kernel
import Web

/// The dual index of the city and its districts in each closed month, for anybody.
struct IndicesPage: ListPage {
    static let template = "Governance/IndicesPage"

    /// An index with the name of its place.
    struct Line: Sendable {
        let score: Score
        let name: Phrase
    }

    /// The newest month first, each month's city before its districts.
    let lines: [Line]

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let indices: [Entry]

        struct Entry: Encodable, Sendable {
            let month: String
            /// Empty for the city.
            let region: String
            let environment_hundredths: Int?
            let economy_hundredths: Int?
            let score_hundredths: Int?
            let quadrant: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("历月双指标", "The dual index by month")(language) }

    var content: Content {
        Content(
            indices: lines.map(\.score).map { score in
                Content.Entry(
                    month: score.month.description, region: score.subject,
                    environment_hundredths: score.environment_hundredths,
                    economy_hundredths: score.economy_hundredths, score_hundredths: score.score_hundredths,
                    quadrant: score.quadrant?.rawValue)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasLines": !lines.isEmpty,
            "lines": lines.map { line -> [String: Any] in
                [
                    "month": line.score.month.description, "name": line.name(language),
                    "address": Self.address(of: line.score),
                    "environment": ScoresPage.points(line.score.environment_hundredths),
                    "economy": ScoresPage.points(line.score.economy_hundredths),
                    "score": ScoresPage.points(line.score.score_hundredths),
                    "tag": line.score.quadrant?.tag ?? "neutral",
                    "word": (line.score.quadrant?.phrase ?? Phrase("数据不足", "too little is known"))(language),
                ]
            },
        ]
    }

    /// The page that explains an index.
    static func address(of score: Score) -> String {
        "/policy/indices/\(score.month)" + (score.subject.isEmpty ? "" : "-\(score.subject)")
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("月份", "Month")) { .text($0.score.month.description) },
            TableColumn(Phrase("地区", "District")) { .text($0.name(language)) },
            TableColumn(Phrase("环境指数", "Environment")) {
                .text($0.score.environment_hundredths.map(WeightedPoints.text))
            },
            TableColumn(Phrase("经济指数", "Economy")) { .text($0.score.economy_hundredths.map(WeightedPoints.text)) },
            TableColumn(Phrase("双指标", "Score")) { .text($0.score.score_hundredths.map(WeightedPoints.text)) },
            TableColumn(Phrase("象限", "Quadrant")) { .text($0.score.quadrant?.phrase(language)) },
        ]
        return [ListTable(Phrase("历月双指标", "The dual index"), lines, language, columns: columns)]
    }
}
