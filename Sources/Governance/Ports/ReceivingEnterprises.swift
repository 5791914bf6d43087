public import Persistence

/// The enterprises that money of a fund may go to, asked of whoever keeps the register; filled by `App`.
public protocol ReceivingEnterprises: Sendable {
    /// The registered name of the enterprise that has this name or this code; nil for none.
    func name(of text: String, in access: any ReadAccess) throws -> String?

    /// The names of the first enterprises, by their codes.
    func names(limit: Int, in access: any ReadAccess) throws -> [String]
}
