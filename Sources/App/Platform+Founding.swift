public import Access
import Facts
public import Kernel
import Registry

extension Platform {
    /// Founds an administrator of one of the three kinds at the city bureau, which is entered when there is none yet.
    /// Refuses with `AdmissionRefusal`.
    ///
    /// - Parameter password: The password they chose; nil draws a start password that must be changed.
    /// - Returns: The start password, to be told once; nil when one was chosen.
    public func found(
        _ role: Role, login: Login, password: String?, bureau: String
    ) async throws -> String? {
        let organisation = try await bureauOrganisation(named: bureau)
        guard let post = organisation.post(as: role), let id = Self.founderID(role) else {
            preconditionFailure("the city bureau has all three administrators")
        }
        let people = try await access.people()
        // The first of each kind has a plain code; one who follows somebody who left gets another.
        let fresh = PersonID("\(id)-\(people.filter { $0.role == role }.count + 1)") ?? id
        let start = password == nil ? access.startPassword(for: login) : nil
        try await access.admit(
            Person(
                id: people.contains { $0.id == id } ? fresh : id, login: login,
                // A login may be longer than a name, and hold signs that an identifier may not.
                name: String(login.text.prefix(40)), post: post, organisation: organisation.id),
            password: password ?? start, owesPassword: password == nil)
        return start
    }

    /// Whether this city has a region of this code.
    public func knows(_ region: RegionCode) -> Bool { registry.regions.region(region) != nil }

    private func bureauOrganisation(named name: String) async throws -> Organisation {
        if let known = try await access.organisations().first(where: { $0.kind == .cityBureau }) { return known }
        let bureau = try Organisation(id: OrganisationID(checked: "BUREAU"), name: name, kind: .cityBureau)
        try await access.record(bureau, by: .system("founding"))
        return bureau
    }

    private static func founderID(_ role: Role) -> PersonID? {
        switch role {
        case .administrator: PersonID("P-ADMIN")
        case .securityAdministrator: PersonID("P-SECURITY")
        case .auditAdministrator: PersonID("P-AUDIT")
        case .cityOfficer, .branchOfficer, .enterpriseManager, .liaison: nil
        }
    }
}
