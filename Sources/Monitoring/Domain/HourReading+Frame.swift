import HJ212
import Kernel

extension HourReading {
    /// The hourly values that an hour frame (CN 2061) carries, each factor once: its first place in the frame counts.
    ///
    /// A DataTime off the full hour counts for the hour it lies in. Text in place of a number (`NF`, sentinels in
    /// words) leaves the value empty, and so unjudged.
    static func readings(of frame: Frame, filing: FrameFiling, digest: Digest256) -> [(PollutantCode, HourReading)] {
        guard filing.command == .hourValues else { return [] }
        var seen: Set<PollutantCode> = []
        return frame.factorReadings.compactMap { factor in
            guard let pollutant = PollutantCode(factor.factor), seen.insert(pollutant).inserted else { return nil }
            let reading = HourReading(
                hour: filing.dataTime.startOfHour, average: factor[.avg].flatMap { DecimalNumber($0) },
                converted: factor[.zsAvg].flatMap { DecimalNumber($0) }, mark: factor.mark, frame: digest)
            return (pollutant, reading)
        }
    }
}
