import Facts
import Kernel
import Standards
import Web

/// One state episode: its hours and marks, the rule and its replay, whose move it is until when, and its course.
struct StatePage: Page {
    static let template = "Monitoring/StatePage"

    let episode: StateEpisode
    let outlet: OutletSummary
    let hours: [Hour]
    let steps: [Phrase]
    let decidedAt: Instant
    let replays: Bool
    /// What the journal tells of it.
    let course: [JournalEntry]
    let rules: StateRules
    let actor: Actor
    let now: Instant
    let refused: (action: StateAction, form: RefusedForm)?

    /// Rows of the table: the newest hours.
    static let hoursMax = 72

    /// One hour of the factors concerned.
    struct Hour: Sendable {
        let hour: Instant
        let cells: [Cell]
    }

    /// What is stored of a factor's hour.
    struct Cell: Sendable {
        let pollutant: PollutantCode
        let reading: HourReading?

        /// The value with the device's mark.
        var word: Phrase {
            guard let reading else { return Phrase("缺失", "missing") }
            let value = reading.judged?.description ?? "–"
            let mark = reading.mark ?? ""
            return Phrase("\(value) \(mark)", "\(value) \(mark)")
        }
    }

    struct Content: Encodable, Sendable {
        let state: StateListPage.Content.Entry
        let steps: [Phrase]
        let replays: Bool
        let hours: [Hour]

        struct Hour: Encodable, Sendable {
            let hour: String
            let pollutant: String
            let value: String?
            let mark: String?
            let frame: String?
        }
    }

    func title(_ language: Language) -> String {
        let name = StateWords.name(of: episode.kind)
        return Phrase("监测状态：\(name.zh)", "State: \(name.en)")(language)
    }

    var content: Content {
        Content(
            state: StateListPage.Content.Entry(episode), steps: steps, replays: replays,
            hours: hours.flatMap { hour in
                hour.cells.map { cell in
                    Content.Hour(
                        hour: hour.hour.civil.isoText, pollutant: cell.pollutant.text,
                        value: cell.reading?.judged?.description, mark: cell.reading?.mark,
                        frame: cell.reading?.frame.hex)
                }
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let rule = episode.kind.rule
        let extent = episode.extent
        let view: [String: Any] = [
            "id": episode.id.text,
            "outlet": episode.outlet.text,
            "outletTitle": outlet.title,
            "enterprise": outlet.enterprise.text,
            "enterpriseName": outlet.enterpriseName,
            "region": outlet.regionName(language),
            "factors": StateListPage.names(of: extent.factors, language),
            "from": extent.firstHour.civil.minuteText,
            "to": extent.ended
                ? extent.lastHour.adding(hours: 1).civil.minuteText : Phrase("持续", "going on")(language),
            "hoursCount": StateListPage.hours(of: episode, now: now)(language),
            "hasQuarter": extent.quarterHours != nil,
            "quarter": extent.quarterHours.map {
                Phrase(
                    "本季度 \($0) 小时，上限 \(rules.figures.maintenanceHoursMax.shown(unit: "h").zh)",
                    "\($0) h in the quarter, at most \(rules.figures.maintenanceHoursMax.shown(unit: "h").en)")(
                        language)
            } ?? "",
            "tag": extent.ended || episode.isWithdrawn ? "neutral" : "orange",
            "kind": StateWords.name(of: episode.kind)(language),
            "stage": StateWords.name(of: episode.stage)(language),
            "stageTag": episode.due.map { $0 < now ? "late" : "open" } ?? "neutral",
            "isWithdrawn": episode.isWithdrawn,
            "isEscalated": episode.escalatedAt != nil,
            "rule": rule.code,
            "version": String(rule.version),
            "ruleTitle": rule.title(language),
            "basis": rule.basis(language),
            "certainty": rule.certainty.phrase(language),
            "decidedAt": decidedAt.civil.secondText,
            "decision": episode.decision.text,
            "replays": replays,
            "steps": steps.map { $0.namingFactors(language) },
            "factorHeadings": extent.factors.map { Pollutant($0).name(language) },
            "rows": hours.reversed().map { row($0, language) },
            "course": courseView(language),
        ]
        return view.merging(dutyView(language)) { first, _ in first }
    }

    private func row(_ hour: Hour, _ language: Language) -> [String: Any] {
        [
            "hour": hour.hour.civil.minuteText,
            "cells": hour.cells.map { cell in
                [
                    "word": cell.word(language),
                    "frame": cell.reading.map {
                        ["sha256": $0.frame.hex, "at": hour.hour.civil.digits, "outletOfFrame": episode.outlet.text]
                    } ?? false,
                ] as [String: Any]
            },
        ]
    }
}
