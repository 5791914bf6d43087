/// Brings a message to another program; filled by `App`.
public protocol NoticeSender: Sendable {
    /// Posts a body of JSON and tells the status of the answer. Throws when there is none within ten seconds. Goes
    /// nowhere but to this address: it follows no redirection.
    func post(_ body: [UInt8], to address: NoticeAddress, headers: [(name: String, value: String)]) async throws -> Int
}
