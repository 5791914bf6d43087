import Facts
import HJ212
import Kernel
import Persistence

/// The means of one factor in every version in which frames brought them, whatever value or mark they carry. MON-26
/// reads values alone, and its records are replayed: these are read apart.
struct SentMeans {
    private typealias Sent = (version: FrameVersion, reading: HourReading, stored: FrameStore.StoredFrame)

    /// Of each hour or day that came in several versions which do not say the same, those, in order of time.
    private(set) var replaced: [(start: Instant, versions: [SentMean])] = []

    /// Reads the stored frames of the hours or days that begin in a time.
    init(
        of pollutant: PollutantCode, at outlet: OutletID, _ period: MeanPeriod, in range: ClosedRange<Instant>,
        factors: DeviceFactors, _ access: any ReadAccess
    ) throws {
        var sent: [Instant: [Sent]] = [:]
        // The data time of a day's frame may lie anywhere in its day.
        let last = range.upperBound.adding(hours: period.hours - 1)
        try StoredReadings.forEach(
            of: outlet, period == .hour ? .hourValues : .dayValues, in: range.lowerBound...last, factors: factors,
            access
        ) { stored, _, version, readings in
            for (factor, reading) in readings where factor == pollutant && range.contains(reading.hour) {
                sent[reading.hour, default: []].append((version, reading, stored))
            }
        }
        replaced = sent.sorted { $0.key < $1.key }.compactMap { start, sent in
            let versions = Self.distinct(sent.sorted { $0.version < $1.version })
            return versions.count > 1 ? (start, versions.map(Self.mean)) : nil
        }
    }

    /// Without what only repeats the version before it.
    private static func distinct(_ sent: [Sent]) -> [Sent] {
        sent.reduce(into: []) { kept, next in
            if kept.last?.reading.saysTheSame(as: next.reading) != true { kept.append(next) }
        }
    }

    private static func mean(_ sent: Sent) -> SentMean {
        let reading = sent.reading
        return SentMean(
            value: reading.judged, measured: reading.converted == nil ? nil : reading.average, mark: reading.mark,
            dataTime: sent.stored.place.dataTime, frame: reading.frame, receivedAt: sent.stored.receivedAt)
    }
}
