import App
import ArgumentParser

/// `jianhu import documents`: the register of documents that the reforms of a policy yield.
struct ImportDocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Import documents of the reforms of a policy.",
        discussion: """
            Heading: policy,reform,title,unit,sort,series,due,review_years,draft,opinion,legality,issued,filed,
            reviewed,note in one line.
            Columns draft to reviewed hold the days on which a document came to these stages, or nothing. Each line is
            checked like a form, in the name of a person who may enter it. Each refused line is reported; nothing is
            imported then, unless --accept-good takes the others. Stop the program first.
            """)

    @OptionGroup var table: PersonTable

    func run() async throws {
        try await table.run("lines") { platform, csv in
            try await platform.importDocuments(csv: csv, person: table.person, acceptGood: table.acceptGood)
        }
    }
}
