/// Whether a frame came encrypted, and how it was opened.
public enum AreaEncryption: Sendable, Hashable {
    /// It came clear.
    case none
    /// It was opened, and its bytes are those of the clear frame. `key` is the place in the device's list of keys: 0 is
    /// the current one.
    case opened(AreaForm, key: Int)
    /// No known key opens it: the bytes are as received, and the data area says nothing.
    case locked
}
