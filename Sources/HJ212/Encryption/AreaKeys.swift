/// The keys of encrypted data areas by device: the port that a scanner asks.
///
/// Keys change every 90 days (HJ 212-2025, as quoted by secondary sources), and frames of the old key may still be
/// under way, so a device has several.
public protocol AreaKeys: Sendable {
    /// The ciphers to try for a device number (MN): the current one first, then former ones. Empty for a device
    /// without keys.
    func ciphers(for device: String) -> [any SM4Cipher]
}
