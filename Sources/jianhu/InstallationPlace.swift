import App
import ArgumentParser
import Foundation

/// Where an installation lies that a command changes while the program does not serve it.
struct InstallationPlace: ParsableArguments {
    @Option(help: ArgumentHelp("The SQLite file.", valueName: "file"))
    var database: String

    @Option(
        help: ArgumentHelp("File with the keys of secrets; DATABASE.key if left out.", valueName: "file"))
    var keyFile: String?

    @Option(help: ArgumentHelp("The share folder; beside the program if left out.", valueName: "folder"))
    var share: String?

    /// Opens it, does something with it and closes it, so that the file may be copied as it is. Refuses a file that is
    /// not there.
    func change<Value>(_ body: (Platform) async throws -> Value) async throws -> Value {
        let file = try DatabaseFile.path(database)
        try DatabaseFile.demandExisting(file)
        return try await Platform.open(
            file: file, keyFile: keyFile, share: share ?? ProgramPlace.share, clock: SystemClock(),
            entropy: SystemEntropy(), logger: ProgramLog.Manner().logger()
        ).closing(after: body)
    }
}
