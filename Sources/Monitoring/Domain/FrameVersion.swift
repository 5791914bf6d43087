import Kernel

/// What decides between two values for one (outlet, command, data time, factor): the greater QN, never the later arrival.
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
        // The digits are compared as text of one length; a QN of foreign length still has one fixed place in the order.
        if left.requestNumber != right.requestNumber { return left.requestNumber < right.requestNumber }
        return left.digest < right.digest
    }
}
