import ArgumentParser
import HJ212

/// `jianhu hj212 commands`: the catalogue of commands as JSON lines.
struct HJ212CommandsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commands",
        abstract: "List every command of the three editions as JSON lines.",
        discussion: """
            One object per meaning of a number, because numbers are reused:
              command         number
              editions        the editions in which it has this meaning, each with
                              how sure we are: confirmed, likely or weak
              from            platform, device or either
              kind            request, request-for-values, upload, notification
                              or answer
              answers         the commands that answer it
              name_zh, name_en
              must_have, may_have  fields of the data area; x- stands for a code
              encrypted_2025  whether 2025 wants the data area encrypted

            Example: jianhu hj212 commands --edition 2025
            """
    )

    @Option(help: "Only commands of this edition: 2005, 2017 or 2025.")
    var edition: EditionOption?

    func run() throws {
        let entries = CommandCatalogue.entries.filter { entry in
            edition.map { entry.editions.contains($0.edition) } ?? true
        }
        try StandardStream.write(entries.map(Self.line).joined())
    }

    private static func line(_ entry: CommandEntry) -> String {
        let editions = Edition.allCases.compactMap { edition in
            entry.certainty(in: edition).map { ("\(edition.rawValue)", JSONText.quoted($0.rawValue)) }
        }
        let members = [
            ("command", "\(entry.command.rawValue)"),
            ("editions", JSONText.object(editions)),
            ("from", JSONText.quoted(entry.sender.rawValue)),
            ("kind", JSONText.quoted(entry.kind.rawValue)),
            ("answers", JSONText.array(entry.kind.answers.map { "\($0.rawValue)" })),
            ("name_zh", JSONText.quoted(entry.chineseName)),
            ("name_en", JSONText.quoted(entry.englishName)),
            ("must_have", JSONText.array(entry.requiredFields.map(JSONText.quoted))),
            ("may_have", JSONText.array(entry.optionalFields.map(JSONText.quoted))),
            ("encrypted_2025", entry.isEncryptedIn2025 ? "true" : "false"),
        ]
        return JSONText.object(members) + "\n"
    }
}

/// The values of `--edition`.
enum EditionOption: String, ExpressibleByArgument, CaseIterable {
    case of2005 = "2005"
    case of2017 = "2017"
    case of2025 = "2025"

    var edition: Edition {
        switch self {
        case .of2005: .hjt2005
        case .of2017: .hj2017
        case .of2025: .hj2025
        }
    }
}
