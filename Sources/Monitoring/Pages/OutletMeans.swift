import Facts
import Kernel
import Standards
import Web

/// What an outlet's page shows beside its judged means: hours computed from minutes where none was uploaded, alerts
/// of hours and days that cannot decide, days of a furnace. None of it decides but the furnace's days.
struct OutletMeans: Sendable {
    /// Hours of the factor shown without an uploaded value, the newest first.
    let holes: [ComputedHour]
    let alerts: [HourAlert]
    let furnaceDays: [FurnaceLine]
    /// What a factor is called.
    let name: @Sendable (PollutantCode) -> Pollutant
    let now: Instant
    let parameters: JudgingParameters?
    /// The limits of the alerts' factors.
    var limits: [PollutantCode: [DatedLimit]] = [:]

    /// A furnace's day with its counts; nil where no limit was in force.
    struct FurnaceLine: Sendable {
        let day: CivilDate
        let counted: LowTemperatureDay.Outcome?
    }

    /// Nothing is shown.
    static let none = OutletMeans(
        holes: [], alerts: [], furnaceDays: [], name: { Pollutant($0) }, now: Instant(milliseconds: 0),
        parameters: nil)

    struct Content: Encodable, Sendable {
        let computedHours: [Computed]
        let alerts: [Alert]
        let furnaceDays: [Furnace]

        struct Computed: Encodable, Sendable {
            let hour: String
            let average: String?
            let converted: String?
            let minutes: Int?
        }

        struct Alert: Encodable, Sendable {
            let alert: String
            let pollutant: String
            let from: String
            /// Of hours or of days; `hours` counts them.
            let averaging: String
            let hours: Int
            let peak: String
            let limit: String
            let isWithdrawn: Bool
            let ended: Bool
            let decision: String
        }

        struct Furnace: Encodable, Sendable {
            let day: String
            let low: Int?
            let missing: Int?
            let exempt: Int?
            let isViolation: Bool?
        }
    }

    var content: Content {
        Content(
            computedHours: holes.map { hour in
                let row = ComputedText(hour)
                return Content.Computed(
                    hour: hour.hour.civil.isoText, average: row.average, converted: row.converted,
                    minutes: row.minutes)
            },
            alerts: alerts.map { alert in
                Content.Alert(
                    alert: alert.id.text, pollutant: alert.pollutant.text,
                    from: alert.extent.firstHour.civil.isoText, averaging: alert.period.rawValue,
                    hours: alert.extent.hours,
                    peak: alert.extent.peak.description,
                    limit: range(of: alert)?.figure ?? alert.extent.limit.description,
                    isWithdrawn: alert.isWithdrawn, ended: alert.extent.ended, decision: alert.decision.text)
            },
            furnaceDays: furnaceDays.map { line in
                Content.Furnace(
                    day: line.day.description, low: line.counted?.low, missing: line.counted?.missing,
                    exempt: line.counted?.exempt, isViolation: line.counted?.isViolation)
            })
    }

    /// The words of the partial `OutletMeans`.
    func view(of outlet: OutletID, _ factor: Pollutant?, _ language: Language) -> [String: Any] {
        [
            "computedAddress": "/outlets/\(outlet)/computed?factor=\(factor?.code.text ?? "")",
            "hasHoles": !holes.isEmpty,
            "holes": holes.map { hour in
                let row = ComputedText(hour)
                return [
                    "hour": hour.hour.civil.minuteText, "average": row.average ?? "–",
                    "converted": row.converted ?? "–", "minutes": row.minutes.map { "\($0)" } ?? "–",
                    "day": hour.hour.civil.date.description, "note": row.note(language),
                ]
            },
            "hasAlerts": !alerts.isEmpty,
            "alerts": alerts.map { row($0, language) },
            "hasFurnaceDays": !furnaceDays.isEmpty,
            "furnaceDays": furnaceDays.map { row($0, of: outlet, language) },
        ]
    }

    /// The limit that an alert lies beyond, where it is a range: the bound alone would not tell it.
    private func range(of alert: HourAlert) -> DatedLimit? {
        let day = alert.extent.firstHour.civil.date
        let known = limits[alert.pollutant] ?? []
        let limit = known.inForce(on: day, of: alert.pollutant.isOfWater ? .day : alert.period)
        return limit?.demand == .within ? limit : nil
    }

    private func row(_ alert: HourAlert, _ language: Language) -> [String: Any] {
        let factor = name(alert.pollutant)
        let extent = alert.extent
        let isOver =
            extent.ended
            || (parameters.map { parameters in
                ExceedanceSpans.isOver(
                    after: extent.lastHour, parameters: parameters, now: now, period: alert.period)
            } ?? false)
        let standing =
            alert.isWithdrawn
            ? Phrase("已撤销", "withdrawn") : isOver ? Phrase("已结束", "ended") : Phrase("持续中", "going on")
        return [
            "factor": factor.name(language), "from": extent.firstHour.civil.minuteText,
            "to": extent.lastHour.adding(hours: alert.period.hours).civil.minuteText,
            "hours":
                (alert.period == .day
                ? Phrase("\(extent.hours) 天", "\(extent.hours) d") : Phrase("\(extent.hours) 小时", "\(extent.hours) h"))(
                    language),
            "peak": "\(extent.peak) \(factor.unit(language))",
            "limit": "\(range(of: alert)?.figure ?? extent.limit.description) \(factor.unit(language))",
            "standing": standing(language), "decision": alert.decision.text,
        ]
    }

    private func row(_ line: FurnaceLine, of outlet: OutletID, _ language: Language) -> [String: Any] {
        let state = FurnaceText.state(line.counted)
        return [
            "day": line.day.description, "address": "/outlets/\(outlet)/furnace/\(line.day)",
            "low": line.counted.map { "\($0.low)" } ?? "–", "missing": line.counted.map { "\($0.missing)" } ?? "–",
            "exempt": line.counted.map { "\($0.exempt)" } ?? "–", "tag": state.tag, "state": state.word(language),
        ]
    }
}
