import App
import ArgumentParser

/// `jianhu import registry`: enterprises and their outlets.
struct ImportRegistryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry",
        abstract: "Import entries of the register: enterprises, outlets, facilities …",
        discussion: """
            The whole form has one entry a line (record,code,enterprise,region,…); the
            page for importing shows its heading, and exporting writes it. The short form is
            enterprise,name,credit_code,region,industry,address,outlet,outlet_number,
            outlet_name,medium,device_number,device_password
            in one line, one outlet a line. Each refused line is
            reported; nothing is imported then, unless --accept-good takes the others.
            Stop the program first. Device passwords are sealed under the key file.
            """)

    @Argument(help: ArgumentHelp("The table, UTF-8 with or without BOM.", valueName: "FILE.csv"))
    var table: String

    @OptionGroup var place: InstallationPlace

    @Flag(help: "Import the lines that can be taken, and only report the others.")
    var acceptGood = false

    @Option(help: ArgumentHelp("utf-8 or gbk.", valueName: "encoding"))
    var encoding = TableEncoding.utf8

    /// 100,000 lines of 300 bytes.
    private static let megabytesMax = 32

    func run() async throws {
        let csv = try encoding.text(of: table, megabytesMax: Self.megabytesMax)
        let report = try await place.change { platform in
            try await platform.importRegistry(csv: csv, acceptGood: acceptGood)
        }
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        let isWhole = report.refusals.isEmpty
        guard isWhole || acceptGood else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "line", "lines")
            throw ExitCode(1)
        }
        for doubt in report.doubts { ProgramOutput.line(doubt) }
        let rest = isWhole ? "" : "; " + ProgramOutput.refused(report.refusals.count, "line", "lines")
        let kinds = report.taken.map { "\($0.kind.lowercased()): \($0.count)" }.joined(separator: ", ")
        ProgramOutput.line("imported \(kinds.isEmpty ? "nothing" : kinds)\(rest)")
    }
}
