/// How a device speaks, and so wants to be spoken to.
public struct Manners: Sendable, Hashable {
    /// Its edition; unknown while the signs are too few.
    public let dialect: Dialect
    /// The check by which it proves its frames.
    public let crc: CRCVariant

    /// Manners.
    public init(dialect: Dialect, crc: CRCVariant) {
        self.dialect = dialect
        self.crc = crc
    }
}
