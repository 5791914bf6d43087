import HJ212
import Kernel
import Persistence

/// What the hour frames of an outlet say beside their effective values: every version, and when each came.
struct SentHours {
    /// Of each factor, the hours of which a value was sent, and those with several versions among them.
    private(set) var versions: [PollutantCode: [RewrittenHours.Input.Hour]] = [:]
    /// Receipt against QN of the frames of the day.
    private(set) var receipts: [DriftingClock.Input.Receipt] = []

    /// When each frame was received.
    private(set) var arrivals: [Digest256: Instant] = [:]

    private typealias Sent = (version: FrameVersion, value: RewrittenHours.Input.Version)

    /// Reads the stored frames of these hours.
    init(
        of outlet: OutletID, hours: ClosedRange<Instant>, day: ClosedRange<Instant>, factors: DeviceFactors,
        in access: any ReadAccess
    ) throws {
        var sent: [PollutantCode: [Instant: [Sent]]] = [:]
        try StoredReadings.forEach(
            of: outlet, .hourValues, in: hours, factors: factors, access
        ) { stored, filing, version, readings in
            for (pollutant, reading) in readings {
                guard let value = reading.judged else { continue }
                sent[pollutant, default: [:]][reading.hour, default: []].append(
                    (version, RewrittenHours.Input.Version(value: value, frame: version.digest)))
            }
            arrivals[version.digest] = stored.receivedAt
            note(filing, version.digest, receivedAt: stored.receivedAt, on: day)
        }
        versions = sent.mapValues { hours in
            hours.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { hour, sent in
                RewrittenHours.Input.Hour(
                    hour: hour, versions: sent.sorted { $0.version < $1.version }.map(\.value))
            }
        }
        receipts.sort { ($0.hour, $0.drift, $0.frame) < ($1.hour, $1.drift, $1.frame) }
    }

    private mutating func note(
        _ filing: FrameFiling, _ digest: Digest256, receivedAt: Instant, on day: ClosedRange<Instant>
    ) {
        let hour = filing.dataTime.startOfHour
        guard day.contains(hour), let stamp = QN(filing.requestNumber).stamp else { return }
        receipts.append(
            DriftingClock.Input.Receipt(
                hour: hour, drift: receivedAt.milliseconds - stamp.millisecondsSince1970, frame: digest))
    }
}
