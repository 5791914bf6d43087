public import HJ212
public import Kernel

/// The SM4 of libcrypto as the wire kit wants it.
public struct SM4AreaCipher: SM4Cipher {
    private let cipher: SM4

    /// A cipher under the key of an `SM4`.
    public init(_ cipher: SM4) {
        self.cipher = cipher
    }

    /// The cipher bytes of whole blocks of 16 bytes.
    public func encrypt(_ blocks: [UInt8]) -> [UInt8] { cipher.encrypt(blocks) }

    /// The clear bytes of whole blocks of 16 bytes.
    public func decrypt(_ blocks: [UInt8]) -> [UInt8] { cipher.decrypt(blocks) }
}
