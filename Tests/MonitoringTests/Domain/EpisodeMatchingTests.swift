import Facts
import Kernel
import Testing

@testable import Monitoring

struct EpisodeMatchingTests {
    private func extent(_ hours: ClosedRange<Int>) -> ExceedanceExtent {
        ExceedanceExtent(
            firstHour: HourPattern.hour(hours.lowerBound), lastHour: HourPattern.hour(hours.upperBound),
            hours: hours.count, peak: "50", limit: "35", multiple: "0.43", level: .blue, ended: true)
    }

    /// Known spans are named A, B, C … in the order given; a new span shows as `new`.
    @Test(
        arguments: [
            ("nothing", [], [], [], []),
            ("new", [], [3...4], ["new"], []),
            ("stays", [3...4], [3...4], ["A"], []),
            ("grows", [3...4], [2...6], ["A"], []),
            ("shrinks", [3...8], [5...5], ["A"], []),
            ("moves on", [3...5], [5...9], ["A"], []),
            ("moves away", [3...5], [6...9], ["new"], ["A"]),
            ("goes", [3...5], [], [], ["A"]),
            ("splits", [3...8], [3...4, 7...8], ["A", "new"], []),
            ("joins", [3...4, 7...8], [3...8], ["A"], ["B"]),
            ("joins three, named backwards", [9...9, 5...6, 1...2], [1...9], ["C"], ["B", "A"]),
            ("joins and splits", [1...3, 5...8], [1...6, 8...8], ["A", "B"], []),
            ("found backwards", [1...2, 6...7], [6...6, 1...1], ["A", "B"], []),
        ] as [(String, [ClosedRange<Int>], [ClosedRange<Int>], [String], [String])])
    func `a span continues the earliest known episode it shares hours with`(
        name: String, known: [ClosedRange<Int>], found: [ClosedRange<Int>], standing: [String], withdrawn: [String]
    ) throws {
        let named = try zip("ABC", known).map { (id: try #require(EpisodeID(String($0))), extent: extent($1)) }
        for order in [named, named.reversed()] {
            let match = EpisodeMatching.match(found: found.map(extent), known: order)
            #expect(match.standing.map { $0.known?.text ?? "new" } == standing, "\(name)")
            #expect(match.standing.map(\.extent) == found.map(extent).sorted { $0.firstHour < $1.firstHour })
            #expect(match.withdrawn.map(\.text) == withdrawn, "\(name)")
        }
    }
}
