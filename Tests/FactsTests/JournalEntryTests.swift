import Facts
import Kernel
import TestMaterial
import Testing

/// The worked numbers of `docs/method/journal.md`. They were computed outside this program; when one changes here,
/// every proof over an older journal breaks. A leaf hash covers the leaf, and with it the commitment to the payload.
struct JournalEntryTests {
    private struct Worked {
        let entry: JournalEntry
        let payload: String
        let leafHash: String
    }

    private static func worked(
        _ sequence: Int64, _ fact: some Fact, _ subject: FactSubject, by part: String, at times: (Int64, Int64),
        salt first: UInt8, payload: String, leafHash: String
    ) throws -> Worked {
        let salt = Array(first..<(first + 16))
        let bytes = try CanonicalJSON.bytes(of: fact)
        let entry = JournalEntry(
            sequence: sequence, factID: Array((first + 16)..<(first + 32)).hex, kind: type(of: fact).kind,
            subject: subject, author: .system(part), occurredAt: Instant(milliseconds: times.0),
            recordedAt: Instant(milliseconds: times.1),
            commitment: JournalEntry.commitment(salt: salt, payload: bytes), salt: salt, payload: bytes)
        return Worked(entry: entry, payload: payload, leafHash: leafHash)
    }

    private static func examples() throws -> [Worked] {
        let signIn = PersonSignedIn(person: PersonID(checked: "P001"), way: "password")
        let missed = DutyMissed(
            duty: DutyID(checked: "D01"), dutyKind: "supervision.answer", reference: "C01",
            due: Instant(milliseconds: 1_795_413_600_000))
        return [
            try worked(
                1, signIn, FactSubject(reference: "P001"), by: "access", at: (1_795_413_600_123, 1_795_413_600_123),
                salt: 0x00, payload: #"{"person":"P001","way":"password"}"#,
                leafHash: "9cc6d0401e0008dd0c5505082adcaa22d586501a72c829b215d9b77af1334d65"),
            try worked(
                2, missed,
                FactSubject(
                    enterprise: EnterpriseID(checked: "E01"), region: RegionCode(checked: "330602"), reference: "C01"),
                by: "duty-watch", at: (1_795_413_600_000, 1_795_413_615_000), salt: 0x20,
                payload: #"{"due":1795413600000,"duty":"D01","dutyKind":"supervision.answer","reference":"C01"}"#,
                leafHash: "1b302d94f4c8e9efbc1f1c7729bafe12c09741736bf596ace4c913e40f91f512"),
        ]
    }

    @Test(arguments: [0, 1])
    func `payload, commitment and leaf are the worked ones`(index: Int) throws {
        let worked = try Self.examples()[index]
        #expect(worked.entry.payload == Array(worked.payload.utf8))
        #expect(Digest256(of: [0x00] + worked.entry.canonicalBytes).hex == worked.leafHash)
        let method = try RepositoryFile.text("docs/method/journal.md")
        let leaf = String(decoding: worked.entry.canonicalBytes, as: UTF8.self)
        for text in [worked.payload, "```\n\(leaf)```\n", worked.leafHash] { #expect(method.contains(text)) }
    }

    @Test func `the roots are the worked ones`() throws {
        let method = try RepositoryFile.text("docs/method/journal.md")
        let log = MerkleRoot.over(try Self.examples().map(\.entry.canonicalBytes))
        #expect(log.hex == "ceca4dff6b4d206410975790e82f1269f4e7967cf17837b7b8d9e5fee99020ea")
        #expect(method.contains(log.hex))
        let frames = ["frame 1", "frame 2", "frame 3"].map { Digest256(of: $0).bytes }
        for (count, root) in [
            (1, "2243a62fda0252e5da6be0f0e2f4c5e40b9088fb63438a72c0ba8f4931552c31"),
            (2, "27ea095db0ed934afe3269f3bc6bfd303e53edd1659c851706569a6b72c2e805"),
            (3, "d2fa4efde934da43a0c72a2d9745bd218e1fe1071846d3a7d6a01fe9d12032db"),
        ] {
            #expect(MerkleRoot.over(Array(frames.prefix(count))).hex == root)
            #expect(method.contains(root))
        }
    }

    @Test func `a withheld payload leaves the leaf as it was`() throws {
        let entry = try Self.examples()[0].entry
        let withheld = JournalEntry(
            sequence: entry.sequence, factID: entry.factID, kind: entry.kind, subject: entry.subject,
            author: entry.author, occurredAt: entry.occurredAt, recordedAt: entry.recordedAt,
            commitment: entry.commitment, salt: nil, payload: nil)
        #expect(withheld.canonicalBytes == entry.canonicalBytes)
        #expect(try withheld.fact(PersonSignedIn.self) == nil)
        #expect(try entry.fact(PersonSignedIn.self)?.way == "password")
        #expect(try entry.fact(PersonAdmitted.self) == nil)
    }
}
