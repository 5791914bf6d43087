import App
import ArgumentParser

/// `jianhu import holidays`: the State Council's notice of a year's days off.
struct ImportHolidaysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holidays",
        abstract: "Import a year's days off and days worked in exchange (date,kind,name_zh,name_en,source,certainty).",
        discussion: """
            The table is taken whole or not at all; each refused line is reported. A program that
            serves the database takes it within seconds. Clocks that begin afterwards count with it; those that run
            already keep their end.
            """)

    @Argument(help: ArgumentHelp("The table, UTF-8.", valueName: "FILE.csv"))
    var table: String

    @Option(help: ArgumentHelp("The SQLite file.", valueName: "file"))
    var database: String

    @Option(
        help: ArgumentHelp("File with the keys of device secrets; DATABASE.key if left out.", valueName: "file"))
    var keyFile: String?

    @Option(help: ArgumentHelp("The share folder; beside the program if left out.", valueName: "folder"))
    var share: String?

    @Option(help: ArgumentHelp("utf-8 or gbk.", valueName: "encoding"))
    var encoding = TableEncoding.utf8

    /// A notice has a few dozen lines.
    private static let megabytesMax = 1

    func run() async throws {
        let file = try DatabaseFile.path(database)
        try DatabaseFile.demandExisting(file)
        let csv = try encoding.text(of: table, megabytesMax: Self.megabytesMax)
        let report = try await Platform.importHolidays(
            csv: csv, into: file, keyFile: keyFile, share: share ?? ProgramPlace.share, clock: SystemClock(),
            entropy: SystemEntropy(), logger: ProgramLog.Manner().logger())
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        guard report.refusals.isEmpty else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "line", "lines")
            throw ExitCode(1)
        }
        let years = report.years.map(String.init).joined(separator: ", ")
        let done = report.isHandedOver ? "were handed to the program that serves the database" : "were imported"
        ProgramOutput.line("\(report.days) days of \(years) \(done); clocks that begin from now on count with them")
    }
}
