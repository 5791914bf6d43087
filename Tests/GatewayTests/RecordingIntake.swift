import HJ212

@testable import Gateway

/// An intake that keeps what it is given in memory, waits when told to, and fails when told to.
actor RecordingIntake: FrameIntake {
    struct Fault: Error {}

    private(set) var batches: [[Arrival]] = []
    private var known: Set<[UInt8]> = []
    private var callsBegun = 0
    private var isHeld: Bool
    private var held: [CheckedContinuation<Void, Never>] = []
    private var awaiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    private var refusesAll: Bool
    private let poison: String?
    private let stranger: String?

    /// - Parameters:
    ///   - poison: MN whose frames make the whole transaction fail.
    ///   - stranger: MN whose frames are quarantined.
    init(held: Bool = false, refusesAll: Bool = false, poison: String? = nil, stranger: String? = nil) {
        isHeld = held
        self.refusesAll = refusesAll
        self.poison = poison
        self.stranger = stranger
    }

    func store(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
        callsBegun += 1
        for waiter in awaiting where waiter.count <= callsBegun { waiter.continuation.resume() }
        awaiting.removeAll { $0.count <= callsBegun }
        if isHeld { await withCheckedContinuation { held.append($0) } }
        guard !refusesAll, !arrivals.contains(where: { $0.mn != nil && $0.mn == poison }) else { throw Fault() }
        batches.append(arrivals)
        return arrivals.map(verdict)
    }

    /// Returns when that many calls of `store` have begun.
    func begun(_ count: Int) async {
        guard callsBegun < count else { return }
        await withCheckedContinuation { awaiting.append((count, $0)) }
    }

    /// Holds the calls that begin from now on.
    func hold() { isHeld = true }

    /// Lets the held calls and all later ones go on.
    func release() {
        isHeld = false
        for continuation in held { continuation.resume() }
        held = []
    }

    func recover() { refusesAll = false }

    var labels: [String] { batches.joined().map(\.label) }

    private func verdict(on arrival: Arrival) -> IntakeVerdict {
        guard case .accepted(let frame) = arrival.event else { return .quarantined(reason: "no frame") }
        if frame.header.mn == nil, frame.header.cn == 1001 { return .noted(registrant: frame.value(of: "i23005-Info")) }
        if let stranger, frame.header.mn == stranger { return .quarantined(reason: "unknown device") }
        return known.insert(frame.bytes).inserted ? .stored : .alreadyStored
    }
}

extension Arrival {
    fileprivate var mn: String? {
        if case .accepted(let frame) = event { frame.header.mn } else { nil }
    }
}
