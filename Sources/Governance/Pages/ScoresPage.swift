import Kernel
import Web

/// The dual index and the evaluations of a closed month, with the months before; every score leads to its decision.
struct ScoresPage: ListPage {
    static let template = "Governance/ScoresPage"

    static let fields = [
        FormField(
            name: "month", label: Phrase("月份", "Month"), kind: .text(max: 7), required: true,
            hint: Phrase("定稿后不再更改；更正另作记录", "a closed month stays; corrections are kept beside it")),
        FormField(
            name: "confirmed", label: Phrase("我已核对该月数值，确认定稿", "I have looked the figures over and close the month"),
            kind: .flag, required: false),
    ]

    /// Asked for only where a value of the month cannot be true, and then needed.
    static let despite = reason(isNeeded: false)

    private static func reason(isNeeded: Bool) -> FormField {
        FormField(
            name: "despite", label: Phrase("照此定稿的理由", "Why it is closed despite them"),
            kind: .longText(max: MonthClosing.despiteMax), required: isNeeded,
            hint: Phrase("存档并公开；不可信的数值按缺数据计", "kept and public; what cannot be true counts as missing"))
    }

    /// A score with the name of what it is about.
    struct Line: Sendable {
        let score: Score
        let name: Phrase
    }

    let month: CivilMonth?
    /// The closed months, the newest first.
    let months: [CivilMonth]
    let lines: [Line]
    /// Dual indices of all closed months.
    let history: [Line]
    let good_points: Int
    /// The month that the office may close next; nil for whoever is not of the office.
    let closable: CivilMonth?
    /// How that month, or the one that was asked to be closed, stands; nil where there is nothing to close.
    var closing: MonthClosing?
    /// What of the shown month could not be true when it was closed.
    var implausible: [ImplausibleFigure] = []
    /// Why it was closed despite that.
    var despite: String?
    let refused: RefusedForm?

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let month: String?
        let months: [String]
        let scores: [Entry]
        /// What of the month could not be true when it was closed, and why it was closed all the same.
        let implausible: [Doubt]
        let despite: String?
        /// The month that may be closed next, for the office.
        let closing: Closing?

        /// A figure that cannot be true, with what it was computed from.
        struct Doubt: Encodable, Sendable {
            let indicator: String
            let region: String?
            let month: String
            let computed: DecimalNumber
            let least: DecimalNumber
            let most: DecimalNumber
            let inputs: [Input]

            struct Input: Encodable, Sendable {
                let indicator: String
                let month: String
                let value: DecimalNumber
            }
        }

        struct Closing: Encodable, Sendable {
            let month: String
            let figures: Int
            let missing: Int
            let implausible: [Doubt]
        }

        struct Entry: Encodable, Sendable {
            let kind: String
            let month: String
            let subject: String
            let name: Phrase
            let score_hundredths: Int?
            let environment_hundredths: Int?
            let economy_hundredths: Int?
            let quadrant: String?
            let decision: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("双指标和综合评价", "The dual index and evaluations")(language)
    }

    private static func entry(_ line: Line) -> Content.Entry {
        Content.Entry(
            kind: line.score.kind.rawValue, month: line.score.month.description, subject: line.score.subject,
            name: line.name, score_hundredths: line.score.score_hundredths,
            environment_hundredths: line.score.environment_hundredths,
            economy_hundredths: line.score.economy_hundredths, quadrant: line.score.quadrant?.rawValue,
            decision: line.score.decision.text)
    }

    var content: Content {
        Content(
            month: month?.description, months: months.map(\.description),
            scores: (lines + history.filter { $0.score.month != month }).map(Self.entry),
            implausible: implausible.map(Self.doubt), despite: despite,
            closing: closing.map { closing in
                .init(
                    month: closing.month.description, figures: closing.figures, missing: closing.missing,
                    implausible: closing.implausible.map(Self.doubt))
            })
    }

    private static func doubt(_ figure: ImplausibleFigure) -> Content.Doubt {
        Content.Doubt(
            indicator: figure.indicator.text, region: figure.region?.text, month: figure.month.description,
            computed: figure.computed, least: figure.range.lowerBound, most: figure.range.upperBound,
            inputs: figure.inputs.map {
                .init(indicator: $0.indicator.text, month: $0.month.description, value: $0.value)
            })
    }

