import Kernel
import Web

/// To which registrations the list is narrowed, as its address says it.
struct RegistrationFilter: Sendable, Equatable {
    /// Where a registration stands.
    enum State: String, Sendable, CaseIterable {
        case waiting
        case accepted

        var phrase: Phrase {
            switch self {
            case .waiting: Phrase("待审核", "waiting")
            case .accepted: Phrase("已分配", "accepted")
            }
        }
    }

    /// The values of the address.
    static let query: [FormField] = [
        .filter("text", Phrase("硬件标识、MN 或来源地址", "Hardware, MN or address"), .text(max: 64)),
        .filter("state", Phrase("状态", "State"), among: State.self),
    ]

    /// A part of the hardware identifier, the device number or the address.
    var text: String?
    var state: State?

    init() {}

    init(_ visit: Visit) {
        text = visit.query("text")
        state = visit.query("state").flatMap { State(rawValue: $0) }
    }
}
