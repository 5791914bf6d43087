import App
import ArgumentParser

/// `jianhu import documents`: the register of documents that the reforms of a policy yield.
struct ImportDocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Import documents of the reforms of a policy.",
        discussion: """
            Heading: policy,reform,title,unit,sort,series,due,review_years,draft,opinion,legality,issued,filed,
            reviewed,note in one line.
            Columns draft to reviewed hold the days on which a document came to these stages, or nothing. Each line is
            checked like a form, in the name of a person who may enter it. Each refused line is reported; nothing is
            imported then, unless --accept-good takes the others. Stop the program first.
            """)

    @Argument(help: ArgumentHelp("The table, UTF-8 with or without BOM.", valueName: "FILE.csv"))
    var table: String

    @OptionGroup var place: InstallationPlace

    @Option(help: ArgumentHelp("In whose name, for example P-CITY.", valueName: "code"))
    var person: String

    @Flag(help: "Import the lines that can be taken, and only report the others.")
    var acceptGood = false

    @Option(help: ArgumentHelp("utf-8 or gbk.", valueName: "encoding"))
    var encoding = TableEncoding.utf8

    /// 5,000 lines of 400 bytes.
    private static let megabytesMax = 2

    func run() async throws {
        let csv = try encoding.text(of: table, megabytesMax: Self.megabytesMax)
        let report = try await place.change { platform in
            try await platform.importDocuments(csv: csv, person: person, acceptGood: acceptGood)
        }
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        guard report.isImported else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "line", "lines")
            throw ExitCode(1)
        }
        let rest = report.refusals.isEmpty ? "" : "; " + ProgramOutput.refused(report.refusals.count, "line", "lines")
        ProgramOutput.line("imported \(report.taken) lines\(rest)")
    }
}
