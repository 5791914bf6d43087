import App
import ArgumentParser
import Persistence

/// `jianhu verify`: every invariant the rooms know, examined; reads only.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Examine a database: commitments, batch roots, replayed decisions, episodes, cases, duties.",
        discussion: "It may run beside a serving program. The exit code is 1 when anything differs.")

    @Option(help: ArgumentHelp("The SQLite file; the demonstration's if left out.", valueName: "file"))
    var database: String?

    @Option(help: ArgumentHelp("The share folder; beside the program if left out.", valueName: "folder"))
    var share: String?

    func run() async throws {
        let file = try database.map(DatabaseFile.path) ?? ProgramPlace.folder + "/jianhu-demo/jianhu-demo.sqlite"
        try DatabaseFile.demandExisting(file)
        let reports = try await Verification.run(file: file, share: share ?? ProgramPlace.share)
        for report in reports {
            let result = report.differenceCount == 0 ? "holds" : "\(report.differenceCount) differences"
            ProgramOutput.line("\(report.title): \(report.examined) examined, \(result)")
        }
        for report in reports {
            for difference in report.differences { ProgramOutput.line("  \(difference)") }
        }
        if reports.contains(where: { $0.differenceCount > 0 }) { throw ExitCode(1) }
    }
}
