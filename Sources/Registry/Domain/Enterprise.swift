public import Kernel
public import Standards

/// An enterprise of the dynamic source base (污染源监管动态信息库).
public struct Enterprise: Sendable, Equatable {
    /// Its identifier here.
    public let id: EnterpriseID
    /// Its registered name.
    public let name: String
    /// The unified social credit code (统一社会信用代码), when known.
    public let creditCode: CreditCode?
    /// The county-level region it lies in.
    public let region: RegionCode
    /// The industry, in words.
    public let industry: String
    /// The trade by its code in GB/T 4754, when known.
    public let industryCode: IndustryCode?
    /// The address, in words.
    public let address: String

    /// An enterprise.
    public init(
        id: EnterpriseID, name: String, creditCode: CreditCode?, region: RegionCode, industry: String, address: String,
        industryCode: IndustryCode? = nil
    ) {
        self.industryCode = industryCode
        self.id = id
        self.name = name
        self.creditCode = creditCode
        self.region = region
        self.industry = industry
        self.address = address
    }
}
