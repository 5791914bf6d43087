import Kernel

/// What decides between two values for one (outlet, command, data time, factor): the greater QN, never the later
/// arrival.
///
/// A frame without a QN stands below every frame with one; between equals the greater SHA-256 of the frame decides.
/// So every order of arrival leads to the same effective value.
struct FrameVersion: Hashable, Sendable {
    /// The QN's digits (`YYYYMMDDhhmmssSSS`); empty without one.
    let requestNumber: String
    /// SHA-256 of the frame's bytes.
    let digest: Digest256
}

extension FrameVersion: Comparable {
    static func < (left: FrameVersion, right: FrameVersion) -> Bool {
        // By bytes, as the database compares: a misshapen QN too has one fixed place in the order.
        let (earlier, later) = (left.requestNumber.utf8, right.requestNumber.utf8)
        return earlier.elementsEqual(later) ? left.digest < right.digest : earlier.lexicographicallyPrecedes(later)
    }
}
