public import Facts
public import Kernel

/// The append-only journal: outbox, timeline, audit trail, and the leaves of the coming Merkle log.
///
/// A fact is appended in the transaction that changes the context's own rows; the sequence has no gap, because the one
/// writing transaction takes the next number.
public struct Journal: Sendable {
    private let clock: any WallClock
    private let entropy: any EntropySource

    /// A journal that takes times and salts from these.
    public init(clock: any WallClock, entropy: any EntropySource) {
        self.clock = clock
        self.entropy = entropy
    }

    /// Appends a fact and returns its sequence number. Without `occurredAt` it happened now. Kind, reference and author
    /// hold no line feed.
    @discardableResult
    public func append<F: Fact>(
        _ fact: F, about subject: FactSubject, by author: FactAuthor, occurredAt: Instant? = nil,
        in access: any WriteAccess
    ) throws -> Int64 {
        precondition(
            ![F.kind, subject.reference ?? "", author.text].contains { $0.utf8.contains(0x0A) },
            "kind, reference and author are one line each, or a leaf could be read in two ways")
        let payload = try CanonicalJSON.bytes(of: fact)
        let salt = entropy.bytes(16)
        let now = clock.now()
        let entry = JournalEntry(
            sequence: try Self.lastSequence(access) + 1, factID: entropy.bytes(16).hex, kind: F.kind, subject: subject,
            author: author, occurredAt: occurredAt ?? now, recordedAt: now,
            commitment: JournalEntry.commitment(salt: salt, payload: payload), salt: salt, payload: payload)
        try Self.insert(entry, in: access)
        return entry.sequence
    }

    /// The number of the newest entry; 0 for an empty journal.
    public static func lastSequence(_ access: any ReadAccess) throws -> Int64 {
        try access.row("SELECT COALESCE(MAX(sequence), 0) AS last FROM journal_entry")?.int64("last") ?? 0
    }

    /// Whether a room, by the first word of its kinds, has written a fact behind a sequence number. Costs as much as
    /// there are entries behind it.
    public static func hasFacts(of room: String, after sequence: Int64, in access: any ReadAccess) throws -> Bool {
        // The prefix is cut out, so that the engine goes by sequence, not through all kinds of the room.
        try access.row(
            "SELECT 1 AS found FROM journal_entry WHERE sequence > ?1 AND substr(kind, 1, ?2) = ?3 LIMIT 1",
            [.integer(sequence), .int(room.utf8.count + 1), .text(room + ".")]) != nil
    }

    /// Entries of some kinds behind a sequence number, oldest first.
    public static func entries(
        after sequence: Int64, kinds: Set<String>, limit: Int, in access: any ReadAccess
    ) throws -> [JournalEntry] {
        precondition(!kinds.isEmpty, "ask for at least one kind of fact")
        let marks = kinds.indices.enumerated().map { "?\($0.offset + 3)" }.joined(separator: ", ")
        return try access.rows(
            """
            SELECT \(columns) FROM journal_entry
            WHERE sequence > ?1 AND kind IN (\(marks)) ORDER BY sequence LIMIT ?2
            """,
            [.integer(sequence), .int(limit)] + kinds.sorted().map { .text($0) }
        ).map(entry)
    }

    /// Entries of one kind that happened in a stretch of time, its end left out, in the order of the journal.
    public static func entries(
        of kind: String, from: Instant, until: Instant, in access: any ReadAccess
    ) throws -> [JournalEntry] {
        try access.rows(
            """
            SELECT \(columns) FROM journal_entry
            WHERE kind = ?1 AND occurred_at_ms >= ?2 AND occurred_at_ms < ?3 ORDER BY sequence
            """, [.text(kind), .instant(from), .instant(until)]
        ).map(entry)
    }

    /// How many entries of some kinds lie behind a sequence number.
    static func count(after sequence: Int64, kinds: Set<String>, in access: any ReadAccess) throws -> Int {
        precondition(!kinds.isEmpty, "ask for at least one kind of fact")
        let marks = kinds.indices.enumerated().map { "?\($0.offset + 2)" }.joined(separator: ", ")
        return try access.row(
            "SELECT COUNT(*) AS entries FROM journal_entry WHERE sequence > ?1 AND kind IN (\(marks))",
            [.integer(sequence)] + kinds.sorted().map { .text($0) }
        )?.int("entries") ?? 0
    }

