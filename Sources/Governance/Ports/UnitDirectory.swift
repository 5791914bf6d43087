public import Kernel
public import Persistence

/// The people who work for units, asked of whoever keeps them; filled by `App`.
public protocol UnitDirectory: Sendable {
    /// Somebody who may sign in; nil for nobody.
    func member(_ person: PersonID, in access: any ReadAccess) throws -> UnitMember?

    /// What somebody is called, also after they left; nil for nobody.
    func name(of person: PersonID, in access: any ReadAccess) throws -> String?

    /// Those of an organisation who may sign in.
    func members(of organisation: String, in access: any ReadAccess) throws -> [UnitMember]

    /// What an organisation is called; nil for none.
    func organisationName(_ code: String, in access: any ReadAccess) throws -> String?

    /// The organs of government that units of policies may be, by their codes.
    func organs(in access: any ReadAccess) throws -> [(code: String, name: String)]
}

extension UnitDirectory {
    /// A directory that keeps nobody who left names whoever may sign in.
    public func name(of person: PersonID, in access: any ReadAccess) throws -> String? {
        try member(person, in: access)?.name
    }
}

/// Somebody who works for an organisation.
public struct UnitMember: Sendable, Equatable {
    /// The person.
    public let person: PersonID
    /// Their name.
    public let name: String
    /// What they may be.
    public let role: Role
    /// The organisation they belong to.
    public let organisation: String
    /// Whether it is an organ of government that policies give work to, not a bank, institution or enterprise.
    public let isOfGovernment: Bool

    /// Somebody who works for an organisation.
    public init(person: PersonID, name: String, role: Role, organisation: String, isOfGovernment: Bool) {
        self.person = person
        self.name = name
        self.role = role
        self.organisation = organisation
        self.isOfGovernment = isOfGovernment
    }

    /// Whether they work on policies: administrators of an organisation run the system, and do none of its work.
    var works: Bool { role == .cityOfficer || role == .liaison }

    /// What they see of the work.
    var sight: BoardSight { isOfGovernment ? .board : .nothing }
}
