public import Kernel
public import Persistence

/// What the room asks of whoever keeps the enterprises.
public struct EnterpriseRegister: Sendable {
    let knows: @Sendable (EnterpriseID, any ReadAccess) throws -> Bool

    /// A register.
    ///
    /// - Parameter knows: Whether an enterprise is entered.
    public init(knows: @escaping @Sendable (EnterpriseID, any ReadAccess) throws -> Bool) {
        self.knows = knows
    }
}
