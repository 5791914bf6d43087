import HJ212

/// What is known of a kind of request: HJ 212's part (number, pattern, first edition) and ours (limits).
struct CommandTrait: Sendable {
    /// CN.
    let command: Command
    /// How it is answered.
    let pattern: CommandPattern
    /// Under which heading the page shows it.
    let group: CommandGroup
    /// The first edition that has it with this meaning; later ones keep it.
    let since: Edition
    /// How often a device may be asked this in a civil day. Design value.
    let perDayMax: Int
    /// How long the device may take after 9011, in seconds; nil for the patience of its line. Design value.
    let executionS: Int?
    /// Whether it changes what is measured.
    let danger: Danger

    /// Whether a request needs a second thought: its reason, a confirmation, and a role that may.
    enum Danger: Sendable {
        case harmless
        case dangerous
        /// It changes a secret, which is drawn by the platform and shown to nobody.
        case secret
        /// It follows a registration that was accepted, and is asked for in no other way.
        case registration
    }

    init(
        _ command: Command, _ pattern: CommandPattern, _ group: CommandGroup, since: Edition = .hjt2005,
        perDayMax: Int, executionS: Int? = nil, danger: Danger = .harmless
    ) {
        self.command = command
        self.pattern = pattern
        self.group = group
        self.since = since
        self.perDayMax = perDayMax
        self.executionS = executionS
        self.danger = danger
    }

    /// Whether an edition has this request. An unknown edition is asked as 2017 is.
    func exists(in edition: Dialect) -> Bool { edition.spokenEdition >= since }
}
