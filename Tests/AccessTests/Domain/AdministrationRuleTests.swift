import Kernel
import Testing

@testable import Access

struct AdministrationRuleTests {
    private let ann = PersonID(checked: "P1")
    private let bob = PersonID(checked: "P2")

    private func refusal(
        _ role: Role, to person: PersonID, held: Set<Role> = [], namesakes: Set<Role> = []
    ) -> AccessRefusal? {
        do {
            try AdministrationRule.checkGrant(of: role, to: person, by: ann, held: held, namesakes: namesakes)
            return nil
        } catch { return error }
    }

    @Test(arguments: Role.allCases, Role.allCases)
    func `who administered one thing never administers another`(held: Role, asked: Role) {
        let isForbidden = held.isAdministration && asked.isAdministration && held != asked
        #expect(refusal(asked, to: bob, held: [held]) == (isForbidden ? .otherAdministration : nil))
        // Years as an officer in between change nothing.
        #expect(refusal(asked, to: bob, held: [held, .cityOfficer]) == (isForbidden ? .otherAdministration : nil))
    }

    @Test(arguments: Role.allCases)
    func `nobody grants a role to themselves`(role: Role) {
        #expect(refusal(role, to: ann) == .oneself)
    }

    @Test func `an administrator is not entered a second time under the same name`() {
        #expect(refusal(.auditAdministrator, to: bob, namesakes: [.administrator]) == .sameName)
        #expect(refusal(.auditAdministrator, to: bob, namesakes: [.cityOfficer]) == nil)
        #expect(refusal(.cityOfficer, to: bob, namesakes: [.administrator]) == nil)
    }

    @Test(arguments: Role.allCases)
    func `the last administrator of a kind stays`(role: Role) {
        func refusal(_ alike: Int) -> AccessRefusal? {
            do {
                try AdministrationRule.checkDeparture(from: role, alike: alike)
                return nil
            } catch { return error }
        }
        #expect(refusal(1) == (role.isAdministration ? .lastAdministrator : nil))
        #expect(refusal(2) == nil)
    }
}
