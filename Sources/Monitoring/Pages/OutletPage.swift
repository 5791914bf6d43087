import Facts
import Kernel
import Standards
import Web

/// One outlet: where it stands, its hours against the limit, its exceedance episodes.
struct OutletPage: Page {
    static let template = "Monitoring/OutletPage"

    let outlet: OutletSummary
    let pollutant: Pollutant
    let hours: [OutletHour]
    let episodes: [Episode]
    let limit: DatedLimit?
    let parameters: JudgingParameters
    let codes: [SentCode]
    let now: Instant

    struct Content: Encodable, Sendable {
        let outlet: String
        let title: String
        let enterprise: String
        let enterpriseName: String
        let pollutant: String
        let hours: [Hour]
        let codes: [SentCode.Content]

        struct Hour: Encodable, Sendable {
            let hour: String
            let average_mg_m3: String?
            let converted_mg_m3: String?
            let limit_mg_m3: String?
            let mark: String?
            let exceeds: Bool
            let versions: Int
            let frame: String
            let frameAt: String
        }
    }

    func title(_ language: Language) -> String { "\(outlet.enterpriseName) \(outlet.title)" }

    var content: Content {
        Content(
            outlet: outlet.outlet.text, title: outlet.title, enterprise: outlet.enterprise.text,
            enterpriseName: outlet.enterpriseName, pollutant: pollutant.code.text,
            hours: hours.map { hour in
                Content.Hour(
                    hour: hour.reading.hour.civil.isoText, average_mg_m3: hour.reading.average?.description,
                    converted_mg_m3: hour.reading.converted?.description,
                    limit_mg_m3: hour.limit?.limit.description, mark: hour.reading.mark,
                    exceeds: hour.judged.excess != nil, versions: hour.versions, frame: hour.reading.frame.hex,
                    frameAt: hour.reading.hour.civil.digits)
            }, codes: codes.map(\.content))
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "usesChart": true,
            "chart": "/outlets/\(outlet.outlet)/chart",
            "outlet": outlet.outlet.text,
            "outletTitle": outlet.title,
            "enterprise": outlet.enterprise.text,
            "enterpriseName": outlet.enterpriseName,
            "region": outlet.regionName(language),
            "device": outlet.device.text,
            "pollutant": pollutant.name(language),
            "limit": limit.map { "\($0.limit) mg/m³" } ?? "–",
            "limitSource": limit?.source ?? "–",
            "hasHours": !hours.isEmpty,
            "hours": hours.map { row($0, language) },
            "hasCodes": !codes.isEmpty,
            "codes": codes.map { $0.view(language) },
            "mayMap": false,
            "hasEpisodes": !episodes.isEmpty,
            "episodes": episodes.map { row($0, language) },
        ]
    }

    private func row(_ hour: OutletHour, _ language: Language) -> [String: Any] {
        let state = hour.state(language)
        return [
            "hour": hour.reading.hour.civil.minuteText,
            "average": FigureText.concentration(hour.reading.average),
            "converted": FigureText.concentration(hour.reading.converted),
            "limit": FigureText.concentration(hour.limit?.limit),
            "multiple": FigureText.concentration(hour.multiple),
            "mark": hour.reading.mark ?? "–",
            "tag": state.tag,
            "state": state.word,
            "versions": String(hour.versions),
            "frame": hour.reading.frame.hex,
            "frameAt": hour.reading.hour.civil.digits,
            "frameShort": String(hour.reading.frame.hex.prefix(8)),
        ]
    }

    private func row(_ episode: Episode, _ language: Language) -> [String: Any] {
        return [
            "from": episode.extent.firstHour.civil.minuteText,
            "to": episode.extent.lastHour.adding(hours: 1).civil.minuteText,
            "hours": String(episode.extent.hours),
            "peak": episode.extent.peak.description,
            "multiple": episode.extent.multiple.description,
            "level": episode.extent.level.phrase(language),
            "tag": episode.extent.level.rawValue,
            "standing": standing(of: episode)(language),
            "decision": episode.decision.text,
        ]
    }

    /// Silence ends an episode without a frame that could say so, so it is looked at when shown.
    private func standing(of episode: Episode) -> Phrase {
        if episode.isWithdrawn { return Phrase("已撤销", "withdrawn") }
        let isSilent = ExceedanceSpans.isOver(after: episode.extent.lastHour, parameters: parameters, now: now)
        return episode.extent.ended || isSilent ? Phrase("已结束", "ended") : Phrase("持续中", "going on")
    }
}
