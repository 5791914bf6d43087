import Kernel
import Testing

@testable import Governance

struct PolicyCoverageTests {
    private static let policy = PolicyCode(checked: "SZBF-2020-19")

    @Test func `a mechanism works only where the program has its pages`() throws {
        let json = try ShippedFile.bytes("policy/coverage.json")
        let bare = try PolicyCoverage(json: json, paths: [])
        let whole = try PolicyCoverage(json: json, paths: Set(bare.told.flatMap(\.routes)))
        #expect(bare.policy == Self.policy && !bare.told.isEmpty)
        for place in bare.told {
            #expect(bare.place(of: place.mechanism, of: Self.policy) == nil)
            #expect(whole.place(of: place.mechanism, of: Self.policy) == place)
            #expect(whole.place(of: place.mechanism, of: PolicyCode(checked: "OTHER")) == nil)
        }
    }

    @Test func `every place is about a mechanism of the policy, told once, and says how far it works`() throws {
        let told = try PolicyCoverage(json: ShippedFile.bytes("policy/coverage.json"), paths: []).told
        let policy = try #require(try ShippedFile.policy().document)
        #expect(Set(told.map(\.mechanism)).count == told.count)
        for place in told {
            #expect(policy.mechanism(place.mechanism) != nil)
            #expect(place.extent != .none && !place.routes.isEmpty && !place.note.zh.isEmpty && !place.note.en.isEmpty)
        }
    }

    @Test(
        arguments: [
            ([], PolicyCoverage.Extent.none), ([.none, .none], .none), ([.whole, .whole], .whole),
            ([.whole, .none], .part), ([.part], .part), ([.part, .whole], .part),
            ([.unassessed, .none], .unassessed), ([.unassessed, .whole], .part),
        ] as [([PolicyCoverage.Extent], PolicyCoverage.Extent)])
    func `several work as far as all of them do`(parts: [PolicyCoverage.Extent], extent: PolicyCoverage.Extent) {
        #expect(PolicyCoverage.Extent.of(parts) == extent)
    }
}
