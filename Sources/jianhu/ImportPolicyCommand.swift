import App
import ArgumentParser

/// `jianhu import policy`: another policy document as data.
struct ImportPolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Import a policy: its articles, units, tasks, reforms, projects and mechanisms (JSON).",
        discussion: """
            FILE.json has the shape of share/policy/szbf-2020-19.json. It lives beside the policies before, under its
            own code. Each refused place is reported; nothing is imported then, unless --accept-good takes the other
            items. Stop the program first.
            """)

    @Argument(help: ArgumentHelp("The policy.", valueName: "FILE.json"))
    var policy: String

    @OptionGroup var place: InstallationPlace

    @Flag(help: "Import the items that can be taken, and only report the others.")
    var acceptGood = false

    @Option(help: ArgumentHelp("utf-8 or gbk.", valueName: "encoding"))
    var encoding = TableEncoding.utf8

    /// A policy of 500 articles and tasks has less.
    private static let megabytesMax = 4

    func run() async throws {
        let text = try encoding.text(of: policy, .policy, megabytesMax: Self.megabytesMax)
        let report = try await place.change { platform in
            try await platform.importPolicy(json: Array(text.utf8), acceptGood: acceptGood)
        }
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        guard let taken = report.taken else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "entry", "entries")
            throw ExitCode(1)
        }
        ProgramOutput.line("imported \(taken)")
    }
}
