import App
import ArgumentParser

/// `jianhu import survey`: answers of a survey of satisfaction, from a centre that asks by telephone.
struct ImportSurveyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Import answers of a survey of satisfaction.",
        discussion: """
            respondent,region,gain,satisfaction,awareness,participation,confidence
            or the same in Chinese, in any order: a number of the centre's own for each person, the district by code or
            name, answers 1 to 5, empty for none. A file with names or telephone numbers is refused. Each refused line
            is reported; nothing is imported then, unless --accept-good takes the others. Stop the program first.
            """)

    @OptionGroup var table: PersonTable

    @Option(help: ArgumentHelp("The year of the survey; without it the only one that is open.", valueName: "year"))
    var year: Int?

    func run() async throws {
        try await table.run("answers") { platform, csv in
            try await platform.importSurvey(
                csv: csv, year: year, person: table.person, acceptGood: table.acceptGood)
        }
    }
}
