import App
import ArgumentParser

/// A table that is imported in the name of a person, whole or not at all unless its good lines alone are asked for.
struct PersonTable: ParsableArguments {
    @Argument(help: ArgumentHelp("The table, UTF-8 with or without BOM.", valueName: "FILE.csv"))
    var table: String

    @OptionGroup var place: InstallationPlace

    @Option(help: ArgumentHelp("In whose name, for example P-LEAD.", valueName: "code"))
    var person: String

    @Flag(help: "Import the lines that can be taken, and only report the others.")
    var acceptGood = false

    @Option(help: ArgumentHelp("utf-8 or gbk.", valueName: "encoding"))
    var encoding = TableEncoding.utf8

    /// 5,000 lines of 400 bytes.
    private static let megabytesMax = 2

    /// Imports it and reports each refused line on standard output. Throws exit code 1 where nothing was kept.
    ///
    /// - Parameter things: What was taken, in many: lines, answers.
    func run(_ things: String, with take: (Platform, _ csv: String) async throws -> WorkReport) async throws {
        let csv = try encoding.text(of: table, megabytesMax: Self.megabytesMax)
        let report = try await place.change { platform in try await take(platform, csv) }
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        guard report.isImported else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "place", "places")
            throw ExitCode(1)
        }
        let rest = report.refusals.isEmpty ? "" : "; " + ProgramOutput.refused(report.refusals.count, "line", "lines")
        ProgramOutput.line("imported \(report.taken) \(things)\(rest)")
        if !report.uncounted.isEmpty {
            ProgramOutput.line(
                "of closed months, kept and counted nowhere: lines "
                    + report.uncounted.map(String.init).joined(separator: ", "))
        }
    }
}
