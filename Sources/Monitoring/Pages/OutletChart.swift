import Kernel
import Standards

/// The outlet's curve as the page's script draws it: hourly values, the limit, shaded hours that are not judged.
struct OutletChart: Encodable, Sendable {
    let title: String
    let unit: String
    let times: [String]
    let series: [Series]
    let limits: [Line]
    let marked: [Span]
    /// Where the axis begins; at zero when nil.
    let floor: Double?

    struct Series: Encodable, Sendable {
        let name: String
        let values: [Double?]
    }

    struct Line: Encodable, Sendable {
        let name: String
        let value: Double
    }

    struct Span: Encodable, Sendable {
        let from: String
        let to: String
        let name: String
    }

    init(hours: [OutletHour], pollutant: Pollutant, language: Language) {
        let ordered = hours.sorted { $0.reading.hour < $1.reading.hour }
        title = pollutant.name(language)
        unit = pollutant.unit(language)
        floor = nil
        times = ordered.map { $0.reading.hour.civil.isoText }
        series = [
            Series(
                name: Phrase("折算值", "converted")(language),
                values: ordered.map { Self.plotted($0.reading.converted) }),
            Series(
                name: Phrase("实测值", "measured")(language), values: ordered.map { Self.plotted($0.reading.average) }),
        ]
        let newest = ordered.last?.limit
        limits =
            newest.map { limit in
                [Line(name: Phrase("限值", "limit")(language), value: Self.plotted(limit.limit) ?? 0)]
            } ?? []
        marked = ordered.filter { !$0.reading.isValid || $0.isUnused }.map { hour in
            Span(
                from: hour.reading.hour.civil.isoText, to: hour.reading.hour.adding(hours: 1).civil.isoText,
                name: hour.reading.isValid ? hour.markWords(language) : hour.reading.mark ?? "")
        }
    }

    /// The five-minute means of a furnace's days beside the temperature they must not fall below. The axis begins near
    /// them: from zero on, 20 ℃ too little could not be seen.
    init(furnace days: [FurnaceDay], limit: DecimalNumber?, pollutant: Pollutant, language: Language) {
        let minutes = FurnaceDay.windowMinutes
        let points = days.flatMap { day in
            day.means.enumerated().map { window, mean in
                (start: Instant(startOf: day.day).adding(minutes: minutes * Int64(window)), mean: mean)
            }
        }
        // The rest of the day that is not over has no means yet.
        let shown = points.prefix((points.lastIndex { $0.mean != nil } ?? -1) + 1)
        title = pollutant.name(language)
        unit = pollutant.unit(language)
        times = shown.map { $0.start.civil.isoText }
        series = [
            Series(
                name: Phrase("5分钟均值", "five-minute mean")(language), values: shown.map { Self.plotted($0.mean) })
        ]
        limits = limit.map { [Line(name: Phrase("不低于", "not below")(language), value: Self.plotted($0) ?? 0)] } ?? []
        marked = days.flatMap { day in
            day.exempt.map { window in
                let start = Instant(startOf: day.day).adding(minutes: minutes * Int64(window))
                return Span(
                    from: start.civil.isoText, to: start.adding(minutes: minutes).civil.isoText,
                    name: Phrase("已标记", "marked")(language))
            }
        }
        let least = (shown.map { $0.mean } + [limit]).compactMap(\.self).min()
        floor = Self.plotted(least).map { (($0 - 50) / 50).rounded(.down) * 50 }
    }

    /// A drawn point needs no exactness; judging never passes here.
    private static func plotted(_ number: DecimalNumber?) -> Double? {
        number.flatMap { Double($0.description) }
    }
}
