import Facts
import FoundationEssentials
import Kernel

/// What is sent for one fact, and its signature.
struct NoticeMessage: Sendable, Equatable {
    /// The body: JSON.
    let body: [UInt8]

    init(_ entry: JournalEntry) throws {
        let head = Head(
            fact: entry.factID, sequence: entry.sequence, kind: entry.kind,
            enterprise: entry.subject.enterprise?.text, region: entry.subject.region?.text,
            reference: entry.subject.reference, occurredAt: entry.occurredAt.civil.isoText,
            recordedAt: entry.recordedAt.civil.isoText)
        // The fact's own canonical bytes go in as they were committed to, so that a receiver can check them.
        let fact = entry.payload ?? Array("null".utf8)
        body = Array(try CanonicalJSON.bytes(of: head).dropLast()) + Array(",\"payload\":".utf8) + fact + [0x7D]
    }

    private struct Head: Encodable {
        let fact: String
        let sequence: Int64
        let kind: String
        let enterprise: String?
        let region: String?
        let reference: String?
        let occurredAt: String
        let recordedAt: String
    }

    /// `t=1790000000,v1=…`: the moment of sending in seconds, and HMAC-SHA256 over `t`, a dot and the body. The moment
    /// lets a receiver refuse what somebody recorded and sends again.
    func signature(at now: Instant, secret: [UInt8]) -> String {
        Self.signature(of: body, at: now, secret: secret)
    }

    /// - Parameter secret: The bytes of the secret's text, not those that its hexadecimal digits spell.
    static func signature(of body: [UInt8], at now: Instant, secret: [UInt8]) -> String {
        let moment = String(now.milliseconds / 1_000)
        let code = HMAC256.code(of: Array("\(moment).".utf8) + body, key: secret)
        return "t=\(moment),v1=\(code.hex)"
    }
}
