import Facts
import HJ212
import Kernel
import Persistence

/// Has devices take new passwords and keys: drawn by the register and put into the queue in one transaction.
struct SecretDesk: Sendable {
    let desk: ConversationDesk
    let register: any DeviceRegister

    /// What comes of an order.
    struct Ordered: Sendable {
        let conversation: ConversationID
        /// Nil when the same order is under way already: a second click orders nothing.
        let taken: ConversationDesk.Taken?
    }

    /// Orders a new secret. Throws `CommandRefusal` and `RegisterRefusal`; nothing is changed then.
    func order(
        _ kind: RequestKind, _ secret: DeviceSecret, of station: DeviceStation, link: LinkType?, reason: String,
        by author: FactAuthor, name: String, edition: HJ212.Dialect?, at now: Instant, in access: any WriteAccess
    ) throws -> Ordered {
        if let running = try ConversationStore.unfinished(kind, of: station.device, in: access) {
            return Ordered(conversation: running, taken: nil)
        }
        if secret == .key, try register.terms(of: station.device, in: access).cipher == nil {
            throw CommandRefusal.noKeyInForce
        }
        let generation = try register.order(secret, of: station.device, by: author, at: now, in: access)
        let request = ConversationDesk.Request(
            command: DeviceCommand(ordering: kind, generation: generation), link: link, reason: reason,
            author: author, authorName: name)
        let taken = try desk.ask(request, of: station, edition: edition, at: now, in: access)
        return Ordered(conversation: taken.record.id, taken: taken)
    }
}
