import HJ212
import Kernel
import Persistence

/// What the minute frames (2051) or the frames of furnace temperature (2111) of an outlet say: of each period the
/// value of the greatest version, so that neither order nor repetition of arrival matters.
struct SentMinutes {
    /// By factor, in the order of their periods.
    let values: [PollutantCode: [MinuteValue]]

    private typealias Sent = (version: FrameVersion, value: MinuteValue)

    /// Reads the stored frames of these hours; a damaged one is left out, and `verify` tells of it.
    ///
    /// - Parameters:
    ///   - wanted: The factors that are read; nil for all.
    ///   - sequence: Frames of later batches are left out, so that an earlier look can be repeated.
    ///   - moment: Frames received later are left out; nil for none.
    init(
        of outlet: OutletID, hours: Range<Instant>, command: Command = .minuteValues, only wanted: Set<PollutantCode>?,
        upTo sequence: Int64 = .max, receivedBy moment: Instant? = nil, factors: DeviceFactors,
        in access: any ReadAccess
    ) throws {
        var interpretations: [DeviceNumber: FactorInterpretation] = [:]
        var sent: [PollutantCode: [Instant: Sent]] = [:]
        var shelf = LayoutShelf()
        let last = hours.upperBound.adding(milliseconds: -1)
        guard hours.lowerBound <= last else {
            values = [:]
            return
        }
        for number in FramePlace.hourNumber(of: hours.lowerBound)...FramePlace.hourNumber(of: last) {
            try FrameStore.forEach(
                outlet: outlet, hour: number, command: command, scope: .city, shelf: &shelf, in: access
            ) { stored in
                guard stored.batch <= sequence, moment.map({ stored.receivedAt <= $0 }) ?? true,
                    let bytes = stored.bytes, let frame = Frame(stored: bytes),
                    let filing = try? FrameFiling(frame)
                else { return }
                let interpretation =
                    try interpretations[filing.device] ?? factors.freshInterpretation(of: filing.device, in: access)
                interpretations[filing.device] = interpretation
                let digest = Digest256(of: bytes)
                let version = FrameVersion(requestNumber: filing.requestNumber, digest: digest)
                for (pollutant, value) in Self.values(of: frame, filing, digest, interpretation)
                where wanted?.contains(pollutant) ?? true {
                    if let known = sent[pollutant]?[value.start], known.version >= version { continue }
                    sent[pollutant, default: [:]][value.start] = (version, value)
                }
            }
        }
        values = sent.mapValues { $0.values.map(\.value).sorted { $0.start < $1.start } }
    }

    /// The values of a frame, each factor once: its first place counts.
    private static func values(
        of frame: Frame, _ filing: FrameFiling, _ digest: Digest256, _ interpretation: FactorInterpretation
    ) -> [(PollutantCode, MinuteValue)] {
        let time = filing.dataTime
        // A data time off the full minute counts for the minute it lies in.
        let start = time.adding(milliseconds: -(time.milliseconds(since: time.startOfHour) % 60_000))
        let dialect = frame.dialect
        var seen: Set<PollutantCode> = []
        return frame.factorReadings.compactMap { sent in
            guard case .factor(let factor) = interpretation.reading(of: sent.factor, in: dialect, at: time),
                seen.insert(factor.code).inserted
            else { return nil }
            let value = MinuteValue(
                start: start, average: sent[.avg].flatMap(factor.value), converted: sent[.zsAvg].flatMap(factor.value),
                mark: sent.mark, frame: digest)
            return (factor.code, value)
        }
    }
}
