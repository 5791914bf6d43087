import HJ212
import Kernel

/// A conversation as programs read it.
struct ConversationContent: Encodable, Sendable {
    let conversation: String
    let outlet: String
    let device: String
    let command: String
    let number: Int
    let parameters: [String: String]
    let link: String
    let edition: String?
    let reason: String
    let askedBy: String
    let askedAt: String
    let state: String
    let outcome: String?
    let requestNumber: String?
    let sentAt: String?
    let endedAt: String?
    let tries: Int
    let dataFrames: Int
    let answer: String?

    init(_ record: ConversationRecord) {
        conversation = record.id.text
        outlet = record.outlet.text
        device = record.device.text
        command = record.command.kind.rawValue
        number = record.command.kind.trait.command.rawValue
        parameters = record.command.parameters
        link = record.link.rawValue
        edition = record.edition?.jsonName
        reason = record.reason
        askedBy = record.askedName
        askedAt = record.askedAt.civil.isoText
        state = record.machine.state.rawValue
        outcome = record.machine.outcome?.rawValue
        requestNumber = record.requestNumber?.text
        sentAt = record.sentAt?.civil.isoText
        endedAt = record.endedAt?.civil.isoText
        tries = record.machine.tries
        dataFrames = record.machine.dataFrames
        answer = record.answer
    }
}
