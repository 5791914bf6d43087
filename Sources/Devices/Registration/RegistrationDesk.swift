import Facts
import HJ212
import Kernel
import Persistence

/// Keeps registration requests, and has accepted loggers take their number.
struct RegistrationDesk: Sendable {
    let desk: ConversationDesk
    let directory: any DeviceDirectory
    let register: any DeviceRegister
    /// Seals what loggers send as PW, which becomes their password when a person accepts them.
    let secrets: SecretBox

    /// What became of a claim.
    enum Outcome: Sendable {
        /// It is kept; what it set off, when a person had accepted it before.
        case kept(RegistrationID, ConversationDesk.Taken?)
        /// Somebody else claims this hardware, or there is no room: it stays unproven bytes.
        case refused
    }

    /// Keeps a claim. The first one of a hardware counts; another with the same hardware and other particulars is a
    /// conflict, which a person sees and resolves.
    func note(
        _ claim: RegistrationClaim, from remote: String, at now: Instant, bounds: RegistrationBounds = .design,
        in access: any WriteAccess
    ) throws -> Outcome {
        let id = RegistrationID(of: claim.hardware)
        guard let known = try RegistrationStore.registration(id, in: access) else {
            guard try RegistrationStore.makeRoom(for: remote, bounds, at: now, in: access) else { return .refused }
            let sealed = try secrets.seal(Array(claim.password.utf8), for: Self.identity(id))
            try RegistrationStore.insert(claim, sealed: sealed, from: remote, at: now, in: access)
            return .kept(id, nil)
        }
        let password = try password(of: id.text, in: access)
        let isSame = SecretComparison.isExpected(claim.password, password)
        guard known.hardware == claim.hardware, known.cpu == claim.cpu, known.macs == claim.macs, isSame else {
            try RegistrationStore.countConflict(id, from: remote, in: access)
            return .refused
        }
        try RegistrationStore.countUp(id, from: remote, at: now, in: access)
        guard let acceptance = known.acceptance else { return .kept(id, nil) }
        return .kept(id, try orderAgain(acceptance, id, at: now, in: access))
    }

    /// What a registering logger sent as PW; nil when it does not open any more.
    func password(of registrant: String, in access: any ReadAccess) throws -> String? {
        guard let id = RegistrationID(registrant),
            let sealed = try RegistrationStore.sealedPassword(id, in: access)
        else { return nil }
        do {
            return String(decoding: try secrets.open(sealed, for: Self.identity(id)), as: UTF8.self)
        } catch SecretBox.Refusal.forged, SecretBox.Refusal.notAnEnvelope, SecretBox.Refusal.foreignKey {
            return nil
        }
    }

    /// What comes of a person's decision.
    struct Accepted: Sendable {
        let conversation: ConversationID
        /// Nil when the same was decided before and is still under way.
        let taken: ConversationDesk.Taken?
    }

    /// Gives a logger its number: the register knows it in the same transaction in which the order is put into the
    /// queue. Throws `RegistrationRefusal`, `RegisterRefusal`, `CommandRefusal`.
    func accept(
        _ id: RegistrationID, as device: DeviceNumber, of outlet: OutletID, by actor: Actor, at now: Instant,
        in access: any WriteAccess
    ) throws -> Accepted {
        guard let known = try RegistrationStore.registration(id, in: access) else {
            throw RegistrationRefusal.notFound
        }
        guard let place = try directory.station(of: outlet, scope: .city, in: access) else {
            throw RegistrationRefusal.unknownOutlet
        }
        if let holder = try RegistrationStore.registration(of: device, in: access), holder.id != id {
            throw RegistrationRefusal.numberGiven
        }
        if known.acceptance?.device == device, known.acceptance?.outlet == outlet,
            let running = try ConversationStore.unfinished(.setDeviceNumber, of: device, in: access)
        {
            return Accepted(conversation: running, taken: nil)
        }
        let password = try password(of: id.text, in: access).flatMap { $0.isEmpty ? nil : $0 }
        try register.assign(
            device, to: outlet, password: password, by: .person(actor.person), at: now, in: access)
        try RegistrationStore.accept(
            id, Registration.Acceptance(device: device, outlet: outlet, name: actor.name, at: now), in: access)
        let station = place.going(by: device)
        try desk.journal.append(
            DeviceRegistrationAccepted(hardware: known.hardware, outlet: outlet, device: device),
            about: FactSubject(enterprise: place.enterprise, region: place.region, reference: outlet.text),
            by: .person(actor.person), occurredAt: now, in: access)
        let request = ConversationDesk.Request(
            command: DeviceCommand(number: device, registrant: id.text), link: nil, reason: "1001",
            author: .person(actor.person), authorName: actor.name)
        let taken = try desk.ask(request, of: station, edition: nil, at: now, in: access)
        return Accepted(conversation: taken.record.id, taken: taken)
    }

    /// Removes a request; the number that it may have been given stays known.
    func dismiss(_ id: RegistrationID, by actor: Actor, at now: Instant, in access: any WriteAccess) throws {
        guard let known = try RegistrationStore.registration(id, in: access) else {
            throw RegistrationRefusal.notFound
        }
        try RegistrationStore.remove(id, in: access)
        try desk.journal.append(
            DeviceRegistrationDismissed(hardware: known.hardware), about: .city, by: .person(actor.person),
            occurredAt: now, in: access)
    }

    /// Settles who decides about new keys.
    func set(_ policy: KeyPolicy, by actor: Actor, at now: Instant, in access: any WriteAccess) throws {
        try KeyPolicyStore.set(policy, in: access)
        try desk.journal.append(
            DeviceKeyPolicySet(policy: policy.rawValue), about: .city, by: .person(actor.person), occurredAt: now,
            in: access)
    }

    /// A logger that still registers did not hear, or lost, what it was given: it is told again, within the limit.
    private func orderAgain(
        _ acceptance: Registration.Acceptance, _ id: RegistrationID, at now: Instant, in access: any WriteAccess
    ) throws -> ConversationDesk.Taken? {
        guard try !ConversationStore.isBusy(acceptance.device, in: access),
            let station = try directory.station(of: acceptance.device, in: access)
        else { return nil }
        let request = ConversationDesk.Request(
            command: DeviceCommand(number: acceptance.device, registrant: id.text), link: nil, reason: "1001",
            author: .system("devices"), authorName: "1001")
        do {
            return try desk.ask(request, of: station, edition: nil, at: now, in: access)
        } catch is CommandRefusal {
            return nil
        }
    }

    private static func identity(_ id: RegistrationID) -> String { "devices_registration/\(id.text)" }
}

extension DeviceStation {
    /// The same logger by another of its numbers.
    func going(by number: DeviceNumber) -> DeviceStation {
        DeviceStation(
            device: number, systemCode: systemCode, outlet: outlet, outletTitle: outletTitle, enterprise: enterprise,
            enterpriseName: enterpriseName, region: region, regionName: regionName)
    }
}
