import Persistence
import Testing

struct CheckReportTests {
    @Test(arguments: [(0, 0), (19, 19), (20, 20), (21, 20), (500, 20)])
    func `all differences are counted, the first are spelled out`(wrong: Int, spelledOut: Int) {
        var tally = CheckTally("numbers are right")
        for number in 0..<wrong { tally.examine("\(number) is wrong") }
        for _ in 0..<7 { tally.examine(nil) }
        #expect(tally.report.title == "numbers are right")
        #expect(tally.report.examined == wrong + 7)
        #expect(tally.report.differenceCount == wrong)
        #expect(tally.report.differences == (0..<spelledOut).map { "\($0) is wrong" })
    }
}
