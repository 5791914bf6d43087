/// Fields of an entry of the register were changed.
public struct RegisterEntryChanged: Fact {
    public static let kind = "registry.entry-changed"
    /// What it is, `site` for instance.
    public let record: String
    /// Its code.
    public let code: String
    /// Which state of the entry this made: the first change makes 2.
    public let version: Int
    /// What was changed, in the order of the form.
    public let changes: [Change]

    /// One field; personal data as masks, which may be the same on both sides.
    public struct Change: Codable, Sendable, Equatable {
        /// The field's name.
        public let field: String
        /// What stood there; nil for nothing.
        public let from: String?
        /// What stands there; nil for nothing.
        public let to: String?

        /// A changed field.
        public init(field: String, from: String?, to: String?) {
            self.field = field
            self.from = from
            self.to = to
        }
    }

    /// A changed entry.
    public init(record: String, code: String, version: Int, changes: [Change]) {
        self.record = record
        self.code = code
        self.version = version
        self.changes = changes
    }
}
