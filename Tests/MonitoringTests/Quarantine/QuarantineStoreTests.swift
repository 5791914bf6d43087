import Facts
import HJ212
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Monitoring

struct QuarantineStoreTests {
    private static let wide = QuarantineBounds(
        entriesMax: 100, bytesMax: 1_000, addressEntriesMax: 100, addressBytesMax: 1_000)

    /// Each bound at n and n+1: which entry is given up, and for which cause.
    @Test func `frames with a wrong CRC are counted by the address they came from`() async throws {
        let stage = try await MonitoringStage()
        let crc = QuarantineStore.checksumFailure
        let arrivals = [
            ("one", "192.0.2.1:7", crc), ("one", "192.0.2.1:8", crc), ("two", "192.0.2.1:9", crc),
            ("three", "192.0.2.2:1", crc), ("four", "192.0.2.3:1", "no-frame-head"),
        ]
        try await stage.database.write { access in
            for (text, remote, reason) in arrivals {
                try QuarantineStore.set(
                    aside: Array(text.utf8), reason: reason, remote: remote, at: Instant(milliseconds: 0),
                    directory: NoDirectory(), in: access)
            }
        }
        func failing(_ filter: QuarantineFilter, scope: Scope = .city, limit: Int = 10) async throws -> [String] {
            try await stage.database.read { access in
                try QuarantineStore.checksumFailuresByAddress(filter, scope: scope, limit: limit, in: access)
                    .map { "\($0.address) \($0.entries) \($0.times)" }
            }
        }
        #expect(try await failing(QuarantineFilter()) == ["192.0.2.1 2 3", "192.0.2.2 1 1"])
        #expect(try await failing(QuarantineFilter(), limit: 1) == ["192.0.2.1 2 3"])
        #expect(try await failing(QuarantineFilter(address: "192.0.2.2")) == ["192.0.2.2 1 1"])
        #expect(try await failing(QuarantineFilter(), scope: .regions([RegionCode(checked: "330602")])) == [])
    }

    @Test(arguments: [
        ("entries", 3, 1_000, 100, 1_000, "a1 b1 c1", "a1 b1 c1", "none"),
        ("entries", 2, 1_000, 100, 1_000, "a1 b1 c1", "b1 c1", "entries"),
        ("bytes", 100, 6, 100, 1_000, "a1 b1 c1", "a1 b1 c1", "none"),
        ("bytes", 100, 5, 100, 1_000, "a1 b1 c1", "b1 c1", "bytes"),
        ("address entries", 100, 1_000, 2, 1_000, "a1 b1", "a1 b1", "none"),
        ("address entries", 100, 1_000, 2, 1_000, "a1 b2 c1 d1", "b2 c1 d1", "address-entries"),
        ("address bytes", 100, 1_000, 100, 4, "a1 b1", "a1 b1", "none"),
        ("address bytes", 100, 1_000, 100, 3, "a1 b2 c1", "b2 c1", "address-bytes"),
        ("the often counted stay", 2, 1_000, 100, 1_000, "a1 a1 b1 c1", "a1 c1", "entries"),
        ("the newcomer stays", 2, 1_000, 100, 1_000, "a1 a1 b1 b1 c1", "b1 c1", "entries"),
        ("the loudest address pays", 3, 1_000, 100, 1_000, "q2 a1 b1 c1", "b1 c1 q2", "entries"),
        (
            "one flood pushes nobody else out", 4, 1_000, 3, 1_000, "q2 a1 b1 c1 d1 e1 f1", "d1 e1 f1 q2",
            "address-entries"
        ),
    ])
    func `a bound gives up what came least often, the oldest first`(
        name: String, entries: Int, bytes: Int, addressEntries: Int, addressBytes: Int, sent: String, kept: String,
        cause: String
    ) async throws {
        let stage = try await MonitoringStage()
        // The letter and the digit are the bytes; the digit is the address they come from.
        let stretches = sent.split(separator: " ").map { (text: String($0), remote: "192.0.2.\($0.suffix(1)):5000") }
        try await stage.setAside(
            stretches,
            bounds: QuarantineBounds(
                entriesMax: entries, bytesMax: bytes, addressEntriesMax: addressEntries,
                addressBytesMax: addressBytes))
        #expect(try await stage.keptTexts().joined(separator: " ") == kept, "\(name)")
        let causes = try await stage.lines("cause AS line FROM monitoring_quarantine_drop")
        #expect(causes == (cause == "none" ? [] : [cause]), "\(name)")
        #expect(try await stage.quarantineDifferences() == [], "\(name)")
    }

