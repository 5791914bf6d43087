import Facts
import Kernel
import Persistence

extension TaskStore {
    static func insert(
        _ handOver: TaskRecord.HandOver, number: Int, of key: TaskKey, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_hand_over (policy, task, number, unit, person_id, until_month)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            [
                .code(key.policy), .int(key.number), .int(number), .text(handOver.unit), .code(handOver.person),
                .month(handOver.until),
            ])
    }

    static func fillHandOvers(
        _ arguments: [SQLValue], _ records: inout [Int: TaskRecord], _ access: any ReadAccess
    ) throws {
        let rows = try access.rows(
            """
            SELECT task, unit, person_id, until_month FROM governance_hand_over
            WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, number
            """, arguments)
        for row in rows {
            records[try row.int("task")]?.handOvers.append(
                .init(
                    unit: try row.text("unit"), person: try row.code("person_id"),
                    until: try row.month("until_month")))
        }
    }
}
