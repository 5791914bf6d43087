public import Kernel
public import Persistence

extension RegistryRoom {
    /// The posts of whoever answers for an enterprise, the first one before the others.
    private static let headPosts = ["法定代表人", "主要负责人", "负责人"]

    /// The legal representative of an enterprise, else its responsible person, among its contacts in office; nil when
    /// the register has none. An environment manager answers for the plant, not for the enterprise.
    public func head(of enterprise: EnterpriseID, in access: any ReadAccess) throws -> (post: String, name: String)? {
        let contacts = try RegisterStore.entries(.contact, of: enterprise, scope: .city, limit: 100, in: access)
            .filter { $0.values["standing"] != "gone" }
        for post in Self.headPosts {
            let holder = contacts.first { $0.values["post"] == post }
            if let name = holder?.values["name"], !name.isEmpty { return (post, name) }
        }
        return nil
    }
}
