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
        /// Liaison (联络员) of a lead unit, a service institution or a bank: no business rows yet.
        case liaison
        /// System administrator (系统管理员): organisations, people and operation, no business rows.
        case administrator
        /// Security administrator (安全管理员): roles, second factors, lockouts, sessions and tokens.
        case securityAdministrator
        /// Audit administrator (审计管理员): reads the audit trail.
        case auditAdministrator
    }

    /// Whether somebody may sign in.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Entered by the system administrator; the security administrator has not granted the role.
        case proposed
        /// May sign in.
        case active
        /// Has left; the entry stays, because facts name it.
        case left
    }

    /// The person.
    public let id: PersonID
    /// What they sign in with.
    public let login: Login
    /// The name that others read, 1 to 40 characters.
    public let name: String
    /// Where they work.
    public let post: Post
    /// The organisation they belong to; nil for people who were entered before there were organisations.
    public let organisation: OrganisationID?
    /// Whether they may sign in.
    public let standing: Standing

    /// Somebody who may sign in.
    public init(
        id: PersonID, login: Login, name: String, post: Post, organisation: OrganisationID? = nil,
        standing: Standing = .active
    ) {
        precondition((1...40).contains(name.unicodeScalars.count), "a person's name has 1 to 40 characters")
        self.id = id
        self.login = login
        self.name = name
        self.post = post
        self.organisation = organisation
        self.standing = standing
    }

    /// Whether a text can be a name: not too long as databases count, nothing in it that cannot be seen, something that
    /// can.
    static func acceptsName(_ name: String, max: Int = 40) -> Bool {
        (1...max).contains(name.unicodeScalars.count) && !name.unicodeScalars.contains(where: \.isInvisible)
            && !name.unicodeScalars.allSatisfy(\.isWithoutInk)
    }

    /// The same person at another post, active.
    func granted(_ post: Post) -> Person {
        Person(id: id, login: login, name: name, post: post, organisation: organisation, standing: .active)
    }

    /// What the person may be.
    public var role: Role {
        switch post {
        case .cityOfficer: .cityOfficer
        case .branchOfficer: .branchOfficer
        case .enterpriseManager: .enterpriseManager
        case .liaison: .liaison
        case .administrator: .administrator
        case .securityAdministrator: .securityAdministrator
        case .auditAdministrator: .auditAdministrator
        }
    }

    /// Whose rows are in sight.
    public var scope: Scope {
        switch post {
        case .cityOfficer: .city
        case .branchOfficer(let region): .regions([region])
        case .enterpriseManager(let enterprise): .enterprise(enterprise)
        case .liaison, .administrator, .securityAdministrator, .auditAdministrator: .nothing
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
