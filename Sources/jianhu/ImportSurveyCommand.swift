import App
import ArgumentParser

/// `jianhu import survey`: answers of a survey of satisfaction, from a centre that asks by telephone.
struct ImportSurveyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Import answers of a survey of satisfaction.",
        discussion: """
            respondent,region,gain,satisfaction,awareness,participation,confidence
            or the same in Chinese, in any order: a number of the centre's own for each person, the district by code or
            name, answers 1 to 5, empty for none. A file with names or telephone numbers is refused. Each refused line
            is reported; nothing is imported then, unless --accept-good takes the others. Stop the program first.
            """)

    @Argument(help: ArgumentHelp("The table, UTF-8 with or without BOM.", valueName: "FILE.csv"))
    var table: String

    @OptionGroup var place: InstallationPlace

    @Option(help: ArgumentHelp("In whose name, for example P-LEAD.", valueName: "code"))
    var person: String

    @Option(help: ArgumentHelp("The year of the survey; without it the only one that is open.", valueName: "year"))
    var year: Int?

    @Flag(help: "Import the lines that can be taken, and only report the others.")
    var acceptGood = false

    @Option(help: ArgumentHelp("utf-8 or gbk.", valueName: "encoding"))
    var encoding = TableEncoding.utf8

    /// 20,000 lines of 100 bytes.
    private static let megabytesMax = 2

    func run() async throws {
        let csv = try encoding.text(of: table, megabytesMax: Self.megabytesMax)
        let report = try await place.change { platform in
            try await platform.importSurvey(csv: csv, year: year, person: person, acceptGood: acceptGood)
        }
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        guard report.isImported else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "place", "places")
            throw ExitCode(1)
        }
        let rest = report.refusals.isEmpty ? "" : "; " + ProgramOutput.refused(report.refusals.count, "line", "lines")
        ProgramOutput.line("imported \(report.taken) answers\(rest)")
    }
}
