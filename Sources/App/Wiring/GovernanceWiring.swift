import Access
import Governance
import Kernel
import Persistence

/// Governance's questions, answered by Access.
struct GovernanceWiring: UnitDirectory {
    func member(_ person: PersonID, in access: any ReadAccess) throws -> UnitMember? {
        guard let known = try People.person(person, in: access), known.standing == .active,
            let organisation = known.organisation
        else { return nil }
        let kind = try Organisations.organisation(organisation, in: access)?.kind
        return UnitMember(
            person: known.id, name: known.name, role: known.role, organisation: organisation.text,
            isOfGovernment: kind == .cityBureau || kind == .leadUnit)
    }

    func name(of person: PersonID, in access: any ReadAccess) throws -> String? {
        try People.person(person, in: access)?.name
    }

    /// How many people of an organisation a form offers. Design value.
    private static let membersMax = 100

    func members(of organisation: String, in access: any ReadAccess) throws -> [UnitMember] {
        guard let id = OrganisationID(organisation) else { return [] }
        return try People.active(of: id, limit: Self.membersMax, in: access).compactMap { person in
            try member(person.id, in: access)
        }
    }

    func organisationName(_ code: String, in access: any ReadAccess) throws -> String? {
        try OrganisationID(code).flatMap { try Organisations.organisation($0, in: access)?.name }
    }

    func organs(in access: any ReadAccess) throws -> [(code: String, name: String)] {
        try Organisations.all(in: access).filter { $0.kind == .cityBureau || $0.kind == .leadUnit }
            .map { ($0.id.text, $0.name) }
    }
}
