import Facts
import Kernel
import Persistence

/// Gives units the duties beside monthly reports, takes them away when they are done otherwise, and calls on the office
/// for those that are overdue.
struct MatterDesk: Sendable {
    let tasks: GovernanceDesk

    /// What has to happen so that the duty book agrees with what is open.
    struct Moves: Sendable {
        var assigned: [DueMatter] = []
        /// References of duties that nobody owes any more, or by another day.
        var lifted: [String] = []
        /// References of overdue duties for which the office was not called on.
        var pressed: [String] = []

        var isEmpty: Bool { assigned.isEmpty && lifted.isEmpty && pressed.isEmpty }
    }

    /// The open matters of a policy.
    func matters(
        of policy: PolicyDocument, at now: Instant, in access: any ReadAccess
    ) throws -> [DueMatter] {
        let code = policy.meta.code
        return DueMatter.all(
            of: policy,
            .init(
                tasks: try TaskStore.records(of: code, in: access),
                documents: try ReformStore.documents(of: code, in: access),
                projects: try ProjectStore.records(of: code, in: access)), at: now,
            nearDays: tasks.figures.deadlineNearDays, reportDue: tasks.reportDue)
    }

    /// What is to be given, taken away and pressed for now. A duty is given ahead of its day alone: what is over when
    /// it is first seen shows as late, and reminds nobody.
    func moves(of policy: PolicyDocument, at now: Instant, in access: any ReadAccess) throws -> Moves {
        let all = try DutyBook.all(beginningWith: "\(policy.meta.code).", in: access).filter { $0.state == .open }
        let open = all.filter { duty in
            // Targets are the office's own duty, which ends with its word.
            WorkPlace(reference: duty.reference).map { $0.kind.rawValue == duty.kind && $0.kind != .target } ?? false
        }
        let pressed = Set(all.filter { $0.kind == GovernanceDutyKind.pressMatter.rawValue }.map(\.reference))
        let matters = try matters(of: policy, at: now, in: access)
        let byReference = Dictionary(
            matters.map { ($0.place.reference, $0) }, uniquingKeysWith: { first, _ in first })
        var moves = Moves()
        moves.lifted = open.filter { byReference[$0.reference]?.due != $0.due }.map(\.reference)
        let kept = Set(open.map(\.reference)).subtracting(moves.lifted)
        moves.assigned = matters.filter { $0.due > now && !kept.contains($0.place.reference) }
        moves.pressed = open.filter {
            kept.contains($0.reference) && $0.due < now && !pressed.contains($0.reference)
        }.map(\.reference)
        return moves
    }

    /// Lets the duty book agree with what is open.
    func follow(_ policy: PolicyDocument, at now: Instant, in access: any WriteAccess) throws {
        let moves = try moves(of: policy, at: now, in: access)
        for reference in moves.lifted {
            try DutyBook.settle(reference: reference, as: .lifted, at: now, journal: tasks.journal, in: access)
        }
        let organisations = try PolicyStore.organisations(access)
        for matter in moves.assigned {
            let people = try organisations[matter.unit].map { try tasks.directory.members(of: $0, in: access) } ?? []
            let role: Role = people.contains { $0.role == .cityOfficer } ? .cityOfficer : .liaison
            try assign(matter.place.kind, matter.place.reference, "GW", role, due: matter.due, at: now, in: access)
        }
        for reference in moves.pressed {
            try assign(
                .pressMatter, reference, "GX", .cityOfficer,
                due: GovernanceDesk.pressTerm.due(from: now, on: tasks.calendar), at: now, in: access)
        }
    }

    private func assign(
        _ kind: GovernanceDutyKind, _ reference: String, _ prefix: String, _ role: Role, due: Instant,
        at now: Instant, in access: any WriteAccess
    ) throws {
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "\(prefix)-\(reference)-\(now.milliseconds)"), kind: kind.rawValue,
                reference: reference, role: role, enterprise: nil, region: nil, since: now, due: due), in: access)
    }
}

extension GovernanceDesk {
    /// Ends the duty about a matter that was done.
    func settle(_ place: WorkPlace, at now: Instant, in access: any WriteAccess) throws {
        try DutyBook.settle(reference: place.reference, as: .done, at: now, journal: journal, in: access)
    }
}
