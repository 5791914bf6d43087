public import HJ212
public import Kernel

/// What requests with secrets need of the register. Never part of a page, a log or a fact.
public struct DeviceTerms: Sendable {
    /// The cipher under the SM4 key in force; nil when there is none.
    public let cipher: (any SM4Cipher)?
    /// Ordered secrets that wait for their device.
    public let ordered: [Ordered]

    /// A secret that waits.
    public struct Ordered: Sendable {
        /// What it is.
        public let secret: DeviceSecret
        /// Its place in the order of coming up.
        public let generation: Int
        /// As it goes into the request.
        public let text: String
        /// When it was made.
        public let createdAt: Instant

        /// A secret that waits.
        public init(secret: DeviceSecret, generation: Int, text: String, createdAt: Instant) {
            self.secret = secret
            self.generation = generation
            self.text = text
            self.createdAt = createdAt
        }
    }

    /// What requests need.
    public init(cipher: (any SM4Cipher)? = nil, ordered: [Ordered] = []) {
        self.cipher = cipher
        self.ordered = ordered
    }
}
