import Facts
import HJ212
import Kernel

/// A conversation as it is stored: the machine with its device, its scope, and who asked for what and why.
struct ConversationRecord: Sendable, Equatable {
    let id: ConversationID
    let device: DeviceNumber
    let outlet: OutletID
    let enterprise: EnterpriseID
    let region: RegionCode
    let command: DeviceCommand
    let link: LinkType
    let askedBy: FactAuthor
    /// The name shown.
    let askedName: String
    let reason: String
    let askedAt: Instant
    /// The edition it was written in; nil before it was sent.
    var edition: Dialect?
    var machine: Conversation
    /// The QN; nil before it was sent.
    var requestNumber: QN?
    var sentAt: Instant?
    var endedAt: Instant?
    /// What the device said: the data area of its newest data frame, when the request is no history.
    var answer: String?

    /// The most characters of an answer that are kept.
    static let answerLengthMax = 1_000

    var subject: FactSubject {
        FactSubject(enterprise: enterprise, region: region, reference: outlet.text)
    }
}
