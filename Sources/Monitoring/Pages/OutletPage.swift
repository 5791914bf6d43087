import Facts
import Kernel
import Standards
import Web

/// One outlet: where it stands, its hours against the limit, its exceedance episodes.
struct OutletPage: Page {
    static let template = "Monitoring/OutletPage"

    let outlet: OutletSummary
    /// The factor shown; nil at an outlet without limit and values.
    let pollutant: Pollutant?
    /// The factors that may be chosen: those with a limit first.
    let factors: [Pollutant]
    let hours: [OutletHour]
    let episodes: [Episode]
    /// What is in force today, of the hour and of the day.
    let limits: [DatedLimit]
    let parameters: JudgingParameters
    let codes: [SentCode]
    /// What a factor is called.
    let names: @Sendable (PollutantCode) -> Pollutant
    let now: Instant
    /// Computed hours, alerts, furnace days.
    var means = OutletMeans.none
    /// The days of the furnace whose five-minute means the chart shows, in order.
    var furnaceDays: [FurnaceDay] = []
    /// The lowest five-minute mean of each episode of low furnace temperature.
    var lowest: [EpisodeID: DecimalNumber] = [:]

    /// Factors that have had a limit and have none today, with its last day (nil when it was taken back): their values
    /// are judged no more.
    var lapsed: [(factor: Pollutant, lastDay: CivilDate?)] = []

    private var isFurnace: Bool { pollutant?.code == .furnaceTemperature }

    struct Content: Encodable, Sendable {
        let outlet: String
        let title: String
        let enterprise: String
        let enterpriseName: String
        let pollutant: String?
        let unit: String?
        let factors: [String]
        let hours: [Hour]
        let codes: [SentCode.Content]
        let means: OutletMeans.Content
        let lapsedLimits: [Lapsed]

        struct Lapsed: Encodable, Sendable {
            let factor: String
            let lastDay: String?
        }

        struct Hour: Encodable, Sendable {
            let hour: String
            let average: String?
            let converted: String?
            let limit: String?
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
            enterpriseName: outlet.enterpriseName, pollutant: pollutant?.code.text, unit: pollutant?.unit,
            factors: factors.map(\.code.text),
            hours: hours.map { hour in
                Content.Hour(
                    hour: hour.reading.hour.civil.isoText, average: hour.reading.average?.description,
                    converted: hour.reading.converted?.description,
                    limit: hour.limit?.figure, mark: hour.reading.mark,
                    exceeds: hour.judged.excess != nil && !hour.isUnused, versions: hour.versions,
                    frame: hour.reading.frame.hex,
                    frameAt: hour.reading.hour.civil.isoText)
            }, codes: codes.map(\.content), means: means.content,
            lapsedLimits: lapsed.map {
                Content.Lapsed(factor: $0.factor.code.text, lastDay: $0.lastDay?.description)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "usesChart": true,
            "chart": "/outlets/\(outlet.outlet)/chart?factor=\(pollutant?.code.text ?? "")",
            "factors": factors.map { factor in
                [
                    "code": factor.code.text, "name": factor.name(language),
                    "isShown": factor.code == pollutant?.code,
                ] as [String: Any]
            },
            "hasFactors": !factors.isEmpty,
            "outlet": outlet.outlet.text,
            "outletTitle": outlet.title,
            "enterprise": outlet.enterprise.text,
            "enterpriseName": outlet.enterpriseName,
            "region": outlet.regionName(language),
            "device": outlet.device.text,
            "pollutant": pollutant?.name(language) ?? "–",
            "pollutantCode": pollutant?.code.text ?? "",
            "unit": pollutant?.unit(language) ?? "",
            "isFurnace": isFurnace,
            "limit": limitText(language),
            "limitSource": limits.first.map { $0.noted(SourceText.words($0.source))(language) } ?? "–",
            "hasHours": !hours.isEmpty,
            "hours": hours.map { $0.view(language) },
            "hasCodes": !codes.isEmpty,
            "codes": codes.map { $0.view(language) },
            "mayMap": false,
            "hasLapsed": !lapsed.isEmpty,
            "lapsed": lapsed.map { factor, lastDay in
                [
                    "name": factor.name(language),
                    "lastDay": lastDay.map { Phrase("有效至 \($0)", "held until \($0)")(language) }
                        ?? Phrase("限值已撤回", "its limit was taken back")(language),
                ]
            },
            "hasEpisodes": !episodes.isEmpty,
            "episodes": episodes.map { row($0, language) },
        ].merging(means.view(of: outlet.outlet, pollutant, language)) { own, _ in own }
    }

    private func limitText(_ language: Language) -> String {
        guard let pollutant, !limits.isEmpty else { return "–" }
        return limits.map { limit in
            let mean = FurnaceText.mean(limit.averaging ?? .hour, of: pollutant.code)
            return isFurnace
                ? Phrase("\(limit.text)，\(mean.zh)", "\(limit.text), \(mean.en)")(language)
                : "\(mean(language)) \(limit.text)"
        }.joined(separator: language == .chinese ? "；" : "; ")
    }

    /// The value farthest beyond the limit. What decides about a furnace's day is not its lowest mean: both are named.
    private func extreme(of episode: Episode, _ factor: Pollutant, _ language: Language) -> String {
        let unit = factor.unit(language)
        guard episode.pollutant == .furnaceTemperature else { return "\(episode.extent.peak) \(unit)" }
        let decides = Phrase("据以判定 \(episode.extent.peak) \(unit)", "deciding \(episode.extent.peak) \(unit)")
        guard let lowest = lowest[episode.id] else { return decides(language) }
        return Phrase("最低 \(lowest)；\(decides.zh)", "lowest \(lowest); \(decides.en)")(language)
    }

    private func row(_ episode: Episode, _ language: Language) -> [String: Any] {
        let factor = names(episode.pollutant)
        return [
            "factor": factor.name(language),
            "mean": FurnaceText.mean(episode.averaging, of: episode.pollutant)(language),
            "from": episode.extent.firstHour.civil.minuteText,
            "to": episode.extent.lastHour.adding(hours: episode.averaging.hours).civil.minuteText,
            "hours": String(episode.extent.hours),
            "peak": extreme(of: episode, factor, language),
            "multiple": episode.extent.countsMultiple ? episode.extent.multiple.description : "–",
            "level": episode.extent.level.phrase(language),
            "tag": episode.extent.level.rawValue,
            "standing": standing(of: episode)(language),
            "decision": episode.decision.text,
        ]
    }

    /// What the chart draws: hours, of a furnace the five-minute means of its days.
    func chart(of pollutant: Pollutant, _ language: Language) -> OutletChart {
        isFurnace
            ? OutletChart(furnace: furnaceDays, limit: limits.first?.limit, pollutant: pollutant, language: language)
            : OutletChart(hours: hours, pollutant: pollutant, language: language)
    }

    /// Silence ends an episode without a frame that could say so, so it is looked at when shown.
    private func standing(of episode: Episode) -> Phrase {
        if episode.isWithdrawn { return Phrase("已撤销", "withdrawn") }
        if let until = episode.provisionalUntil, now <= until {
            let moment = until.termText
            return Phrase("暂定，可标记至 \(moment)", "provisional, may be marked until \(moment)")
        }
        let isSilent = ExceedanceSpans.isOver(
            after: episode.extent.lastHour, parameters: parameters, now: now,
            period: episode.averaging)
        return episode.extent.ended || isSilent ? Phrase("已结束", "ended") : Phrase("持续中", "going on")
    }
}
