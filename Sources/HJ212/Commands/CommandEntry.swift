/// One meaning of a command number: in which editions it exists, who sends it, what its data area holds.
public struct CommandEntry: Sendable, Hashable {
    /// Who sends a frame of this meaning.
    public enum Sender: String, Sendable, Hashable {
        /// The platform (上位机).
        case platform
        /// The device in the field (现场机).
        case device
        case either
    }

    /// The number.
    public let command: Command
    /// What it asks of the other side.
    public let kind: CommandKind
    /// Who sends it.
    public let sender: Sender
    /// The editions in which the number has this meaning.
    public let editions: ClosedRange<Edition>
    /// In the words of the standard, or ours where they were not to be had.
    public let chineseName: String
    /// English name.
    public let englishName: String
    /// Data-area fields without which the frame says nothing; `x-` stands for a factor or item code.
    public let requiredFields: [String]
    /// Data-area fields that may stand beside them.
    public let optionalFields: [String]

    /// How sure it is that the number has this meaning in an edition; nil where it has not.
    ///
    /// 2005 and 2017 were read in full; of 2025 only secondary sources.
    public func certainty(in edition: Edition) -> Certainty? {
        guard editions.contains(edition) else { return nil }
        guard edition == .hj2025 else { return .confirmed }
        return Self.withoutExampleIn2025.contains(command) ? .weak : .likely
    }

    /// Whether 2025 wants the data area encrypted: what the device sends of 2000 to 2999, 1014 and 3020 (annex A.2).
    public var isEncryptedIn2025: Bool {
        guard editions.contains(.hj2025) else { return false }
        if command == 1014 || command == 3020 { return true }
        return command.concernsData && sender == .device
    }

    /// Numbers for which the sources on 2025 show no example.
    private static let withoutExampleIn2025: Set<Command> = [3014, 3016, 3017]
}
