import Facts
import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Synchronization

@testable import Access

/// A room on a database of its own, with a clock that stands still until it is moved.
final class AccessStage: Sendable {
    let folder: URL
    let database: SQLiteDatabase
    let clock = StageClock()
    let room: AccessRoom
    let key: SecretKey

    /// Knows every enterprise but one.
    static let register = EnterpriseRegister { enterprise, _ in enterprise.text != "E404" }

    init(_ purpose: Installation.Purpose? = .demonstration) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        let entropy = CountingEntropy()
        key = .random(from: entropy)
        let secrets = SecretBox(keys: [key], entropy: entropy)
        room = AccessRoom(
            database: database, journal: Journal(clock: clock, entropy: entropy), secrets: secrets,
            register: Self.register, clock: clock, entropy: entropy, hashingMemoryLogarithm: 4)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, AccessRoom.schema])
        if let purpose {
            let now = clock.now()
            try await database.write { try Installation.mark(purpose, at: now, in: $0) }
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Signs somebody in and enrols a second factor; tells its secret and the recovery codes.
    func enrol(_ person: Person, password: String) async throws -> (secret: [UInt8], codes: [String]) {
        let session = try await room.signIn(login: person.login.text, password: password)
        let secret = try Self.secret(try await room.enrolment(of: person.id))
        let code = OneTimeCode.code(secret: secret, counter: OneTimeCode.step(at: clock.now()))
        let codes = try await room.confirmEnrolment(of: person.id, code: code ?? "", token: session.token)
        return (secret, codes)
    }

    /// The bytes of the letters that an enrolment shows.
    static func secret(_ enrolment: FactorEnrolment) throws -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = enrolment.letters.filter { $0 != " " }.flatMap { letter in
            (0..<5).reversed().map { (alphabet.firstIndex(of: letter) ?? 0) >> $0 & 1 }
        }
        return (0..<(bits.count / 8)).map { byte in
            bits[(byte * 8)..<(byte * 8 + 8)].reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
        }
    }

    /// How many facts of a kind the journal holds.
    func facts(_ kind: String) async throws -> [JournalEntry] {
        try await database.read { try Journal.newest(kinds: [kind], scope: .city, limit: 1_000, in: $0) }
    }
}

/// A clock that stands still until it is moved.
final class StageClock: WallClock {
    private let moment = Mutex(Instant(milliseconds: 1_795_000_000_000))

    func now() -> Instant { moment.withLock { $0 } }

    func pass(minutes: Int64) {
        moment.withLock { $0 = $0.adding(minutes: minutes) }
    }
}

/// Bytes that never repeat and are the same on each run.
final class CountingEntropy: EntropySource {
    private let count = Mutex(0)

    func bytes(_ count: Int) -> [UInt8] {
        let seed = self.count.withLock { number in
            number += 1
            return number
        }
        return Array(Digest256(of: "seed \(seed)").bytes.prefix(count))
    }
}

extension Person {
    /// An invented person of a post.
    static func example(_ id: String, _ post: Post) -> Person {
        Person(
            id: PersonID(checked: id), login: Login(checked: id.lowercased()), name: "示例人员 \(id)", post: post)
    }
}
