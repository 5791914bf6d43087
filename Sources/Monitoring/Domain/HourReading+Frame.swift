import HJ212
import Kernel

extension HourReading {
    /// The hourly values that an hour frame (CN 2061) carries, each factor once: its first place in the frame counts.
    ///
    /// Codes and units are read as the device's interpretation says; what it leaves raw carries no hourly value.
    /// A DataTime off the full hour counts for the hour it lies in. Text in place of a number (`NF`, `-999`) leaves the
    /// value empty, and so unjudged.
    static func readings(
        of frame: Frame, filing: FrameFiling, digest: Digest256, interpretation: FactorInterpretation
    ) -> [(PollutantCode, HourReading)] {
        guard filing.command == .hourValues else { return [] }
        let dialect = frame.dialect
        var seen: Set<PollutantCode> = []
        return frame.factorReadings.compactMap { sent in
            guard
                case .factor(let factor) = interpretation.reading(
                    of: sent.factor, in: dialect, at: filing.dataTime), seen.insert(factor.code).inserted
            else { return nil }
            let reading = HourReading(
                hour: filing.dataTime.startOfHour, average: sent[.avg].flatMap(factor.value),
                converted: sent[.zsAvg].flatMap(factor.value), mark: sent.mark, frame: digest)
            return (factor.code, reading)
        }
    }
}
