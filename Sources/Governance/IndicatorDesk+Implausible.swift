import Kernel
import Persistence

extension IndicatorDesk {
    /// What of a month's figures cannot be true, in their order.
    func implausible(in figures: FrozenMonth) -> [ImplausibleFigure] {
        figures.figures.compactMap { figure in
            guard let implausible = figure.implausible, let indicator = book[figure.indicator] else { return nil }
            return ImplausibleFigure(
                indicator: figure.indicator, name: indicator.name, range: indicator.range,
                region: figure.region, place: place(figure.region), month: figure.month,
                computed: implausible.computed,
                inputs: implausible.inputs.map { input in
                    .init(
                        indicator: input.indicator,
                        name: book[input.indicator]?.name ?? Phrase(input.indicator.text, input.indicator.text),
                        month: input.month, value: input.value)
                })
        }
    }

    private func place(_ region: RegionCode?) -> Phrase {
        guard let region else { return Phrase("全市", "the city") }
        return regions.first { $0.code == region }?.name ?? Phrase(region.text, region.text)
    }

    /// The figures that a month would be closed with. Refuses a month that cannot be closed, one whose values cannot be
    /// true without a word on why it is closed despite them, and such a word where there are none.
    func closable(
        _ month: CivilMonth, despite: String?, at now: Instant, in access: any ReadAccess
    ) throws -> FrozenMonth {
        let figures = try closable(month, at: now, in: access)
        let doubts = implausible(in: figures)
        guard doubts.isEmpty || despite != nil else { throw IndicatorRefusal.implausible(month, doubts) }
        guard !doubts.isEmpty || despite == nil else { throw IndicatorRefusal.nothingImplausible(month) }
        return figures
    }

    /// How a month that may be closed next stands; nil for one that is not over or was closed.
    func closing(_ month: CivilMonth, at now: Instant, in access: any ReadAccess) throws -> MonthClosing? {
        guard month.end <= now else { return nil }
        let (figures, frozenAt) = try figures(of: month, in: access)
        guard frozenAt == nil else { return nil }
        return MonthClosing(
            month: month, figures: figures.figures.count, missing: figures.figures.count { $0.value == nil },
            implausible: implausible(in: figures))
    }
}
