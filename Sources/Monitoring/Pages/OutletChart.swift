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
        unit = pollutant.unit
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

    /// A drawn point needs no exactness; judging never passes here.
    private static func plotted(_ number: DecimalNumber?) -> Double? {
        number.flatMap { Double($0.description) }
    }
}
