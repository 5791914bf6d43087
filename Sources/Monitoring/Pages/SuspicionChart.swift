import Kernel
import Standards

/// The curve of a suspicion as the page's script draws it: the values, the curve beside them, the limit, and what looks
/// made shaded.
struct SuspicionChart: Encodable, Sendable {
    let title: String
    let unit: String
    let times: [String]
    let series: [OutletChart.Series]
    let limits: [OutletChart.Line]
    let marked: [OutletChart.Span]

    /// Nil for a suspicion that is in no curve.
    init?(_ page: SuspicionPage, language: Language) {
        guard let curve = page.evidence.curve, let code = page.suspicion.pollutant else { return nil }
        let pollutant = Pollutant(code)
        title = pollutant.name(language)
        unit = pollutant.unit(language)
        times = curve.values.indices.map { curve.hour($0).civil.isoText }
        let own = OutletChart.Series(name: page.outlet.title, values: curve.values.map(Self.plotted))
        let other = page.evidence.other.map { other in
            OutletChart.Series(
                name: Phrase("对照曲线", "compared with")(language), values: other.values.map(Self.plotted))
        }
        series = [own] + [other].compactMap(\.self)
        limits =
            page.evidence.limit.flatMap { limit in Self.plotted(limit.limit) }
            .map { [OutletChart.Line(name: Phrase("限值", "limit")(language), value: $0)] } ?? []
        let end = min(page.suspicion.lastHour, curve.hour(curve.values.count - 1))
        marked = [
            OutletChart.Span(
                from: max(page.suspicion.firstHour, curve.start).civil.isoText,
                to: end.adding(hours: 1).civil.isoText, name: SignWords.name(of: page.suspicion.sign)(language))
        ]
    }

    /// A drawn point needs no exactness; nothing is judged here.
    private static func plotted(_ number: DecimalNumber?) -> Double? {
        number.flatMap { Double($0.description) }
    }
}
