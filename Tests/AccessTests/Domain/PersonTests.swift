import Kernel
import Testing

@testable import Access

struct PersonTests {
    private static let region = RegionCode(checked: "330602")
    private static let enterprise = EnterpriseID(checked: "E001")

    @Test(arguments: [
        (Person.Post.cityOfficer, Role.cityOfficer, Scope.city),
        (.branchOfficer(region), .branchOfficer, .regions([region])),
        (.enterpriseManager(enterprise), .enterpriseManager, .enterprise(enterprise)),
        (.administrator, .administrator, .nothing),
    ])
    func `a post decides role and scope`(post: Person.Post, role: Role, scope: Scope) {
        let actor = Person.example("P1", post).actor
        #expect(actor.role == role)
        #expect(actor.scope == scope)
    }
}
