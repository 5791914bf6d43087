import HJ212
import Kernel

/// A device that proved itself by a stored frame, with its manners as they are known since.
struct HeardDevice: Equatable {
    let device: String
    let manners: Manners
    let at: Instant
}
