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

    @OptionGroup var table: PersonTable

    func run() async throws {
        try await table.run("lines") { platform, csv in
            try await platform.importWork(csv: csv, person: table.person, acceptGood: table.acceptGood)
        }
    }
}
