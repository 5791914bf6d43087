public import Kernel

/// An enterprise as lists and its own page show it.
public struct EnterpriseCard: Sendable, Equatable {
    /// The enterprise.
    public let id: EnterpriseID
    /// Its name.
    public let name: String
    /// The unified social credit code, when known.
    public let creditCode: String?
    /// The region's name.
    public let regionName: Phrase
    /// The industry, in words.
    public let industry: Phrase
    /// The address, in words.
    public let address: String

    /// An enterprise as lists and its own page show it.
    public init(
        id: EnterpriseID, name: String, creditCode: String?, regionName: Phrase, industry: Phrase, address: String
    ) {
        self.id = id
        self.name = name
        self.creditCode = creditCode
        self.regionName = regionName
        self.industry = industry
        self.address = address
    }
}
