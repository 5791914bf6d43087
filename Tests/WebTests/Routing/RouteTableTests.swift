import Kernel
import Testing

@testable import Web

struct RouteTableTests {
    private static let table = RouteTable(
        ["/", "/cases", "/cases/new", "/cases/{case}", "/cases/{case}/answer", "/{room}/new"].map { path in
            Route(.get, path, summary: Phrase("测", "test"), permission: .everyone) { _ in .redirect("/") }
        } + [
            Route(.post, "/cases/{case}/answer", summary: Phrase("测", "test"), permission: .everyone) { _ in
                .redirect("/")
            }
        ])

    /// Method, path, and the pattern that answers, or the methods that would.
    @Test(arguments: [
        (Route.Method.get, "/", "/"), (.get, "/cases", "/cases"), (.get, "/cases/new", "/cases/new"),
        (.get, "/cases/C1", "/cases/{case} case=C1"), (.get, "/rooms/new", "/{room}/new room=rooms"),
        (.post, "/cases/C1/answer", "/cases/{case}/answer case=C1"), (.post, "/cases/C1", "allow GET"),
        (.post, "/cases", "allow GET"), (.get, "/rooms", "nothing"), (.get, "cases", "nothing"), (.get, "", "nothing"),
        (.get, "/cases/", "nothing"), (.get, "//", "nothing"), (.get, "/CASES", "nothing"),
    ])
    func `a literal wins over a parameter, a slash more is another path`(
        method: Route.Method, path: String, expected: String
    ) {
        let found =
            switch Self.table.match(method, path) {
            case .found(let route, let parameters):
                ([route.path] + parameters.map { "\($0)=\($1)" }).joined(separator: " ")
            case .wrongMethod(let allowed): "allow " + allowed.map(\.rawValue).joined(separator: " ")
            case .nothing: "nothing"
            }
        #expect(found == expected)
    }

    @Test func `two routes of one shape are a programmer's error`() async {
        await #expect(processExitsWith: .failure) {
            let routes = ["/cases/{case}", "/cases/{number}"].map { path in
                Route(.get, path, summary: Phrase("测", "test"), permission: .everyone) { _ in .redirect("/") }
            }
            _ = RouteTable(routes)
        }
    }
}
