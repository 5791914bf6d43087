import HJ212
import Kernel

/// A device that proved itself by a stored frame, with the signs of that frame.
struct HeardDevice: Equatable {
    let device: String
    let dialect: Dialect
    let crc: CRCVariant
    let at: Instant

    /// What a stored frame tells; nil for a frame without MN.
    init?(_ heard: HeardFrame, at moment: Instant) {
        guard let device = heard.header.mn else { return nil }
        self.device = device
        dialect = heard.dialect
        crc = heard.frame.crc
        at = moment
    }
}
