import App
import ArgumentParser
import Foundation

/// `jianhu import holidays`: the State Council's notice of a year's days off.
struct ImportHolidaysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holidays",
        abstract: "Import a year's days off and days worked in exchange (date,kind,name_zh,name_en,source,certainty).",
        discussion: """
            The table is taken whole or not at all; each refused line is reported. Stop the program first; the days
            count from its next start on, and clocks that run already keep their end.
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

    /// A notice has a few dozen lines.
    private static let bytesMax = 1_048_576

    func run() async throws {
        let file = try DatabaseFile.path(database)
        try DatabaseFile.demandExisting(file)
        guard let bytes = FileManager.default.contents(atPath: table) else {
            throw CommandFault("\(table) cannot be read; check the path")
        }
        guard bytes.count <= Self.bytesMax, let csv = String(data: bytes, encoding: .utf8) else {
            throw CommandFault("\(table) is not a UTF-8 table of at most 1 MB; save it as CSV UTF-8")
        }
        let platform = try await Platform.open(
            file: file, keyFile: keyFile, share: share ?? ProgramPlace.share, clock: SystemClock(),
            entropy: SystemEntropy(), logger: ProgramLog.Manner().logger())
        let report = try await platform.importHolidays(csv: csv)
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        guard report.refusals.isEmpty else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "line", "lines")
            throw ExitCode(1)
        }
        let years = report.years.map(String.init).joined(separator: ", ")
        ProgramOutput.line("\(report.days) days of \(years) were imported; they count from the next start on")
    }
}
