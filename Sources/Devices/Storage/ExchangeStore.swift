import Kernel
import Persistence

/// What went over the wire in conversations: evidence.
enum ExchangeStore {
    /// Appends exchanges behind those that are there, up to `Exchange.keptMax`.
    static func append(_ exchanges: [Exchange], to id: ConversationID, in access: any WriteAccess) throws {
        let first =
            try access.row(
                "SELECT COALESCE(MAX(position) + 1, 0) AS next FROM devices_exchange WHERE conversation_id = ?1",
                [.code(id)])?.int("next") ?? 0
        for (offset, exchange) in exchanges.prefix(max(0, Exchange.keptMax - first)).enumerated() {
            let digest: SQLValue = exchange.digest.map { .digest($0) } ?? .null
            try access.execute(
                """
                INSERT INTO devices_exchange (conversation_id, position, at_ms, direction, command, frame_sha256, text,
                  frame_time_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """,
                [
                    .code(id), .int(first + offset), .instant(exchange.at), .text(exchange.direction.rawValue),
                    .int(exchange.command), digest, .text(exchange.text), .instant(exchange.frameTime),
                ])
        }
    }

    /// The exchanges of a conversation in their order. Whoever asks has seen that the conversation is in sight.
    static func exchanges(of id: ConversationID, in access: any ReadAccess) throws -> [Exchange] {
        try access.rows(
            """
            SELECT at_ms, direction, command, frame_sha256, text, frame_time_ms FROM devices_exchange
            WHERE conversation_id = ?1 ORDER BY position
            """, [.code(id)]
        ).map { row in
            Exchange(
                at: try row.instant("at_ms"), direction: try row.choice("direction"),
                command: try row.int("command"), digest: try row.optional("frame_sha256", Row.digest),
                frameTime: try row.optional("frame_time_ms", Row.instant), text: try row.text("text"))
        }
    }
}