    /// Whatever comes, the bounds hold and the counted loads are what lies there.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `no stream passes the bounds`(seed: UInt64) async throws {
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let stage = try await MonitoringStage()
        let bounds = QuarantineBounds(entriesMax: 12, bytesMax: 60, addressEntriesMax: 5, addressBytesMax: 25)
        for round in 0..<20 {
            let stretches = (0..<10).map { _ in
                let text = String(Int.random(in: 0..<60, using: &generator), radix: 2)
                return (text: text, remote: "192.0.2.\(Int.random(in: 1...5, using: &generator)):1")
            }
            try await stage.setAside(stretches, bounds: bounds, startingAt: Int64(round * 10))
            let (total, own) = try await stage.database.read { access in
                (
                    try QuarantineStore.total(access),
                    try access.rows("SELECT entries, bytes FROM monitoring_quarantine_load")
                        .map { (try $0.int("entries"), try $0.int("bytes")) }
                )
            }
            #expect(total.entries <= 12 && total.bytes <= 60)
            #expect(own.allSatisfy { $0.0 <= 5 && $0.1 <= 25 })
            #expect(try await stage.quarantineDifferences() == [])
        }
    }

    @Test func `what was given up is one fact an hour, and none when nothing was`() async throws {
        let stage = try await MonitoringStage()
        let bounds = QuarantineBounds(entriesMax: 1, bytesMax: 100, addressEntriesMax: 9, addressBytesMax: 100)
        #expect(try await !stage.room.quarantineWatch.look())
        try await stage.setAside([("a", "h:1"), ("a", "h:1"), ("bb", "h:1"), ("c", "h:1")], bounds: bounds)
        #expect(try await stage.room.quarantineWatch.look())
        let facts = try await stage.database.read { access in
            try Journal.newest(kinds: [QuarantineDropped.kind], scope: .city, limit: 9, in: access)
                .compactMap { try $0.fact(QuarantineDropped.self) }
        }
        let expected = QuarantineDropped(
            entries: 2, times: 3, bytes: 3, from: Instant(milliseconds: 2), to: Instant(milliseconds: 3),
            causes: ["entries": 2])
        #expect(facts == [expected])
        try await stage.setAside([("d", "h:1")], bounds: bounds, startingAt: 10)
        stage.clock.stand(at: stage.clock.now().adding(milliseconds: 3_599_999))
        #expect(try await !stage.room.quarantineWatch.look())
        stage.clock.stand(at: stage.clock.now().adding(milliseconds: 1))
        #expect(try await stage.room.quarantineWatch.look())
        #expect(try await !stage.room.quarantineWatch.look())
    }

    @Test func `the list is narrowed by reason, device, address, day and scope`() async throws {
        let stage = try await MonitoringStage()
        let events: [ScanEvent] = [
            .accepted(try WireFrame.hour("20261123000000", "a21026-ZsAvg=1", password: "x")),
            .accepted(try WireFrame.hour("20261123000000", "a21026-ZsAvg=1", device: "M9")),
        ]
        _ = try await stage.store(events)
        let (own, foreign) = ("wrong-password M1 示例 1", "unknown-device M9 示例 1")
        let day = try #require(CivilDate("2026-11-25"))
        #expect(stage.clock.now().civil.date.dayNumber == day.dayNumber + 1)
        let next = CivilDate(dayNumber: day.dayNumber + 1)
        let cases: [(QuarantineFilter, Scope, [String])] = [
            (QuarantineFilter(), .city, [foreign, own]),
            (QuarantineFilter(), .regions([RegionCode(checked: "330602")]), [own]),
            (QuarantineFilter(), .regions([RegionCode(checked: "330603")]), []),
            (QuarantineFilter(), .enterprise(EnterpriseID(checked: "E1")), [own]),
            (QuarantineFilter(), .nothing, []),
            (QuarantineFilter(reason: "wrong-password"), .city, [own]),
            (QuarantineFilter(device: "M9"), .city, [foreign]),
            (QuarantineFilter(device: "M9"), .regions([RegionCode(checked: "330602")]), []),
            (QuarantineFilter(address: "示例"), .city, [foreign, own]),
            (QuarantineFilter(address: "192.0.2.1"), .city, []),
            (QuarantineFilter(from: next, to: next), .city, [foreign, own]),
            (QuarantineFilter(to: day), .city, []),
            (QuarantineFilter(from: CivilDate(dayNumber: day.dayNumber + 2)), .city, []),
        ]
        for (filter, scope, expected) in cases {
            #expect(try await stage.listed(filter, scope: scope) == expected, "\(filter) \(scope)")
        }
        let counts = try await stage.database.read { access in
            try QuarantineStore.countsByReason(QuarantineFilter(), scope: .city, in: access)
                .map { "\($0.reason) \($0.entries) \($0.times)" }
        }
        #expect(counts == ["unknown-device 1 1", "wrong-password 1 1"])
        let digest = try #require(
            try await stage.database.read { access in
                try QuarantineStore.entries(
                    QuarantineFilter(device: "M9"), behind: nil, scope: .city, limit: 1, in: access)
            }.first?.digest)
        let unseen = try await stage.database.read { access in
            try QuarantineStore.entry(digest, scope: .regions([RegionCode(checked: "330602")]), in: access) == nil
        }
        #expect(unseen)
    }

    @Test func `pages of the list meet without gap or overlap`() async throws {
        let stage = try await MonitoringStage()
        // Pairs share their moment, so that the place must hold the digest too.
        for number in 0..<7 {
            try await stage.setAside(
                [("s\(number)", "h:1")], bounds: Self.wide, startingAt: Int64(number / 2))
        }
        var seen: [Digest256] = []
        var place: QuarantineFilter.Place?
        repeat {
            let page = try await stage.database.read { [place] access in
                try QuarantineStore.entries(QuarantineFilter(), behind: place, scope: .city, limit: 3, in: access)
            }
            seen += page.map(\.digest)
            place = page.last.flatMap {
                QuarantineFilter.Place(
                    QuarantineFilter.Place(lastReceivedAt: $0.lastReceivedAt, digest: $0.digest).text)
            }
        } while place != nil
        #expect(seen.count == 7 && Set(seen).count == 7)
    }

    @Test(arguments: [
        ("192.0.2.7:51000", "192.0.2.7"), ("2001:db8::7:51000", "2001:db8::7"), ("示例", "示例"), ("a:", "a:"),
        ("unix:socket", "unix:socket"), ("", ""),
    ])
    func `an address has no port`(remote: String, address: String) {
        #expect(QuarantineEntry.address(of: remote) == address)
    }

    @Test(arguments: ["", "1", "1-", "x-00", "1-00"])
    func `a misshapen place starts from the newest`(text: String) {
        #expect(QuarantineFilter.Place(text) == nil)
    }

    @Test func `rows of before are counted and keep their address`() async throws {
        let stage = try await MonitoringStage()
        try await stage.database.write { access in
            for statement in ["load", "total", "drop"] {
                try access.execute("DROP TABLE monitoring_quarantine_\(statement)")
            }
            try access.execute("DROP TABLE monitoring_device_check")
            try access.execute("DROP TABLE monitoring_quarantine")
            let dialect = Dialect.sqlite
            let old = try #require(
                Migration.monitoring0001CreateFrames.statements.first { $0.contains("TABLE monitoring_quarantine ") })
            try access.execute(dialect.spell(old))
            try access.execute(
                """
                INSERT INTO monitoring_quarantine (stretch_sha256, reason, remote, first_received_at_ms,
                  last_received_at_ms, times, raw) VALUES (?1, 'crc-mismatch', '192.0.2.7:51000', 1, 2, 3, ?2)
                """, [.digest(Digest256(of: "abc")), .blob(Array("abc".utf8))])
            for statement in Migration.monitoring0004BoundQuarantine.statements {
                try access.execute(dialect.spell(statement))
            }
        }
        #expect(try await stage.listed() == ["crc-mismatch – 192.0.2.7 3"])
        #expect(try await stage.quarantineDifferences() == [])
    }
}
