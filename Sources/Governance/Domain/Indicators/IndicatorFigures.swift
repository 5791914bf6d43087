import Facts
import Kernel
import Standards

/// Computes figures of months from filed values and counted facts; each once.
struct IndicatorFigures {
    let book: IndicatorBook
    /// The newest value of a place that counts.
    let values: [IndicatorValue.Place: IndicatorValue]
    /// Facts of one kind that happened in a month, the oldest first.
    let entries: (FactCount, CivilMonth) throws -> [JournalEntry]
    private var known: [IndicatorValue.Place: IndicatorFigure] = [:]

    init(
        book: IndicatorBook, values: [IndicatorValue.Place: IndicatorValue],
        entries: @escaping (FactCount, CivilMonth) throws -> [JournalEntry]
    ) {
        (self.book, self.values, self.entries) = (book, values, entries)
    }

    /// The figure of an indicator for the period that has ended by a month.
    mutating func figure(
        _ indicator: Indicator, _ region: RegionCode?, by month: CivilMonth
    ) throws -> IndicatorFigure {
        let place = IndicatorValue.Place(
            indicator: indicator.code, region: region, month: indicator.frequency.lastPeriod(by: month))
        if let figure = known[place] { return figure }
        let figure = try compute(indicator, place)
        known[place] = figure
        return figure
    }

    private mutating func compute(_ indicator: Indicator, _ place: IndicatorValue.Place) throws -> IndicatorFigure {
        switch indicator.way {
        case .filed, .surveyed:
            let value = values[place]
            return Self.figure(indicator, place, value?.value, [value?.fact].compactMap(\.self))
        case .counted(let count):
            let facts = try entries(count, place.month).filter { entry in
                place.region.map { entry.subject.region == $0 } ?? true
            }
            return Self.figure(indicator, place, DecimalNumber(facts.count), facts.map(\.sequence))
        case .formula(let formula):
            var (facts, missing): ([Int64], [IndicatorCode]) = ([], [])
            var inputs: [IndicatorFigure.Implausible.Input] = []
            let value = try formula.value { reading in
                guard let read = book[reading.code] else { return nil }
                if case .goal = reading { return read.goal(in: place.month.year)?.value }
                let month = if case .yearBefore = reading { place.month.adding(-12) } else { place.month }
                // What has no values of districts is the city's for all of them.
                let figure = try self.figure(read, read.isByDistrict ? place.region : nil, by: month)
                facts += figure.facts.filter { !facts.contains($0) }
                if let value = figure.value {
                    inputs.append(.init(indicator: read.code, month: figure.month, value: value))
                } else {
                    missing += figure.missing.isEmpty ? [read.code] : figure.missing
                }
                return figure.value
            }
            let rounded = value.map { Rounding.gbt8170($0, fractionDigits: indicator.decimals) }
            guard let rounded, !indicator.range.contains(rounded) else {
                return Self.figure(indicator, place, rounded, facts, missing: missing)
            }
            // What cannot be true is no value: nothing is scored on it, and its inputs are shown instead.
            var figure = Self.figure(indicator, place, nil, facts)
            figure.implausible = .init(computed: rounded, inputs: inputs)
            return figure
        }
    }

    private static func figure(
        _ indicator: Indicator, _ place: IndicatorValue.Place, _ value: DecimalNumber?, _ facts: [Int64],
        missing: [IndicatorCode] = []
    ) -> IndicatorFigure {
        IndicatorFigure(
            indicator: indicator.code, region: place.region, month: place.month, value: value,
            goal: indicator.goal(in: place.month.year)?.value,
            facts: Array(facts.prefix(IndicatorFigure.factsMax)), factCount: facts.count, missing: missing)
    }
}
