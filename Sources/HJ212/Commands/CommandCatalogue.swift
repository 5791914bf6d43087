/// Every command of the three editions, by meaning. `docs/method/hj212-commands.md` prints the table.
///
/// Numbers are reused: 1001, 3013 and 3014 mean other things in later editions, so ask with the edition.
public enum CommandCatalogue {
    /// All meanings, by number, editions and kind.
    public static let entries: [CommandEntry] = settings + values + controls + interaction

    /// The meanings of a number in an edition: none, one, or request and upload.
    public static func entries(for command: Command, in edition: Edition) -> [CommandEntry] {
        byCommand[command, default: []].filter { $0.editions.contains(edition) }
    }

    /// The meaning of a number in an edition when that side sends it.
    public static func entry(
        for command: Command, from sender: CommandEntry.Sender, in edition: Edition
    ) -> CommandEntry? {
        entries(for: command, in: edition).first { $0.sender == sender || $0.sender == .either }
    }

    private static let byCommand = Dictionary(grouping: entries, by: \.command)

    /// A row from the platform.
    static func asks(
        _ command: Command, _ kind: CommandKind, _ editions: ClosedRange<Edition>, _ chinese: String, _ english: String,
        _ required: [String] = [], optional: [String] = []
    ) -> CommandEntry {
        CommandEntry(
            command: command, kind: kind, sender: .platform, editions: editions, chineseName: chinese,
            englishName: english, requiredFields: required, optionalFields: optional)
    }

    /// A row from the device.
    static func sends(
        _ command: Command, _ kind: CommandKind, _ editions: ClosedRange<Edition>, _ chinese: String, _ english: String,
        _ required: [String] = [], optional: [String] = []
    ) -> CommandEntry {
        CommandEntry(
            command: command, kind: kind, sender: .device, editions: editions, chineseName: chinese,
            englishName: english, requiredFields: required, optionalFields: optional)
    }
}

extension ClosedRange<Edition> {
    static var all: Self { .hjt2005 ... .hj2025 }
    static var only2005: Self { .hjt2005 ... .hjt2005 }
    static var since2017: Self { .hj2017 ... .hj2025 }
    static var only2025: Self { .hj2025 ... .hj2025 }
}
