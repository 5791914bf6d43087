import Foundation
import Testing

extension ProgramTests {
    /// `jianhu assess outlet` in a pipe; what it decides is tested beside its room.
    struct AssessTests {
        private static let heading =
            "outlet,standard,category,industry,discharge,factor,period,value,unit,"
            + "water_temperature,built,detection_limit\n"

        @Test func `values become JSON lines with rule, version, result and steps`() async throws {
            try await TemporaryFolder.with { folder in
                let input =
                    Self.heading + "示例排放口,,,1713,direct,w01018,day,100,mg/L,,,\n"
                    + "B,GB 4287-2012,table-1-direct,,,w01018,day,90,mg/L,,,\n"
                let run = try await CommandRun.of(
                    ["assess", "outlet", "--on", "2026-11-01"], input: input, in: folder)
                #expect(run.exitCode == 0 && run.complaint.isEmpty, "\(run.complaint)")
                let lines = run.output.split(separator: "\n")
                try #require(lines.count == 2)
                #expect(
                    lines[0].hasPrefix(
                        #"{"outlet":"示例排放口","factor":"w01018","rule":"STD-01","version":1,"result":"#
                            + #"{"verdict":"exceeds","multiple":"0.25","reason":null,"limit":"≤ 80","unit":"mg/L","#
                            + #""certainty":"verified"},"steps":[{"zh":"#))
                #expect(lines[1].contains(#""verdict":"not-judged","multiple":null,"reason":"table-not-in-force""#))
                for line in lines {
                    _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
                }
            }
        }

        @Test(
            arguments: [
                (["--on", "2026-02-30"], "", 2, "--on 2026-02-30 is no day"),
                (["--method", "guess"], "", 2, "--method guess is not known"),
                (["--share", "nowhere"], heading, 1, "nowhere/rules/discharge-tables.csv cannot be read"),
                ([], "", 1, "standard input, line 1: the columns are not outlet,"),
                ([], heading + "A,,,1713,direct,w01018,week,1,mg/L,,,", 1, "standard input, line 2, column period"),
            ] as [([String], String, Int32, String)])
        func `wrong use is one sentence`(
            words: [String], input: String, code: Int32, sentence: String
        ) async throws {
            try await TemporaryFolder.with { folder in
                let run = try await CommandRun.of(["assess", "outlet"] + words, input: input, in: folder)
                #expect(run.exitCode == code && run.output.isEmpty)
                #expect(run.complaint.contains(sentence), "\(run.complaint)")
                #expect(run.complaint.split(separator: "\n").count == 1)
            }
        }
    }
}
