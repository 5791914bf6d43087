import HJ212
import Kernel

/// A device that proved itself by a stored frame, with the signs of that frame.
struct HeardDevice: Equatable {
    let device: String
    let dialect: Dialect
    let crc: CRCVariant
    /// How its encrypted data areas stand on the wire; nil for a clear frame.
    let areaForm: AreaForm?
    let at: Instant

    /// What a stored frame tells; nil for a frame without MN.
    init?(_ heard: HeardFrame, at moment: Instant) {
        guard let device = heard.header.mn else { return nil }
        self.init(registrant: device, heard, at: moment)
    }

    /// A logger without a number, by the name it was noted under.
    init(registrant: String, _ heard: HeardFrame, at moment: Instant) {
        device = registrant
        dialect = heard.dialect
        crc = heard.frame.crc
        areaForm = if case .opened(let form, _) = heard.frame.encryption { form } else { nil }
        at = moment
    }
}
