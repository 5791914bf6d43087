import App
import ArgumentParser
import Foundation

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
    var encoding = Encoding.utf8

    /// How the table is written. GBK is not guessed: some of its texts read as UTF-8 too.
    enum Encoding: String, ExpressibleByArgument, CaseIterable {
        case utf8 = "utf-8"
        case gbk
    }

    /// 100,000 lines of 300 bytes.
    private static let bytesMax = 33_554_432

    func run() async throws {
        guard let bytes = FileManager.default.contents(atPath: table) else {
            throw CommandFault("\(table) cannot be read; check the path")
        }
        guard bytes.count <= Self.bytesMax, let csv = read(bytes) else {
            throw CommandFault(
                "\(table) is no \(encoding.rawValue) table of at most 32 MB; save it as CSV UTF-8, "
                    + "or name --encoding gbk")
        }
        let platform = try await place.open()
        let report = try await platform.importRegistry(csv: csv, acceptGood: acceptGood)
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

    private func read(_ bytes: Data) -> String? {
        switch encoding {
        case .utf8: String(data: bytes, encoding: .utf8)
        case .gbk: Platform.text(gbk: Array(bytes))
        }
    }
}
