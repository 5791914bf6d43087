import Kernel
import Testing

@testable import Portal

/// Parts of a walk, put together, are the list.
struct SensorWalkTests {
    private static func part(
        of count: Int, _ filter: SensorFilter?, top: Int, skip: Int, token: String?
    ) -> SensorWalk<Int> {
        var walk = SensorWalk<Int>(
            SensorOptions(top: top, skip: skip, filter: filter, isUnordered: true, counts: false, token: token))
        for number in 0..<count where token.flatMap(Int.init).map({ number > $0 }) ?? true {
            guard walk.look(at: number, id: "\(number)", value: { entity, _ in .number(DecimalNumber(entity % 3)) })
            else { break }
        }
        return walk
    }

    @Test(arguments: [nil, "x eq 0", "x gt 7"] as [String?], 1...4)
    func `links lead through everything that passes, once`(text: String?, top: Int) throws {
        let filter = try text.map { try SensorFilterReader.read($0) }
        for count in 0...9 {
            for skip in 0...3 {
                let passing = (0..<count).filter { number in
                    filter?.passes { _ in .number(DecimalNumber(number % 3)) } ?? true
                }
                var (found, token, parts): ([Int], String?, Int) = ([], nil, 0)
                repeat {
                    let walk = Self.part(of: count, filter, top: top, skip: skip, token: token)
                    found += walk.shown
                    token = walk.next
                    parts += 1
                } while token != nil && parts < 20
                #expect(found == Array(passing.dropFirst(skip)), "\(count) \(skip)")
                #expect(token == nil)
            }
        }
    }

    @Test func `one answer looks at a bounded number, and the link leads on`() throws {
        let none = try SensorFilterReader.read("x gt 7")
        let bound = SensorOptions.lookedAtMax
        let walk = Self.part(of: bound + 1, none, top: 5, skip: 0, token: nil)
        #expect(walk.shown.isEmpty && walk.next == "\(bound - 1)")
        #expect(Self.part(of: 9, nil, top: 0, skip: 0, token: nil).next == nil)
    }
}