    /// The newest entries of some kinds that a scope may see, newest first.
    public static func newest(
        kinds: [String], scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [JournalEntry] {
        try newest(after: 0, kinds: kinds, scope: scope, limit: limit, in: access)
    }

    /// The newest entries behind a sequence number, of some kinds, that a scope may see, newest first.
    public static func newest(
        after sequence: Int64, kinds: [String], scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [JournalEntry] {
        precondition(!kinds.isEmpty, "ask for at least one kind of fact")
        let marks = kinds.indices.map { "?\($0 + 3)" }.joined(separator: ", ")
        let condition = ScopeCondition(scope, first: kinds.count + 3)
        return try access.rows(
            """
            SELECT \(columns) FROM journal_entry
            WHERE sequence > ?1 AND kind IN (\(marks)) AND (\(condition.sql)) ORDER BY sequence DESC LIMIT ?2
            """,
            [.integer(sequence), .int(limit)] + kinds.map { .text($0) } + condition.arguments
        ).map(entry)
    }

    /// What happened around one reference (an outlet, a case), oldest first.
    public static func timeline(
        of reference: String, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [JournalEntry] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(columns) FROM journal_entry
            WHERE reference = ?1 AND (\(condition.sql)) ORDER BY sequence LIMIT ?2
            """,
            [.text(reference), .int(limit)] + condition.arguments
        ).map(entry)
    }

    /// What happened around one enterprise, newest first.
    public static func timeline(
        of enterprise: EnterpriseID, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [JournalEntry] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(columns) FROM journal_entry
            WHERE enterprise_id = ?1 AND (\(condition.sql)) ORDER BY sequence DESC LIMIT ?2
            """,
            [.code(enterprise), .int(limit)] + condition.arguments
        ).map(entry)
    }

    /// A page of what happened around one enterprise, newest first: before a number, by how a kind of fact begins,
    /// without kinds that begin so.
    public static func timeline(
        of enterprise: EnterpriseID, scope: Scope, before: Int64?, beginning: String?, without hidden: [String],
        limit: Int, in access: any ReadAccess
    ) throws -> [JournalEntry] {
        let marks = hidden.indices.map { "AND substr(kind, 1, length(?\($0 + 5))) <> ?\($0 + 5)" }
        let condition = ScopeCondition(scope, first: hidden.count + 5)
        return try access.rows(
            """
            SELECT \(columns) FROM journal_entry
            WHERE enterprise_id = ?1 AND sequence < ?2 AND (?3 IS NULL OR substr(kind, 1, length(?3)) = ?3)
              \(marks.joined(separator: " ")) AND (\(condition.sql))
            ORDER BY sequence DESC LIMIT ?4
            """,
            [.code(enterprise), .integer(before ?? .max), .optionalText(beginning), .int(limit)]
                + hidden.map { .text($0) } + condition.arguments
        ).map(entry)
    }

    /// A page of the audit trail, newest first: by author, by how a kind of fact begins, by days, before a number.
    public static func page(
        author: FactAuthor?, kindPrefix: String?, from: CivilDate?, until: CivilDate?, before: Int64?, limit: Int,
        in access: any ReadAccess
    ) throws -> [JournalEntry] {
        try access.rows(
            """
            SELECT \(columns) FROM journal_entry
            WHERE sequence < ?1 AND (?2 IS NULL OR author = ?2)
              AND (?3 IS NULL OR substr(kind, 1, length(?3)) = ?3) AND recorded_at_ms >= ?4 AND recorded_at_ms < ?5
            ORDER BY sequence DESC LIMIT ?6
            """,
            [
                .integer(before ?? .max), .optionalText(author?.text), .optionalText(kindPrefix),
                .integer(from.map { Instant(startOf: $0).milliseconds } ?? .min),
                .integer(until.map { Instant(startOf: $0.adding(days: 1)).milliseconds } ?? .max), .int(limit),
            ]
        ).map(entry)
    }

    /// Every entry in order, one at a time.
    public static func forEachEntry(_ access: any ReadAccess, _ body: (JournalEntry) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM journal_entry ORDER BY sequence", []) { row in
            try body(entry(row))
        }
    }

    private static let columns = """
        sequence, fact_id, kind, enterprise_id, region_code, reference, author, occurred_at_ms, recorded_at_ms, \
        commitment, salt, payload
        """

    private static func insert(_ entry: JournalEntry, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO journal_entry (\(columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """,
            [
                .integer(entry.sequence), .text(entry.factID), .text(entry.kind), .code(entry.subject.enterprise),
                .code(entry.subject.region), .optionalText(entry.subject.reference), .text(entry.author.text),
                .instant(entry.occurredAt), .instant(entry.recordedAt), .digest(entry.commitment),
                entry.salt.map { .blob($0) } ?? .null, entry.payload.map { .blob($0) } ?? .null,
            ])
    }

    /// One entry.
    public static func entry(_ sequence: Int64, in access: any ReadAccess) throws -> JournalEntry? {
        try access.row("SELECT \(columns) FROM journal_entry WHERE sequence = ?1", [.integer(sequence)]).map(entry)
    }

    private static func entry(_ row: Row) throws -> JournalEntry {
        JournalEntry(
            sequence: try row.int64("sequence"), factID: try row.text("fact_id"), kind: try row.text("kind"),
            subject: FactSubject(
                enterprise: try row.optional("enterprise_id", Row.code),
                region: try row.optional("region_code", Row.code),
                reference: try row.optional("reference", Row.text)),
            author: FactAuthor(text: try row.text("author")), occurredAt: try row.instant("occurred_at_ms"),
            recordedAt: try row.instant("recorded_at_ms"), commitment: try row.digest("commitment"),
            salt: try row.optional("salt", Row.blob), payload: try row.optional("payload", Row.blob))
    }
}
