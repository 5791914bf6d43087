import HJ212
import Kernel

/// What set-aside bytes say when they are looked at again, by the rules of today.
struct QuarantineReading: Sendable {
    /// What a scanner finds in them, as if the line ended behind them.
    let events: [ScanEvent]

    /// - Parameter keys: What opens encrypted data areas; without them such bytes stay locked.
    init(_ bytes: [UInt8], keys: (any AreaKeys)? = nil) {
        var scanner = FrameScanner(keys: keys)
        scanner.append(bytes)
        events = scanner.finish()
    }

    /// The frame they are, or would be if they were believed; nil when nothing in them has the shape of one.
    var frame: Frame? {
        events.lazy.compactMap { event in
            switch event {
            case .accepted(let frame): frame
            case .quarantined(let stretch): stretch.reading
            }
        }.first
    }

    /// The device number they claim.
    var device: DeviceNumber? { frame?.header.mn.flatMap { DeviceNumber($0) } }

    /// Why the scanner does not believe them, with the particulars; nil when the frame itself is sound.
    var doubt: RejectionReason? {
        for case .quarantined(let stretch) in events { return stretch.reason }
        return nil
    }

    /// The foreign check that proves them; nil when none does.
    var foreignCRC: CRCVariant? {
        guard case .foreignCRC(let variant) = doubt else { return nil }
        return variant
    }
}
