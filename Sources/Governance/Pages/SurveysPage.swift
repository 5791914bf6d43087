import Kernel
import Web

/// The surveys of satisfaction by year, for anybody; whoever works on them opens the next round here.
struct SurveysPage: ListPage {
    static let template = "Governance/SurveysPage"

    static let fields = [
        FormField(
            name: "year", label: Phrase("年度", "Year"), kind: .number(max: 4), required: true,
            hint: Phrase("每年一轮，如 2026", "one round a year, like 2026")),
        FormField(
            name: "title", label: Phrase("名称", "Title"), kind: .text(max: Survey.titleMax), required: true),
        FormField(
            name: "centre", label: Phrase("调查机构", "Who asks"), kind: .text(max: Survey.titleMax), required: true),
        FormField(name: "first_day", label: Phrase("访问开始", "Asked from"), kind: .date, required: true),
        FormField(name: "last_day", label: Phrase("访问结束", "Asked until"), kind: .date, required: true),
        FormField(
            name: "strata", label: Phrase("各区县人口和样本", "Districts with people and sample"),
            kind: .longText(max: 2_000), required: true,
            hint: Phrase(
                "每行一个：行政区划代码,人口,计划样本，如 330602,1015000,400",
                "one a line: code of the district, people, people to be asked, like 330602,1015000,400")),
    ]

    /// A round with what came of it.
    struct Line: Sendable {
        let survey: Survey
        let answers: Int
        let result: SurveyResult?

        var address: String { "/policy/surveys/\(survey.year)" }

        var standing: Phrase {
            result == nil ? Phrase("进行中", "open") : Phrase("已结束", "closed")
        }
    }

    let lines: [Line]
    let indicator: IndicatorCode?
    let regions: [(code: RegionCode, name: Phrase)]
    let mayWork: Bool
    let refused: RefusedForm?

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let indicator: String?
        let surveys: [Round]

        struct Round: Encodable, Sendable {
            let year: Int
            let title: String
            let centre: String
            let askedFrom: String
            let askedUntil: String
            let people: Int
            let planned: Int
            let answers: Int
            let isClosed: Bool
            let mean_hundredths: Int?
            let margin_hundredths: Int?
        }
    }

    func title(_ language: Language) -> String { Phrase("公众满意度调查", "Surveys of satisfaction")(language) }

    var content: Content {
        Content(
            indicator: indicator?.text,
            surveys: lines.map { line in
                Content.Round(
                    year: line.survey.year, title: line.survey.title, centre: line.survey.centre,
                    askedFrom: line.survey.firstDay.description, askedUntil: line.survey.lastDay.description,
                    people: line.survey.population, planned: line.survey.sample, answers: line.answers,
                    isClosed: line.result != nil, mean_hundredths: line.result?.city?.mean_hundredths,
                    margin_hundredths: line.result?.city?.margin_hundredths)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "isEmpty": lines.isEmpty, "indicator": indicator.map { "/policy/indicators/\($0)" } ?? false as Any,
            "surveys": lines.map { line -> [String: Any] in
                [
                    "year": String(line.survey.year), "name": line.survey.title, "address": line.address,
                    "centre": line.survey.centre, "days": "\(line.survey.firstDay) – \(line.survey.lastDay)",
                    "answers": String(line.answers), "planned": String(line.survey.sample),
                    "tag": line.result == nil ? "open" : "done", "standing": line.standing(language),
                    "result": line.result.map { SurveyWords.value($0.city, language) } ?? "–",
                ]
            },
            "mayWork": mayWork, "isRefused": refused != nil,
            "form": FormView.view(
                language, action: "/governance/surveys", fields: Self.fields,
                submit: Phrase("开始一轮", "Open the round"),
                values: ["strata": regions.map { "\($0.code),," }.joined(separator: "\n")], refused: refused),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("年度", "Year")) { .number($0.survey.year) },
            TableColumn(Phrase("名称", "Title")) { .text($0.survey.title) },
            TableColumn(Phrase("调查机构", "Centre")) { .text($0.survey.centre) },
            TableColumn(Phrase("访问开始", "Asked from")) { .day($0.survey.firstDay) },
            TableColumn(Phrase("访问结束", "Asked until")) { .day($0.survey.lastDay) },
            TableColumn(Phrase("人口", "People")) { .number($0.survey.population) },
            TableColumn(Phrase("计划样本", "Planned")) { .number($0.survey.sample) },
            TableColumn(Phrase("答卷", "Answers")) { .number($0.answers) },
            TableColumn(Phrase("综合满意度（分）", "Mean (points)")) {
                SurveyWords.cell($0.result?.city?.mean_hundredths)
            },
            TableColumn(Phrase("误差（分，95%）", "Margin (points)")) {
                SurveyWords.cell($0.result?.city?.margin_hundredths)
            },
            TableColumn(Phrase("已结束", "Is closed")) {
                .text($0.result.map { _ in Phrase("是", "yes")(language) })
            },
        ]
        return [ListTable(Phrase("公众满意度调查", "Surveys"), lines, language, columns: columns)]
    }
}
