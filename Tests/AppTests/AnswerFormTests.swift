import Foundation
import Kernel
import Testing

@testable import Web

/// What programs are told of answers is what answers are.
struct AnswerFormTests {
    /// What the pages of a finished city lead nobody to, and why.
    private static let unreached: Set = [
        "/sign-in/code",  // only who owes a code is shown it
        "/answers/{draft}",  // only who wrote them is shown them
        // None of these is in the small city; their rooms' own tests ask for them.
        "/outlets/{outlet}/device/conversations/{conversation}", "/outlets/{outlet}/furnace/{day}",
        "/states/{state}/receipts/{step}", "/governance/surveys/{year}/answers",
    ]

    /// The keys that hold what a column of a file holds; without an entry the key is the heading run together.
    private static let keys: [String: [String]] = ListColumns.keys

    @Test func `every answer in JSON names its members, and real answers have the form that is described`() async throws
    {
        try await TemporaryFolder.with { folder in
            let stage = try await CityStage(in: folder)
            let routes = stage.site.routes.filter { $0.method == .get && [.page, .json].contains($0.answer) }
            for route in routes { #expect(route.content?.names.isEmpty == false, "\(route.path) names nothing") }
            var asked: Set<String> = []
            for (role, map) in try await CityMapOfAddresses.all() {
                let seat = try #require(stage.seat(role))
                for route in routes {
                    guard let form = route.content else { continue }
                    let path = route.path
                    for address in map.known(path).prefix(asked.contains(path) ? 1 : 3) {
                        let answer = try await stage.ask(seat, address)
                        guard answer.status == 200 else { continue }
                        let value = try JSONDecoder().decode(JSONValue.self, from: Data(answer.body.utf8))
                        if case .object(let members) = value, Array(members.keys) == ["location"] { continue }
                        asked.insert(path)
                        #expect(form.faults(in: value).prefix(3) == [], "\(seat.id) reads \(address)")
                        // 14 digits and the like are the wire's form, not that of interfaces.
                        let moments = value.texts.filter { key, text in
                            (key.hasSuffix("At") || key.hasSuffix("time") || key == "hour")
                                && text.wholeMatch(of: /\d{14}|\d{4}-\d{2}-\d{2} \d{2}:.*/) != nil
                        }
                        #expect(moments.map(\.text) == [], "\(address)")
                    }
                }
            }
            let door = try await stage.ask(nil, "/sign-in")
            let shown = try JSONDecoder().decode(JSONValue.self, from: Data(door.body.utf8))
            #expect(routes.first { $0.path == "/sign-in" }?.content?.faults(in: shown) == [])
            asked.insert("/sign-in")
            // Pages of one type stand for each other: a step's form is one page for every step.
            let known = routes.filter { asked.contains($0.path) }.compactMap(\.content)
            let silent = routes.filter { route in !known.contains { $0 == route.content } }.map(\.path)
            #expect(Set(silent).subtracting(Self.unreached).sorted() == [], "nobody was led there")
            try stage.close()
        }
    }

    @Test func `a list tells programs at least what its file tells`() async throws {
        try await TemporaryFolder.with { folder in
            let stage = try await CityStage(in: folder)
            let map = try #require(try await CityMapOfAddresses.all()[.cityOfficer])
            let lists = stage.site.routes.filter { $0.listPlace != nil }
            #expect(lists.count > 25)
            for list in lists {
                let address = try #require(map.known(list.path).first, "no address of \(list.path)")
                let path = String(address.prefix { $0 != "?" })
                for seat in stage.seats {
                    let file = try await stage.ask(seat, path + ".csv?lang=en")
                    guard file.status == 200 else { continue }
                    let names = ListColumns.names(in: try #require(list.content))
                    let missing = ListColumns.headings(of: file.body).filter { heading in
                        !(Self.keys[heading] ?? [ListColumns.key(of: heading)]).contains { names.contains($0) }
                    }
                    #expect(missing == [], "\(list.path)")
                    break
                }
            }
            try stage.close()
        }
    }
}
