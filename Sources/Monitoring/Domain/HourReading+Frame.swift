import Facts
import HJ212
import Kernel

extension HourReading {
    /// Over which time the values of a command are means that may decide; nil for other commands.
    static func period(of command: Command) -> MeanPeriod? {
        switch command {
        case .hourValues: .hour
        case .dayValues: .day
        // No other command carries means that are compared with limits.
        default: nil
        }
    }

    /// The values that an hour frame (CN 2061) or a day frame (CN 2031) carries, each factor once: its first place in
    /// the frame counts.
    ///
    /// Codes and units are read as the device's interpretation says; what it leaves raw carries no value.
    /// A DataTime off the full hour or day counts for the one it lies in. Text in place of a number (`NF`, `-999`)
    /// leaves the value empty, and so unjudged.
    static func readings(
        of frame: Frame, filing: FrameFiling, digest: Digest256, interpretation: FactorInterpretation
    ) -> [(PollutantCode, HourReading)] {
        guard let period = period(of: filing.command) else { return [] }
        let start = period == .hour ? filing.dataTime.startOfHour : Instant(startOf: filing.dataTime.civil.date)
        let dialect = frame.dialect
        var seen: Set<PollutantCode> = []
        return frame.factorReadings.compactMap { sent in
            guard
                case .factor(let factor) = interpretation.reading(
                    of: sent.factor, in: dialect, at: filing.dataTime), seen.insert(factor.code).inserted
            else { return nil }
            let reading = HourReading(
                hour: start, average: sent[.avg].flatMap(factor.value),
                converted: sent[.zsAvg].flatMap(factor.value), mark: sent.mark, frame: digest)
            return (factor.code, reading)
        }
    }
}
