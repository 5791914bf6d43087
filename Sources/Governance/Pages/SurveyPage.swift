import Facts
import Kernel
import Web

/// One survey of satisfaction: districts and dimensions with their margins of error, what it rests on, and beside it,
/// never mixed in, what people said of services unasked.
struct SurveyPage: ListPage {
    static let template = "Governance/SurveyPage"

    static let closeFields = [
        FormField(
            name: "confirm", label: Phrase("结果从此不变，并作为当年指标数值", "The result never changes and becomes the year's value"),
            kind: .flag, required: true)
    ]

    let survey: Survey
    /// The number of the fact by which it was opened.
    let fact: Int64
    let batches: [(batch: Int, answers: Int, kept: SurveyStore.Kept)]
    /// How many answered by district.
    let given: [RegionCode: Int]
    let closed: (result: SurveyResult, kept: SurveyStore.Kept)?
    let indicator: IndicatorCode?
    /// What people said of services in its year.
    let feedback: FeedbackTotal
    /// What feedback asks.
    let asked: [SurveyFigures.Dimension]
    let nameOfRegion: @Sendable (RegionCode?) -> Phrase
    let mayWork: Bool
    let refused: RefusedForm?

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let year: Int
        let title: String
        let centre: String
        let firstDay: String
        let lastDay: String
        let people: Int
        let answers: Int
        let answersMin: Int
        let isClosed: Bool
        let decision: String?
        let fact: Int64?
        let sha256: String?
        let districts: [District]
        let estimates: [Estimate]
        let feedback: Feedback

        struct District: Encodable, Sendable {
            let region: String
            let people: Int
            let planned: Int
            let answers: Int
        }

        struct Estimate: Encodable, Sendable {
            let dimension: String
            let region: String?
            let answers: Int
            let mean_hundredths: Int?
            let margin_hundredths: Int?
            let coverage_percent: Int
        }

        /// Not a sample: who wanted to said so.
        struct Feedback: Encodable, Sendable {
            let count: Int
            let stars_hundredths: [String: Int]
        }
    }

    func title(_ language: Language) -> String { survey.title }

    private var answers: Int { batches.reduce(0) { $0 + $1.answers } }

    private func answers(of region: RegionCode) -> Int { given[region] ?? 0 }

    private func estimate(_ measure: String, _ region: RegionCode?) -> SurveyEstimate? {
        closed?.result.estimate(measure, region)
    }

    var content: Content {
        Content(
            year: survey.year, title: survey.title, centre: survey.centre, firstDay: survey.firstDay.description,
            lastDay: survey.lastDay.description, people: survey.population, answers: answers,
            answersMin: survey.answersMin, isClosed: closed != nil, decision: closed?.result.decision.text,
            fact: closed?.kept.fact, sha256: closed?.kept.sha256.hex,
            districts: survey.strata.map {
                .init(
                    region: $0.region.text, people: $0.population, planned: $0.sample, answers: answers(of: $0.region))
            },
            estimates: (closed?.result.estimates ?? []).map { estimate in
                .init(
                    dimension: estimate.measure, region: estimate.region?.text, answers: estimate.answers,
                    mean_hundredths: estimate.mean_hundredths, margin_hundredths: estimate.margin_hundredths,
                    coverage_percent: estimate.coverage_percent)
            },
            feedback: .init(
                count: feedback.count,
                stars_hundredths: Dictionary(
                    asked.compactMap { dimension in
                        feedback.mean_hundredths(dimension.code).map { (dimension.code, $0) }
                    }, uniquingKeysWith: { first, _ in first })))
    }

    func view(_ language: Language) -> [String: Any] {
        let city = estimate(Survey.overall, nil)
        return [
            "year": String(survey.year), "centre": survey.centre, "days": "\(survey.firstDay) – \(survey.lastDay)",
            "lastDay": survey.lastDay.description,
            "people": String(survey.population), "answers": String(answers), "planned": String(survey.sample),
            "answersMin": String(survey.answersMin), "isClosed": closed != nil,
            "points": survey.points.map(String.init).joined(separator: " / "),
            "result": SurveyWords.value(city, language), "coverage": String(city?.coverage_percent ?? 0),
            "closedOn": closed?.result.closedOn.description ?? "–",
            "decision": closed?.result.decision.text ?? "–", "fact": String(closed?.kept.fact ?? fact),
            "sha256": closed?.kept.sha256.hex ?? "–",
            "indicator": indicator.map { "/policy/indicators/\($0)" } ?? false as Any,
            "rule": SurveyResultRule.descriptor.code, "month": survey.month.description,
            "batches": batches.map {
                [
                    "batch": String($0.batch), "count": String($0.answers), "at": $0.kept.at.civil.minuteText,
                    "fact": String($0.kept.fact), "sha256": $0.kept.sha256.hex,
                ]
            },
            "districts": survey.strata.map { view(of: $0, language) },
            "dimensions": survey.dimensions.map { dimension in
                [
                    "name": dimension.name(language), "question": dimension.question(language),
                    "weight": String(dimension.weight),
                    "value": closed == nil ? "–" : SurveyWords.value(estimate(dimension.code, nil), language),
                ]
            },
            "hasFeedback": feedback.count > 0, "feedbackCount": String(feedback.count),
            "stars": asked.map { dimension in
                [
                    "name": dimension.name(language),
                    "mean": feedback.mean_hundredths(dimension.code).map(WeightedPoints.text) ?? "–",
                ]
            },
            "mayWork": mayWork && closed == nil,
            "form": FormView.view(
                language, action: "/governance/surveys/\(survey.year)/close", fields: Self.closeFields,
                submit: Phrase("结束并定稿", "Close the round"), refused: refused),
        ]
    }

    private func view(of stratum: Survey.Stratum, _ language: Language) -> [String: Any] {
        let estimate = estimate(Survey.overall, stratum.region)
        let isShort = answers(of: stratum.region) < survey.answersMin
        return [
            "name": nameOfRegion(stratum.region)(language), "people": String(stratum.population),
            "planned": String(stratum.sample), "answers": String(answers(of: stratum.region)), "isShort": isShort,
            "value": closed == nil ? "–" : SurveyWords.value(estimate, language),
            "cells": survey.dimensions.map { dimension in
                ["value": SurveyWords.value(self.estimate(dimension.code, stratum.region), language)]
            },
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let (survey, nameOfRegion) = (survey, nameOfRegion)
        let columns: [TableColumn<SurveyEstimate>] = [
            TableColumn(Phrase("维度", "Dimension")) { .text(survey.name(of: $0.measure)(language)) },
            TableColumn(Phrase("地区", "District")) { .text(nameOfRegion($0.region)(language)) },
            TableColumn(Phrase("答卷", "Answers")) { .number($0.answers) },
            TableColumn(Phrase("得分", "Mean (points)")) { SurveyWords.cell($0.mean_hundredths) },
            TableColumn(Phrase("误差（95%）", "Margin (points)")) { SurveyWords.cell($0.margin_hundredths) },
            TableColumn(Phrase("代表人口（%）", "Coverage (%)")) { .number($0.coverage_percent) },
        ]
        return [
            ListTable(
                Phrase("满意度调查结果", "Results"), closed?.result.estimates ?? [], language, columns: columns)
        ]
    }
}
