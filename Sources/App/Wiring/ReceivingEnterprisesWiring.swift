import Governance
import Kernel
import Persistence
import Registry

/// Governance's question for enterprises that receive money, answered by the register.
struct ReceivingEnterprisesWiring: ReceivingEnterprises {
    let registry: RegistryRoom

    /// How many names that hold a text are looked at for the one that is it. Design value.
    private static let nearMax = 200

    func name(of text: String, in access: any ReadAccess) throws -> String? {
        if let id = EnterpriseID(text), let found = try registry.enterprise(id, scope: .city, in: access) {
            return found.name
        }
        var filter = EnterpriseFilter()
        filter.text = text
        let near = try registry.enterprises(filter, after: nil, scope: .city, limit: Self.nearMax, in: access)
        return near.contains { $0.values["name"] == text } ? text : nil
    }

    func names(limit: Int, in access: any ReadAccess) throws -> [String] {
        try registry.enterprises(scope: .city, limit: limit, in: access).map(\.name)
    }
}
