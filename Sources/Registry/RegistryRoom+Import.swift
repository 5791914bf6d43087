public import Facts
import Kernel
public import Persistence

extension RegistryRoom {
    /// What is registered, for a table to be read against.
    public func known(in access: any ReadAccess) throws -> RegistryImport.Known {
        var enterprises: [Enterprise] = []
        while true {
            let part = try self.enterprises(scope: .city, after: enterprises.last?.id, limit: 1_000, in: access)
            enterprises += part
            if part.count < 1_000 { break }
        }
        var outlets: [Outlet] = []
        while true {
            let part = try self.outlets(after: outlets.last?.id, limit: 1_000, in: access).map(\.outlet)
            outlets += part
            if part.count < 1_000 { break }
        }
        return RegistryImport.Known(
            regions: Set(regions.all.map(\.code)), enterprises: enterprises, outlets: outlets)
    }

    /// Enters what a table holds.
    public func take(_ table: RegistryImport, by author: FactAuthor, in access: any WriteAccess) throws {
        for enterprise in table.enterprises { try register(enterprise, by: author, in: access) }
        for new in table.outlets {
            guard let enterprise = try enterprise(new.outlet.enterprise, scope: .city, in: access) else { continue }
            try register(new.outlet, of: enterprise, devicePassword: new.devicePassword, by: author, in: access)
        }
    }
}