    /// The form asks why where a value cannot be true; a word that was not asked for stays to be seen.
    private var asked: [FormField] {
        let isDoubtful = closing?.implausible.isEmpty == false
        guard isDoubtful || refused?.typed[Self.despite.name]?.isEmpty == false else { return Self.fields }
        return Self.fields + [Self.reason(isNeeded: isDoubtful)]
    }

    private static func view(_ figure: ImplausibleFigure, _ language: Language) -> [String: Any] {
        ["name": figure.name(language), "what": figure.detail(language), "indicator": figure.indicator.text]
    }

    private func lines(_ kind: ScoreKind) -> [Line] {
        let own = lines.filter { $0.score.kind == kind }
        // The city stands first; districts and units by their points, whoever has none last.
        return own.sorted { left, right in
            if left.score.subject.isEmpty != right.score.subject.isEmpty { return left.score.subject.isEmpty }
            let (one, other) = (left.score.score_hundredths ?? -1, right.score.score_hundredths ?? -1)
            return one == other ? left.score.subject < right.score.subject : one > other
        }
    }

    static func points(_ hundredths: Int?) -> String { hundredths.map(WeightedPoints.text) ?? "–" }

    private func view(_ line: Line, _ language: Language) -> [String: Any] {
        let score = line.score
        return [
            "name": line.name(language), "score": Self.points(score.score_hundredths),
            "environment": Self.points(score.environment_hundredths),
            "economy": Self.points(score.economy_hundredths),
            "tag": score.quadrant?.tag ?? "neutral",
            "word": (score.quadrant?.phrase ?? Phrase("数据不足", "too little is known"))(language),
            "address": "/governance/scores/\(score.decision)", "month": score.month.description,
        ]
    }

    func view(_ language: Language) -> [String: Any] {
        let dual = lines(.dual)
        return [
            "hasMonth": month != nil, "month": month?.description ?? "–",
            "months": months.map { ["month": $0.description, "isChosen": $0 == month] as [String: Any] },
            "chart": DualChart(
                points: dual.map { .init(name: $0.name, score: $0.score) }, good_points: good_points
            ).view(language),
            "dual": dual.map { view($0, language) }, "districts": lines(.district).map { view($0, language) },
            "units": lines(.unit).map { view($0, language) },
            "history": history.filter { $0.score.subject.isEmpty }.map { view($0, language) },
            "isOffice": closable != nil,
            "isDoubtful": closing?.implausible.isEmpty == false, "closing": closing?.month.description ?? "",
            "doubts": (closing?.implausible ?? []).map { Self.view($0, language) },
            "isKept": !implausible.isEmpty, "kept": implausible.map { Self.view($0, language) },
            "despite": despite ?? false as Any,
            "form": FormView.view(
                language, action: "/governance/months",
                fields: asked,
                submit: Phrase("定稿", "Close the month"), values: ["month": closable?.description ?? ""],
                refused: refused),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("月份", "Month")) { .text($0.score.month.description) },
            TableColumn(Phrase("对象", "Of")) { .text($0.name(language)) },
            TableColumn(Phrase("得分", "Score")) { .text($0.score.score_hundredths.map(WeightedPoints.text)) },
            TableColumn(Phrase("环境指数", "Environment")) {
                .text($0.score.environment_hundredths.map(WeightedPoints.text))
            },
            TableColumn(Phrase("经济指数", "Economy")) { .text($0.score.economy_hundredths.map(WeightedPoints.text)) },
            TableColumn(Phrase("象限", "Quadrant")) { .text($0.score.quadrant?.phrase(language)) },
            TableColumn(Phrase("决定", "Decision")) { .text($0.score.decision.text) },
        ]
        return [
            ListTable(Phrase("双指标", "Dual index"), lines(.dual), language, columns: columns),
            ListTable(Phrase("地区评价", "Districts"), lines(.district), language, columns: columns),
            ListTable(Phrase("单位评价", "Lead units"), lines(.unit), language, columns: columns),
            ListTable(Phrase("历月双指标", "Months before"), history, language, columns: columns),
        ]
    }
}
