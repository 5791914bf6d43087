import App
import ArgumentParser
import Foundation

/// `jianhu import registry`: enterprises and their outlets.
struct ImportRegistryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry",
        abstract: "Import enterprises and outlets, one outlet a line.",
        discussion: """
            The heading is
            enterprise,name,credit_code,region,industry,address,outlet,outlet_number,
            outlet_name,medium,device_number,device_password
            in one line; medium is stack or waste-water. Each refused line is
            reported; nothing is imported then, unless --accept-good takes the others.
            Stop the program first. Device passwords are sealed under the key file.
            """)

    @Argument(help: ArgumentHelp("The table, UTF-8.", valueName: "FILE.csv"))
    var table: String

    @OptionGroup var place: InstallationPlace

    @Flag(help: "Import the lines that can be taken, and only report the others.")
    var acceptGood = false

    /// 100,000 lines of 300 bytes.
    private static let bytesMax = 33_554_432

    func run() async throws {
        guard let bytes = FileManager.default.contents(atPath: table) else {
            throw CommandFault("\(table) cannot be read; check the path")
        }
        guard bytes.count <= Self.bytesMax, let csv = String(data: bytes, encoding: .utf8) else {
            throw CommandFault("\(table) is no UTF-8 table of at most 32 MB; save it as CSV UTF-8")
        }
        let platform = try await place.open()
        let report = try await platform.importRegistry(csv: csv, acceptGood: acceptGood)
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        let isWhole = report.refusals.isEmpty
        guard isWhole || acceptGood else {
            ProgramOutput.line("\(report.refusals.count) lines were refused; nothing was imported")
            throw ExitCode(1)
        }
        let rest = isWhole ? "" : "; \(report.refusals.count) lines were refused"
        ProgramOutput.line("\(report.enterprises) enterprises and \(report.outlets) outlets were imported\(rest)")
    }
}
