import Facts
import Kernel
import Standards

/// The mean of a natural day from its hourly values: of a stack the arithmetic mean of the valid hours, of waste water
/// weighted with the flow. It is compared with what was uploaded and never decides anything.
enum ComputedDay {
    /// The ruling on the hours of one day.
    ///
    /// - Parameter flows: The hourly flow of waste water; of a stack none is needed.
    static func mean(
        of pollutant: PollutantCode, _ hours: [HourReading], flows: [HourReading], figures: ValidityFigures
    ) -> Ruling<DayMean> {
        guard pollutant.isOfWater else {
            return StackDayMean.of(hours.map { $0.isValid ? $0.judged : nil }, figures: figures)
        }
        let volumes = Dictionary(
            flows.filter(\.isValid).map { ($0.hour, $0.average) }, uniquingKeysWith: { first, _ in first })
        // What a mark says stood still is not expected.
        let stopped = hours.count { $0.mark == "F" }
        let readings = hours.compactMap { reading -> WaterReading? in
            guard reading.isValid, let value = reading.judged else { return nil }
            return WaterReading(value: value, volume: volumes[reading.hour] ?? nil)
        }
        return WaterDayMean.of(
            readings, expected: 24 - min(24, stopped), weighting: WaterDayMean.Weighting(for: pollutant),
            figures: figures)
    }
}
