import Facts
import Kernel
import Standards
import Web

/// The daily means of an outlet over a month, a column a factor: what limits of the day are held against. Each leads to
/// how it comes about, and each exceeding one to its decision.
struct OutletDaysPage: ListPage {
    static let template = "Monitoring/OutletDaysPage"

    let outlet: OutletSummary
    /// The newest first.
    let days: [CivilDate]
    /// Those with a limit first.
    let factors: [Factor]
    /// Days of the furnace, counted; empty without one.
    let furnaceDays: [OutletMeans.FurnaceLine]
    /// The list comes whole: it is a month.
    var next: String? { nil }

    /// The days of one factor.
    struct Factor: Sendable {
        let pollutant: Pollutant
        let limits: [DatedLimit]
        let readings: [CivilDate: HourReading]
        /// Standing exceedances of the day.
        let episodes: [Episode]

        /// What is in force on a day.
        func limit(on day: CivilDate) -> DatedLimit? { limits.inForce(on: day, of: .day) }

        /// The exceedance that a day's value belongs to. Whether it exceeds is what was decided, nothing of this page.
        func episode(on day: CivilDate) -> Episode? {
            guard let value = readings[day]?.judged, limit(on: day)?.broken(by: value) != nil else { return nil }
            return episodes.first { $0.hours.contains(Instant(startOf: day)) }
        }
    }

    /// One factor on one day.
    private struct Line {
        let factor: Factor
        let day: CivilDate
        let reading: HourReading
    }

    struct Content: Encodable, Sendable {
        let outlet: String
        let factors: [Column]

        struct Column: Encodable, Sendable {
            let pollutant: String
            let unit: String
            let days: [Day]
        }

        struct Day: Encodable, Sendable {
            let day: String
            let value: String?
            let limit: String?
            let mark: String?
            let decision: String?
        }
    }

    func title(_ language: Language) -> String {
        Phrase("日均值：\(outlet.title)", "Daily means: \(outlet.title)")(language)
    }

    func fileName(_ language: Language) -> String {
        "\(outlet.outlet) \(Phrase("日均值", "days")(language)) \(days.last ?? CivilDate(dayNumber: 0))"
    }

    var content: Content {
        Content(
            outlet: outlet.outlet.text,
            factors: factors.map { factor in
                Content.Column(
                    pollutant: factor.pollutant.code.text, unit: factor.pollutant.unit,
                    days: days.compactMap { day in
                        factor.readings[day].map { reading in
                            Content.Day(
                                day: day.description, value: reading.judged?.description,
                                limit: factor.limit(on: day)?.text, mark: reading.mark,
                                decision: factor.episode(on: day)?.decision.text)
                        }
                    })
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let counted = Dictionary(furnaceDays.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
        return [
            "outlet": outlet.outlet.text,
            "outletTitle": "\(outlet.enterpriseName) \(outlet.title)",
            "hasFactors": !factors.isEmpty || !furnaceDays.isEmpty,
            "hasFurnace": !furnaceDays.isEmpty,
            "columns": factors.map { factor -> [String: Any] in
                let limit = days.first.flatMap { factor.limit(on: $0) }
                let words = [factor.pollutant.name(language), factor.pollutant.unit(language)].filter { !$0.isEmpty }
                return [
                    "name": words.joined(separator: " "), "hasLimit": limit != nil, "limit": limit?.text ?? "–",
                ]
            },
            "days": days.map { day -> [String: Any] in
                let furnace = counted[day]
                return [
                    "day": day.description, "cells": factors.map { cell($0, day, language) },
                    "isCounted": furnace != nil, "low": furnace?.counted.map { "\($0.low)" } ?? "–",
                    "isViolation": furnace?.counted?.isViolation ?? false,
                ]
            },
        ]
    }

    private func cell(_ factor: Factor, _ day: CivilDate, _ language: Language) -> [String: Any] {
        let reading = factor.readings[day]
        let isMarked = reading?.isValid == false
        let episode = factor.episode(on: day)
        return [
            "isKnown": reading != nil, "value": FigureText.concentration(reading?.judged),
            "what": "\(factor.pollutant.name(language)) \(day)",
            "why": "/outlets/\(outlet.outlet)/computed?factor=\(factor.pollutant.code.text)&day=\(day)",
            "isMarked": isMarked, "mark": reading?.mark ?? "",
            "exceeds": episode != nil, "decision": episode?.decision.text ?? "",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("排放口编号", "Outlet code")) { _ in .text(outlet.outlet.text) },
            TableColumn(Phrase("日期", "Day")) { .day($0.day) },
            TableColumn(Phrase("因子编码", "Code")) { .text($0.factor.pollutant.code.text) },
            TableColumn(Phrase("因子", "Factor")) { .text($0.factor.pollutant.name(language)) },
            TableColumn(Phrase("日均值", "Daily mean")) { .number($0.reading.judged) },
            TableColumn(Phrase("单位", "Unit")) { .text($0.factor.pollutant.unit(language)) },
            TableColumn(Phrase("限值", "Limit")) { .text($0.factor.limit(on: $0.day)?.text) },
            TableColumn(Phrase("数据标记", "Device's mark")) { .text($0.reading.mark) },
            TableColumn(Phrase("超标判定", "Decision")) { .text($0.factor.episode(on: $0.day)?.decision.text) },
        ]
        let lines = days.flatMap { day in
            factors.compactMap { factor in
                factor.readings[day].map { Line(factor: factor, day: day, reading: $0) }
            }
        }
        return [ListTable(Phrase("日均值", "Days"), lines, language, columns: columns)]
    }
}
