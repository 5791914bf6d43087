import Facts
import Kernel
import Standards
import Testing

struct WaterSubstitutionTests {
    @Test func `the greatest valid daily amount stands in`() throws {
        let days = try [5, 9, 7].map { try #require(EmittedMass(milligrams: $0)) }
        #expect(WaterSubstitution.amount(from: days).outcome == .amount(days[1], of: 3))
        #expect(WaterSubstitution.amount(from: []).outcome == .none)
        #expect(WaterSubstitution.amount(from: days).steps[0].zh.contains("凭记忆"))
    }
}
