public import Kernel

/// Somebody who may sign in.
public struct Person: Hashable, Sendable {
    /// Where a person works; it decides what they may be and whose rows are in sight.
    public enum Post: Hashable, Sendable {
        /// City bureau officer (市局执法人员): the whole city.
        case cityOfficer
        /// Branch officer (分局执法人员) of one region.
        case branchOfficer(RegionCode)
        /// Environment manager (环保负责人) of one enterprise.
        case enterpriseManager(EnterpriseID)
        /// System administrator (系统管理员): people and operation, no business rows.
        case administrator
    }

    /// The person.
    public let id: PersonID
    /// What they sign in with.
    public let login: Login
    /// The name that others read, 1 to 40 characters.
    public let name: String
    /// Where they work.
    public let post: Post

    /// Somebody who may sign in.
    public init(id: PersonID, login: Login, name: String, post: Post) {
        precondition((1...40).contains(name.count), "a person's name has 1 to 40 characters")
        self.id = id
        self.login = login
        self.name = name
        self.post = post
    }

    /// What the person may be.
    public var role: Role {
        switch post {
        case .cityOfficer: .cityOfficer
        case .branchOfficer: .branchOfficer
        case .enterpriseManager: .enterpriseManager
        case .administrator: .administrator
        }
    }

    /// Whose rows are in sight.
    public var scope: Scope {
        switch post {
        case .cityOfficer: .city
        case .branchOfficer(let region): .regions([region])
        case .enterpriseManager(let enterprise): .enterprise(enterprise)
        case .administrator: .nothing
        }
    }

    /// The region of a branch officer.
    public var region: RegionCode? {
        if case .branchOfficer(let region) = post { region } else { nil }
    }

    /// The enterprise of an environment manager.
    public var enterprise: EnterpriseID? {
        if case .enterpriseManager(let enterprise) = post { enterprise } else { nil }
    }

    /// The person acting.
    public var actor: Actor { Actor(person: id, name: name, role: role, scope: scope) }
}
