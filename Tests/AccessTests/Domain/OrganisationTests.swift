import Kernel
import Testing

@testable import Access

struct OrganisationTests {
    private static let region = RegionCode(checked: "330602")
    private static let enterprise = EnterpriseID(checked: "E1")

    /// Whether an organisation has a region, and whether it names an enterprise.
    @Test(arguments: Organisation.Kind.allCases, [(true, true), (true, false), (false, true), (false, false)])
    func `a kind decides which stamps an organisation has`(kind: Organisation.Kind, stamps: (Bool, Bool)) {
        let region = stamps.0 ? Self.region : nil
        let enterprise = stamps.1 ? Self.enterprise : nil
        var refusal: AccessRefusal?
        do throws(AccessRefusal) {
            _ = try Organisation(
                id: OrganisationID(checked: "O1"), name: "示例", kind: kind, region: region, enterprise: enterprise)
        } catch { refusal = error }
        let expected: AccessRefusal? =
            kind.needsRegion && region == nil
            ? .regionNeeded : (kind == .enterprise) == (enterprise != nil) ? nil : .enterpriseOnly
        #expect(refusal == expected)
    }

    @Test(arguments: Organisation.Kind.allCases, Role.allCases)
    func `people have the roles of their organisation's kind, with its stamps`(
        kind: Organisation.Kind, role: Role
    ) throws {
        let organisation = try Organisation(
            id: OrganisationID(checked: "O1"), name: "示例", kind: kind, region: Self.region,
            enterprise: kind == .enterprise ? Self.enterprise : nil)
        let post = organisation.post(as: role)
        #expect((post != nil) == kind.roles.contains(role))
        if role == .branchOfficer, let post { #expect(post == .branchOfficer(Self.region)) }
        if role == .enterpriseManager, let post { #expect(post == .enterpriseManager(Self.enterprise)) }
    }

    @Test func `every role is found in some kind of organisation`() {
        let roles = Organisation.Kind.allCases.reduce(into: Set<Role>()) { $0.formUnion($1.roles) }
        #expect(roles == Set(Role.allCases))
    }
}
