import Kernel
import Web

/// Public feedback: a form for anybody, who is not known; the answer by its receipt; counts by service.
struct VoicePage: ListPage {
    static let template = "Governance/VoicePage"

    /// The fields of the form: a service, stars by dimension, and a text.
    static func fields(_ figures: SurveyFigures) -> [FormField] {
        let service = FormField(
            name: "service", label: Phrase("评价哪项服务", "Which service"), kind: .choice(figures.services.map(\.code)),
            required: true,
            optionLabels: Dictionary(
                figures.services.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }))
        let stars = Feedback.starsRange.reversed().map(String.init)
        let words = [
            "5": Phrase("★★★★★ 很好", "★★★★★ very good"), "4": Phrase("★★★★ 较好", "★★★★ good"),
            "3": Phrase("★★★ 一般", "★★★ fair"), "2": Phrase("★★ 较差", "★★ poor"), "1": Phrase("★ 很差", "★ bad"),
        ]
        let text = FormField(
            name: "text", label: Phrase("意见和建议", "What should be better"), kind: .longText(max: Feedback.textMax),
            required: false,
            hint: Phrase("最多 500 字；请不要写姓名、电话等个人信息", "at most 500 characters; no names, no telephone numbers, please"))
        return [service]
            + figures.dimensions.map { dimension in
                FormField(
                    name: dimension.code, label: dimension.name, kind: .choice(stars), required: true,
                    hint: dimension.question, optionLabels: words)
            } + [text]
    }

    let figures: SurveyFigures
    let totals: [FeedbackTotal]
    /// The receipt that was asked for; nil without one.
    let receipt: String?
    /// What it stands for; nil when nothing has this receipt.
    let found: Feedback?
    let refused: RefusedForm?
    /// The service that the visitor comes from; nil when that is not known.
    var from: String?

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let services: [Line]
        let receipt: Receipt?

        struct Line: Encodable, Sendable {
            let service: String
            let count: Int
            let written: Int
            let settled: Int
            let stars_hundredths: [String: Int]
        }

        struct Receipt: Encodable, Sendable {
            let receipt: String
            let state: String
            let service: String
            let receivedAt: String
            let answer: String?
            let settledAt: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("公众评价", "Public feedback")(language) }

    var content: Content {
        Content(
            services: totals.map { total in
                Content.Line(
                    service: total.service, count: total.count, written: total.written, settled: total.settled,
                    stars_hundredths: Dictionary(
                        figures.dimensions.compactMap { dimension in
                            total.mean_hundredths(dimension.code).map { (dimension.code, $0) }
                        }, uniquingKeysWith: { first, _ in first }))
            },
            receipt: found.map { feedback in
                Content.Receipt(
                    receipt: feedback.receipt, state: feedback.state.rawValue, service: feedback.service,
                    receivedAt: feedback.receivedAt.civil.isoText, answer: feedback.settled?.answer,
                    settledAt: feedback.settled?.settledAt.civil.isoText)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let all = FeedbackTotal.sum(totals)
        return [
            "isEmpty": totals.isEmpty, "services": totals.map { view(of: $0, language) },
            "count": String(all.count), "written": String(all.written), "settled": String(all.settled),
            "asked": receipt ?? "–", "isAsked": receipt != nil, "isFound": found != nil,
            "days": String(figures.feedback.answer_working_days),
            "found": found.map { view(of: $0, language) } ?? false as Any,
            "form": FormView.view(
                language, action: "/voice", fields: Self.fields(figures), submit: Phrase("提交评价", "Send"),
                values: from.map { ["service": $0] } ?? [:], refused: refused),
        ]
    }

    private func view(of feedback: Feedback, _ language: Language) -> [String: Any] {
        [
            "receipt": feedback.receipt, "service": figures.name(of: feedback.service)(language),
            "tag": feedback.state.tag, "state": feedback.state.phrase(language),
            "receivedAt": feedback.receivedAt.civil.minuteText, "hasAnswer": feedback.settled != nil,
            "answer": feedback.settled?.answer ?? "–",
            "settledAt": feedback.settled?.settledAt.civil.minuteText ?? "–",
        ]
    }

    private func view(of total: FeedbackTotal, _ language: Language) -> [String: Any] {
        [
            "name": figures.name(of: total.service)(language), "count": String(total.count),
            "mean": Self.mean(total, figures).map(WeightedPoints.text) ?? "–", "written": String(total.written),
            "settled": String(total.settled),
        ]
    }

    /// The mean over all dimensions, by their weights, in hundredths of a star.
    private static func mean(_ total: FeedbackTotal, _ figures: SurveyFigures) -> Int? {
        let weighed = figures.dimensions.compactMap { dimension in
            total.mean_hundredths(dimension.code).map { (points: $0, weight: dimension.weight) }
        }
        return WeightedPoints.mean(weighed)
    }

    func tables(_ language: Language) -> [ListTable] {
        let figures = figures
        var columns: [TableColumn<FeedbackTotal>] = [
            TableColumn(Phrase("服务", "Service")) { .text(figures.name(of: $0.service)(language)) },
            TableColumn(Phrase("评价数", "Count")) { .number($0.count) },
            TableColumn(Phrase("写有意见", "Written")) { .number($0.written) },
            TableColumn(Phrase("已办结", "Settled")) { .number($0.settled) },
        ]
        columns += figures.dimensions.map { dimension in
            TableColumn(Phrase("\(dimension.name.zh)（星）", "Stars: \(dimension.name.en)")) {
                SurveyWords.cell($0.mean_hundredths(dimension.code))
            }
        }
        return [ListTable(Phrase("公众评价", "Public feedback"), totals, language, columns: columns)]
    }
}
