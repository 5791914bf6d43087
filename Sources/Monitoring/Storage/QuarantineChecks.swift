import Kernel
import Persistence

/// What must hold of the quarantine.
struct QuarantineChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("the quarantine keeps the bytes that came, and is bounded by what lies there")
        try loads(access, &tally)
        try bytes(access, &tally)
        return [tally.report]
    }

    /// What the bounds are counted by is what lies there.
    private func loads(_ access: any ReadAccess, _ tally: inout CheckTally) throws {
        let kept = try table(
            "SELECT address, entries, bytes FROM monitoring_quarantine_load ORDER BY address", access)
        let found = try table(
            """
            SELECT address, COUNT(*) AS entries, SUM(byte_count) AS bytes FROM monitoring_quarantine
            GROUP BY address ORDER BY address
            """, access)
        for address in Set(kept.keys).union(found.keys).sorted() {
            tally.examine(kept[address] == found[address] ? nil : "\(address) is not counted by what it keeps there")
        }
        let all = QuarantineStore.Load(
            entries: found.values.map(\.entries).reduce(0, +), bytes: found.values.map(\.bytes).reduce(0, +))
        tally.examine(try QuarantineStore.total(access) == all ? nil : "the whole is not the sum of its addresses")
    }

    /// Each entry has the bytes its digest names.
    private func bytes(_ access: any ReadAccess, _ tally: inout CheckTally) throws {
        try access.forEachRow("SELECT \(QuarantineStore.columns), raw FROM monitoring_quarantine", []) { row in
            let entry = try QuarantineStore.entry(row)
            let raw = try row.blob("raw")
            let isWhole = Digest256(of: raw) == entry.digest && raw.count == entry.byteCount
            tally.examine(isWhole ? nil : "entry \(entry.digest) has changed")
        }
    }

    private func table(_ query: String, _ access: any ReadAccess) throws -> [String: QuarantineStore.Load] {
        Dictionary(
            try access.rows(query).map { (try $0.text("address"), try QuarantineStore.Load($0)) },
            uniquingKeysWith: { first, _ in first })
    }
}
