/// What a person is allowed to be here. A person has one role, so that no two of the three administrators are one.
public enum Role: String, Sendable, Codable, CaseIterable {
    /// City bureau officer (市局执法人员): warns, watches all regions, closes cases.
    case cityOfficer = "city-officer"
    /// Branch officer (分局执法人员): accepts, checks, orders and re-checks in one region.
    case branchOfficer = "branch-officer"
    /// Enterprise environment manager (企业环保负责人).
    case enterpriseManager = "enterprise-manager"
    /// Liaison (联络员) of a lead unit, a service institution or a bank: no business rows until their pages come.
    case liaison
    /// System administrator (系统管理员): organisations, people and operation, no business rows.
    case administrator
    /// Security administrator (安全管理员): roles, second factors, lockouts, sessions and tokens.
    case securityAdministrator = "security-administrator"
    /// Audit administrator (审计管理员): reads the audit trail, and nothing else.
    case auditAdministrator = "audit-administrator"

    /// Whether this is one of the three administrators (三员), who need a second factor.
    public var isAdministration: Bool {
        switch self {
        case .administrator, .securityAdministrator, .auditAdministrator: true
        case .cityOfficer, .branchOfficer, .enterpriseManager, .liaison: false
        }
    }
}

/// A person acting: who, as what, and whose rows are in sight.
public struct Actor: Hashable, Sendable {
    /// The person.
    public let person: PersonID
    /// The name shown and journalled.
    public let name: String
    /// What the person is allowed to be.
    public let role: Role
    /// Whose rows the person sees and touches.
    public let scope: Scope

    /// A person acting.
    public init(person: PersonID, name: String, role: Role, scope: Scope) {
        self.person = person
        self.name = name
        self.role = role
        self.scope = scope
    }
}

/// Whose rows may be seen. Part of every query in the storage layer, never a filter of a page.
public enum Scope: Hashable, Sendable {
    /// Every row of the city.
    case city
    /// Rows stamped with one of these regions.
    case regions(Set<RegionCode>)
    /// Rows stamped with this enterprise.
    case enterprise(EnterpriseID)
    /// No business row at all.
    case nothing

    /// Whether a row with these stamps is in sight. Rows without an enterprise belong to the city alone.
    public func allows(region: RegionCode?, enterprise: EnterpriseID?) -> Bool {
        switch self {
        case .city: true
        case .regions(let regions): region.map(regions.contains) ?? false
        case .enterprise(let own): enterprise == own
        case .nothing: false
        }
    }
}
