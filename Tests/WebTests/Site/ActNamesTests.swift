import Kernel
import Testing

@testable import Web

struct ActNamesTests {
    private static let names = ActNames([
        Route(.get, "/ponds", summary: Phrase("池塘", "ponds"), permission: .everyone) { _ in .redirect("/") },
        Route(.get, "/ponds.csv", summary: Phrase("池塘（CSV）", "ponds, as csv"), permission: .everyone) { _ in
            .redirect("/")
        },
        Route(.post, "/ponds/{pond}/fish/{fish}", summary: Phrase("放鱼", "put a fish in"), permission: .everyone) { _ in
            .redirect("/")
        },
    ])

    /// A path as the audit keeps it, what was done, and to what.
    @Test(arguments: [
        ("/ponds/P1/fish/F2", "put a fish in", ["P1", "F2"]), ("/ponds.csv?region=330602", "ponds, as csv", []),
        ("/ponds", "ponds", []),
    ])
    func `an act is called by its route and the codes in its path`(path: String, act: String, objects: [String]) {
        #expect(Self.names.name(of: path)?.act.en == act)
        #expect(Self.names.name(of: path)?.objects == objects)
    }

    @Test func `a path that no route bears has no name`() {
        #expect(Self.names.name(of: "/lakes") == nil)
    }
}
