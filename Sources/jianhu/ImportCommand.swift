import ArgumentParser

/// `jianhu import`: tables that an installation takes from outside.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a table into an installation.",
        subcommands: [
            ImportHolidaysCommand.self, ImportRegistryCommand.self, ImportBoundariesCommand.self,
            ImportPolicyCommand.self, ImportWorkCommand.self, ImportDocumentsCommand.self,
            ImportSurveyCommand.self,
        ])
}
