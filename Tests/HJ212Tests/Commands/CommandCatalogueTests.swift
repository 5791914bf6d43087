import HJ212
import TestMaterial
import Testing

struct CommandCatalogueTests {
    @Test func `a side has one meaning for a number in an edition`() {
        for edition in Edition.allCases {
            let rows = CommandCatalogue.entries.filter { $0.editions.contains(edition) }
            let keys = rows.map { "\($0.command.rawValue) \($0.sender)" }
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test(
        arguments: [
            (1001, .hjt2005, .platform, "Set over-limit alarm time"), (1001, .hj2017, .platform, nil),
            (1001, .hj2017, .device, nil), (1001, .hj2025, .device, "Register the logger's hardware"),
            (3013, .hjt2005, .platform, "Operate the equipment"),
            (3013, .hj2017, .platform, "Start cleaning or blow-back"),
            (3014, .hjt2005, .platform, "Set the hours of sampling"),
            (3014, .hj2025, .platform, "Sample for comparison"), (2072, .hj2017, .device, nil),
            (9013, .hj2025, .platform, "Answer to a notification"), (9021, .hj2017, .device, nil),
        ] as [(Int, Edition, CommandEntry.Sender, String?)])
    func `numbers that changed their meaning are told apart by the edition`(
        number: Int, edition: Edition, sender: CommandEntry.Sender, name: String?
    ) {
        #expect(CommandCatalogue.entry(for: Command(number), from: sender, in: edition)?.englishName == name)
    }

    @Test func `2025 encrypts what devices upload, keys and site information`() {
        let encrypted = CommandCatalogue.entries.filter(\.isEncryptedIn2025)
        #expect(
            Set(encrypted.map(\.command.rawValue))
                == [1014, 2011, 2013, 2021, 2031, 2041, 2051, 2052, 2061, 2062, 2081, 2111, 3020])
        #expect(encrypted.allSatisfy { $0.sender == .device || [1014, 3020].contains($0.command.rawValue) })
    }

    @Test func `only what has no example in 2025 is weak, and nothing is known of it elsewhere`() {
        let weak = CommandCatalogue.entries.filter { $0.certainty(in: .hj2025) == .weak }
        #expect(Set(weak.map(\.command.rawValue)) == [3014, 3016, 3017])
        #expect(weak.allSatisfy { $0.certainty(in: .hj2017) == .confirmed })
        #expect(CommandCatalogue.entry(for: 9015, from: .device, in: .hj2025)?.certainty(in: .hj2017) == nil)
        #expect(Certainty.weak < .likely && .likely < .confirmed)
    }

    @Test func `the method page prints the catalogue`() throws {
        let heading = "| CN | 2005 | 2017 | 2025 | from | kind | 中文 | English | must have | may have |"
        let table = try RepositoryFile.table(heading, in: "docs/method/hj212-commands.md")
        #expect(table == CommandCatalogue.entries.map(Self.cells))
    }

    private static func cells(_ entry: CommandEntry) -> [String] {
        let editions = Edition.allCases.map { edition in
            entry.certainty(in: edition).map { $0 == .confirmed ? "yes" : $0.rawValue } ?? ""
        }
        let sender = entry.sender.rawValue + (entry.isEncryptedIn2025 ? " 🔒" : "")
        return ["\(entry.command.rawValue)"] + editions
            + [
                sender, entry.kind.rawValue, entry.chineseName, entry.englishName,
                entry.requiredFields.joined(separator: " "), entry.optionalFields.joined(separator: " "),
            ]
    }
}
