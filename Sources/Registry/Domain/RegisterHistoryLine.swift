public import Facts
public import Kernel

/// One change of one field, or the entering of an entry.
public struct RegisterHistoryLine: Sendable, Equatable {
    /// Where it stands: the fact in the journal, and the place within the fact.
    public struct Place: Sendable, Equatable {
        /// The number of the fact.
        public let sequence: Int64
        /// 0, 1, 2 … within the fact.
        public let position: Int

        /// `5.0`, as addresses carry it.
        var text: String { "\(sequence).\(position)" }

        /// A place.
        init(sequence: Int64, position: Int) {
            self.sequence = sequence
            self.position = position
        }

        /// A place read from an address.
        init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let sequence = Int64(parts[0]), let position = Int(parts[1]) else { return nil }
            self.init(sequence: sequence, position: position)
        }
    }

    /// Where it stands.
    public let place: Place
    /// What kind of entry.
    public let kind: RegisterKind
    /// Which one.
    public let code: RegisterCode
    /// The field's name; empty for the entering.
    public let field: String
    /// What stood there; nil for nothing. Personal data as a mask.
    public let from: String?
    /// What stands there since; nil for nothing. Personal data as a mask.
    public let to: String?
    /// By whom.
    public let author: FactAuthor
    /// When.
    public let at: Instant
}
