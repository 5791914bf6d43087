/// The block cipher SM4 (GB/T 32907-2016) under one key, in ECB mode without padding: the port that keeps this room free
/// of libraries.
///
/// Both directions take and give a multiple of 16 bytes, as many as they are given.
public protocol SM4Cipher: Sendable {
    /// The cipher bytes of whole blocks.
    func encrypt(_ blocks: [UInt8]) -> [UInt8]

    /// The clear bytes of whole blocks.
    func decrypt(_ blocks: [UInt8]) -> [UInt8]
}
