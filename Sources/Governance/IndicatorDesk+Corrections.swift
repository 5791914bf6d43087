import Kernel
import Persistence

extension IndicatorDesk {
    /// Places of closed months for which a value came later: it counts nowhere, and figures say that it came.
    struct Corrections: Sendable {
        let book: IndicatorBook
        let places: Set<IndicatorValue.Place>

        /// Whether a later value stands beside a figure: its own, or one that its formula reads.
        func stand(beside figure: IndicatorFigure) -> Bool {
            book[figure.indicator].map { stand(beside: $0, figure.region, figure.month) } ?? false
        }

        private func stand(beside indicator: Indicator, _ region: RegionCode?, _ month: CivilMonth) -> Bool {
            guard case .formula(let formula) = indicator.way else {
                return places.contains(
                    .init(indicator: indicator.code, region: region, month: indicator.frequency.lastPeriod(by: month)))
            }
            return formula.readings.contains { reading in
                guard let read = book[reading.code] else { return false }
                if case .goal = reading { return false }
                let at = if case .yearBefore = reading { month.adding(-12) } else { month }
                return stand(beside: read, read.isByDistrict ? region : nil, at)
            }
        }
    }

    /// What came for closed months after they were closed, as far back as the figures of a month read.
    func corrections(by month: CivilMonth, in access: any ReadAccess) throws -> Corrections {
        Corrections(
            book: book,
            places: Set(try IndicatorStore.late(from: month.adding(-36), to: month, in: access).map(\.place)))
    }
}
