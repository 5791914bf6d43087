public import Facts
public import Kernel
public import Persistence

/// Where cases go that call for a penalty. Until there is such a room, the handing over is a recorded fact.
public protocol PenaltyDesk: Sendable {
    /// Takes a case for filing, in the transaction of the step that hands it over.
    func file(
        _ case: CaseHandedOver, about subject: FactSubject, by actor: Actor, in access: any WriteAccess) throws
}

/// Records that a case was handed over for filing, and nothing else.
public struct RecordedHandOver: PenaltyDesk {
    private let journal: Journal

    /// A desk that writes into this journal.
    public init(journal: Journal) {
        self.journal = journal
    }

    public func file(
        _ handed: CaseHandedOver, about subject: FactSubject, by actor: Actor, in access: any WriteAccess
    ) throws {
        try journal.append(handed, about: subject, by: .person(actor.person), in: access)
    }
}
