import App
import ArgumentParser

/// `jianhu import work`: values of indicators, or reports on tasks of policies.
struct ImportWorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Import values of indicators, or reports on tasks of policies.",
        discussion: """
            Values: indicator,region,month,value,source,reason
            Reports: policy,task,month,standing,progress,evidence
            The heading tells which. Each line is checked like a form, in the name of a person who may file it. Each
            refused line is reported; nothing is imported then, unless --accept-good takes the others. Stop the program
            first.
            """)

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

    func run() async throws {
        let csv = try encoding.text(of: table, megabytesMax: Self.megabytesMax)
        let report = try await place.change { platform in
            try await platform.importWork(csv: csv, person: person, acceptGood: acceptGood)
        }
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        guard report.isImported else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "line", "lines")
            throw ExitCode(1)
        }
        let rest = report.refusals.isEmpty ? "" : "; " + ProgramOutput.refused(report.refusals.count, "line", "lines")
        ProgramOutput.line("imported \(report.taken) lines\(rest)")
        if !report.uncounted.isEmpty {
            ProgramOutput.line(
                "of closed months, kept and counted nowhere: lines "
                    + report.uncounted.map(String.init).joined(separator: ", "))
        }
    }
}
