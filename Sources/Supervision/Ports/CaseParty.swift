/// The enterprise to which an order is addressed, as the register has it; what is not registered is nil.
public struct CaseParty: Sendable, Equatable {
    /// Its registered name.
    public let name: String
    /// The unified social credit code (统一社会信用代码).
    public let creditCode: String?
    /// Its address, in words.
    public let address: String?
    /// The post of whoever answers for it: legal representative, or responsible person.
    public let post: String?
    /// The name of that person.
    public let person: String?

    /// An enterprise.
    public init(name: String, creditCode: String?, address: String?, post: String?, person: String?) {
        self.name = name
        self.creditCode = creditCode
        self.address = address
        self.post = post
        self.person = person
    }
}
