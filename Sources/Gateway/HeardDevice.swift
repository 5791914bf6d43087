import HJ212
import Kernel

/// A device that proved itself by a stored frame, with its manners as they are known since.
struct HeardDevice: Equatable {
    let device: String
    let manners: Manners
    /// How its encrypted data areas stand on the wire; nil for a clear frame.
    let areaForm: AreaForm?
    let at: Instant

    /// What a frame tells of a device, or of a logger without a number by the name it was noted under.
    init(_ heard: HeardFrame, as device: String, in manners: Manners, at moment: Instant) {
        self.device = device
        self.manners = manners
        areaForm = if case .opened(let form, _) = heard.frame.encryption { form } else { nil }
        at = moment
    }
}
