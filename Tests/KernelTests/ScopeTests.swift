import Kernel
import Testing

struct ScopeTests {
    private static let north = RegionCode(checked: "330602")
    private static let south = RegionCode(checked: "330603")
    private static let mill = EnterpriseID(checked: "E01")
    private static let works = EnterpriseID(checked: "E02")

    /// Columns: city, both regions, north, no region, mill, nothing.
    @Test(
        arguments: [
            (nil, nil, "yes no no no no no"), (nil, mill, "yes no no no yes no"), (nil, works, "yes no no no no no"),
            (north, nil, "yes yes yes no no no"), (north, mill, "yes yes yes no yes no"),
            (north, works, "yes yes yes no no no"), (south, nil, "yes yes no no no no"),
            (south, mill, "yes yes no no yes no"), (south, works, "yes yes no no no no"),
        ] as [(RegionCode?, EnterpriseID?, String)])
    func `each scope sees its rows and no others`(region: RegionCode?, enterprise: EnterpriseID?, row: String) {
        let scopes: [Scope] = [
            .city, .regions([Self.north, Self.south]), .regions([Self.north]), .regions([]), .enterprise(Self.mill),
            .nothing,
        ]
        let seen = scopes.map { $0.allows(region: region, enterprise: enterprise) ? "yes" : "no" }
        #expect(seen.joined(separator: " ") == row)
    }
}
