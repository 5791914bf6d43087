import Facts
public import HJ212
public import Kernel
import Persistence

/// A frame of a logger without a device number, as the gateway hands it on before anything proves it.
public struct UnnumberedFrame: Sendable {
    /// The frame.
    public let heard: HeardFrame
    /// When it came.
    public let receivedAt: Instant
    /// Address and port of the sender.
    public let remote: String

    /// A frame without a device number.
    public init(_ heard: HeardFrame, receivedAt: Instant, remote: String) {
        self.heard = heard
        self.receivedAt = receivedAt
        self.remote = remote
    }
}

/// What became of a frame without a device number.
public enum UnnumberedVerdict: Sendable, Equatable {
    /// A registration that is kept, durably; the name under which its line is to be known.
    case registered(registrant: String)
    /// The answer of a logger that is being given its number.
    case answered
    /// Nothing that is known here.
    case unknown
}

extension DevicesRoom {
    /// Takes frames without a device number: registrations (1001) in one transaction, and answers to running orders.
    public func take(_ frames: [UnnumberedFrame]) async throws -> [UnnumberedVerdict] {
        var verdicts = frames.map { frame -> UnnumberedVerdict in
            let observed = ObservedFrame(frame.heard, receivedAt: frame.receivedAt)
            return inbox.observe(unnumbered: observed, from: frame.remote) ? .answered : .unknown
        }
        let claims = frames.enumerated().compactMap { index, frame in
            RegistrationClaim(frame.heard).map { (index, $0, frame) }
        }
        guard !claims.isEmpty else { return verdicts }
        let registrations = registrations
        let outcomes = try await database.write { access in
            try claims.map { index, claim, frame in
                (index, try registrations.note(claim, from: frame.remote, at: frame.receivedAt, in: access))
            }
        }
        for case (let index, .kept(let id, let taken)) in outcomes {
            verdicts[index] = .registered(registrant: id.text)
            if let taken { inbox.put(taken) }
        }
        return verdicts
    }

    /// Gives a registering logger its number; see `RegistrationDesk.accept`.
    func accept(
        _ id: RegistrationID, number: String, outlet: String, by actor: Actor, at now: Instant
    ) async throws -> ConversationID {
        guard let outlet = OutletID(outlet) else { throw RegistrationRefusal.unknownOutlet }
        guard let device = DeviceNumber(number) else { throw RegistrationRefusal.notANumber }
        let registrations = registrations
        let accepted = try await database.write { access in
            try registrations.accept(id, as: device, of: outlet, by: actor, at: now, in: access)
        }
        if let taken = accepted.taken { inbox.put(taken) }
        return accepted.conversation
    }

    /// Has a device take a new password or key; see `SecretDesk.order`.
    func order(
        _ kind: RequestKind, _ secret: DeviceSecret, of outlet: OutletID, form: [String: String], by actor: Actor,
        at now: Instant
    ) async throws -> ConversationID {
        let (directory, secretDesk, scope) = (directory, secretDesk, Self.sight(of: actor))
        let station = try await database.read { try directory.station(of: outlet, scope: scope, in: $0) }
        guard let station else { throw CommandRefusal.notFound }
        let edition = await link.line(of: station.device)?.edition
        let ordered = try await database.write { access in
            try secretDesk.order(
                kind, secret, of: station, link: form[CommandField.link].flatMap { LinkType(rawValue: $0) },
                reason: form[CommandField.reason] ?? "", by: .person(actor.person), name: actor.name,
                edition: edition, at: now, in: access)
        }
        if let taken = ordered.taken { inbox.put(taken) }
        return ordered.conversation
    }

    /// What a visitor sees of numbers, passwords and keys: the administrator keeps the lines running and sees those of
    /// all devices, but no business rows.
    static func sight(of actor: Actor) -> Scope { actor.role == .administrator ? .city : actor.scope }
}
