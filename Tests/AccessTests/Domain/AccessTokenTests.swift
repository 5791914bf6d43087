import Kernel
import Testing

@testable import Access

struct AccessTokenTests {
    private static let (here, there) = (RegionCode(checked: "330602"), RegionCode(checked: "330603"))
    private static let (own, other) = (EnterpriseID(checked: "E1"), EnterpriseID(checked: "E2"))
    private static let owners: [Scope] = [
        .city, .regions([here]), .regions([here, there]), .enterprise(own), .nothing,
    ]
    private static let narrowings: [AccessToken.Narrowing] = [
        .none, .region(here), .region(there), .enterprise(own), .enterprise(other),
    ]

    /// Every row of a small world; E1 lies here, E2 there.
    private static let rows: [(RegionCode?, EnterpriseID?)] = [
        (here, own), (there, other), (here, nil), (there, nil), (nil, nil),
    ]

    @Test(arguments: owners, narrowings)
    func `a token never sees a row that its owner does not see`(owner: Scope, narrowing: AccessToken.Narrowing) {
        let sight = AccessToken.sight(of: owner, narrowedTo: narrowing)
        for (region, enterprise) in Self.rows where sight.allows(region: region, enterprise: enterprise) {
            #expect(owner.allows(region: region, enterprise: enterprise))
            switch narrowing {
            case .none: break
            case .region(let code): #expect(region == code)
            case .enterprise(let code): #expect(enterprise == code)
            }
        }
    }

    @Test func `an officer of the city can hand out a part of what they see`() {
        #expect(AccessToken.sight(of: .city, narrowedTo: .region(Self.here)) == .regions([Self.here]))
        #expect(AccessToken.sight(of: .city, narrowedTo: .enterprise(Self.own)) == .enterprise(Self.own))
        #expect(AccessToken.sight(of: .regions([Self.here]), narrowedTo: .none) == .regions([Self.here]))
    }
}
