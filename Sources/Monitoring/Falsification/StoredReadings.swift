import HJ212
import Kernel
import Persistence

/// What the stored frames of an outlet say of means, as they are read now.
enum StoredReadings {
    /// Reads the frames of a command whose data times lie in some hours, in the order of the store; a damaged one is
    /// left out, and `verify` tells of it.
    static func forEach(
        of outlet: OutletID, _ command: Command, in range: ClosedRange<Instant>, factors: DeviceFactors,
        _ access: any ReadAccess,
        _ body: (FrameStore.StoredFrame, FrameFiling, FrameVersion, [(PollutantCode, HourReading)]) throws -> Void
    ) throws {
        var interpretations: [DeviceNumber: FactorInterpretation] = [:]
        var shelf = LayoutShelf()
        let numbers = FramePlace.hourNumber(of: range.lowerBound)...FramePlace.hourNumber(of: range.upperBound)
        for number in numbers {
            try FrameStore.forEach(
                outlet: outlet, hour: number, command: command, scope: .city, shelf: &shelf, in: access
            ) { stored in
                guard let bytes = stored.bytes, let frame = Frame(stored: bytes), let filing = try? FrameFiling(frame)
                else { return }
                let digest = Digest256(of: bytes)
                let interpretation =
                    try interpretations[filing.device]
                    ?? factors.freshInterpretation(of: filing.device, in: access)
                interpretations[filing.device] = interpretation
                try body(
                    stored, filing, FrameVersion(requestNumber: filing.requestNumber, digest: digest),
                    HourReading.readings(of: frame, filing: filing, digest: digest, interpretation: interpretation))
            }
        }
    }
}
