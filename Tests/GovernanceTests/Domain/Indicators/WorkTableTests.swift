import Kernel
import Testing
import Web

@testable import Governance

struct WorkTableTests {
    private static let heading = "indicator,region,month,value,source,reason\n"

    @Test func `values and reports are read by their headings`() throws {
        let values = WorkTable(csv: "\u{FEFF}" + Self.heading + "MU_BENEFIT,330602,2026-08,31.5,月报,\r\n\r\n")
        #expect(values.refused.isEmpty && values.lines.map(\.number) == [2])
        let said = SaidValue(
            indicator: "MU_BENEFIT", region: "330602", month: "2026-08", value: "31.5", source: "月报", reason: "")
        #expect(values.lines.map(\.line) == [.value(said)])
        let reports = WorkTable(
            csv: "policy,task,month,standing,progress,evidence\nSZBF-2020-19,11,2026-09,on-track,进展,文号")
        #expect(reports.lines.count == 1 && reports.refused.isEmpty)
    }

    @Test(arguments: [
        ("a,b\n1,2", 1, WorkTableRefusal.heading(found: "a,b")),
        ("indicator,region,month,value,source,reason\n", 1, .size(max: 5_001)),
        ("indicator,region,month,value,source,reason\nA,B", 2, .fieldCount(2, expected: 6)),
        ("indicator,region,month,value,source,reason\n\"A,,,,,", 2, .quotes),
        ("policy,task,month,standing,progress,evidence\nP,x,2026-09,late,a,b", 2, .unreadable(field: "task")),
        ("policy,task,month,standing,progress,evidence\nP,1,2026-9,late,a,b", 2, .unreadable(field: "month")),
        ("policy,task,month,standing,progress,evidence\nP,1,2026-09,bad,a,b", 2, .unreadable(field: "standing")),
        (
            "policy,task,month,standing,progress,evidence\nP,1,2026-09,late,,b", 2,
            .length(field: "progress", max: 2_000)
        ),
    ])
    func `a line that cannot be read is refused with its number`(csv: String, line: Int, refusal: WorkTableRefusal) {
        let table = WorkTable(csv: csv)
        #expect(table.refused.map(\.number) == [line] && table.refused.map(\.refusal) == [refusal])
        #expect(!refusal.problem.what.zh.isEmpty && !refusal.problem.remedy.en.isEmpty)
    }
}
