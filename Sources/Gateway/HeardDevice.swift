import HJ212
import Kernel

/// A device that proved itself by a stored frame, with the signs of that frame.
struct HeardDevice: Equatable {
    let device: String
    let dialect: Dialect
    let crc: CRCVariant
    let at: Instant

    /// What a stored frame tells; nil for a frame without MN.
    init?(_ frame: Frame, at moment: Instant) {
        guard let device = frame.header.mn else { return nil }
        self.device = device
        dialect = frame.dialect
        crc = frame.crc
        at = moment
    }
}
