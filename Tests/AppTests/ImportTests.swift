import Foundation
import Testing

extension ProgramTests {
    /// A year's days off from the command line.
    struct ImportTests {
        private static let heading = "date,kind,name_zh,name_en,source,certainty\n"

        @Test func `a table of days off is taken whole or not at all, each refused line is named`() async throws {
            try await TemporaryFolder.with { folder in
                let made = try await CommandRun.of(
                    ["init", "--admin", "root", "--database", "real.sqlite"], input: "a lake is a mirror\n", in: folder)
                #expect(made.exitCode == 0, "\(made.complaint)")
                func take(_ lines: String) async throws -> CommandRun {
                    try Data((Self.heading + lines).utf8).write(to: folder.appending(path: "days.csv"))
                    return try await CommandRun.of(
                        ["import", "holidays", "days.csv", "--database", "real.sqlite"], in: folder)
                }
                let good = "2027-01-01,holiday,元旦,New Year,示例通知,design-value\n"
                let half = try await take(good + "2027-13-01,holiday,x,x,示例通知,x\n2026-05-01,holiday,x,x,示例通知,x\n")
                #expect(half.exitCode == 1)
                #expect(half.output.contains("line 3: 2027-13-01 is no date"), "\(half.output)")
                #expect(half.output.contains("line 4: the year 2026 is announced already"), "\(half.output)")
                #expect(half.output.contains("nothing was imported"))
                let whole = try await take(good)
                #expect(whole.exitCode == 0 && whole.output.contains("1 days of 2027 were imported"), "\(whole)")
                let again = try await take(good)
                #expect(again.exitCode == 1 && again.output.contains("announced already"))
                let sound = try await CommandRun.of(["verify", "--database", "real.sqlite"], in: folder)
                #expect(sound.exitCode == 0, "\(sound.output)\(sound.complaint)")
            }
        }
    }
}
