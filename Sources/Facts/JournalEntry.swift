public import Kernel

/// One line of the journal, as it is committed to.
///
/// `canonicalBytes` is the leaf of the log: it holds SHA-256(salt ‖ payload) in the payload's place, so that a payload
/// can be withheld from a reader, or expire, without breaking the proof. The form is fixed (`docs/method/journal.md`).
public struct JournalEntry: Sendable, Equatable {
    /// 1, 2, 3 …, without a gap.
    public let sequence: Int64
    /// 32 hexadecimal digits, unique; subscribers recognise a fact by it.
    public let factID: String
    /// `Fact.kind` of the payload.
    public let kind: String
    /// Whose timeline it belongs to.
    public let subject: FactSubject
    /// Who brought it.
    public let author: FactAuthor
    /// When it happened.
    public let occurredAt: Instant
    /// When it was written down.
    public let recordedAt: Instant
    /// SHA-256(salt ‖ payload).
    public let commitment: Digest256
    /// 16 unpredictable bytes; nil when the payload is withheld.
    public let salt: [UInt8]?
    /// The canonical JSON of the fact; nil when it is withheld.
    public let payload: [UInt8]?

    /// An entry from its parts.
    public init(
        sequence: Int64, factID: String, kind: String, subject: FactSubject, author: FactAuthor, occurredAt: Instant,
        recordedAt: Instant, commitment: Digest256, salt: [UInt8]?, payload: [UInt8]?
    ) {
        self.sequence = sequence
        self.factID = factID
        self.kind = kind
        self.subject = subject
        self.author = author
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.commitment = commitment
        self.salt = salt
        self.payload = payload
    }

    /// What an entry commits to in its payload's place.
    public static func commitment(salt: [UInt8], payload: [UInt8]) -> Digest256 {
        Digest256(of: salt + payload)
    }

    /// The leaf: one field a line, `name=value`, in this order, absent values empty, each line ended by LF.
    /// No value can hold a line feed: identifiers are codes, and the journal takes no kind, reference or author with
    /// one.
    public var canonicalBytes: [UInt8] {
        let lines: [(String, String)] = [
            ("jianhu-journal", "1"),
            ("sequence", String(sequence)),
            ("fact", factID),
            ("kind", kind),
            ("enterprise", subject.enterprise?.text ?? ""),
            ("region", subject.region?.text ?? ""),
            ("reference", subject.reference ?? ""),
            ("author", author.text),
            ("occurred_at_ms", String(occurredAt.milliseconds)),
            ("recorded_at_ms", String(recordedAt.milliseconds)),
            ("commitment_sha256", commitment.hex),
        ]
        return lines.flatMap { name, value in Array("\(name)=\(value)\n".utf8) }
    }

    /// The fact, when its payload is at hand and of the asked kind.
    public func fact<F: Fact>(_ type: F.Type) throws -> F? {
        guard kind == F.kind, let payload else { return nil }
        return try CanonicalJSON.value(type, from: payload)
    }
}
