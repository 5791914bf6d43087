import Kernel

/// The three administrators apart (三员分立): what nobody may do for themselves, and which roles never meet in one
/// person. Pure, so that a table of all roles tests it.
enum AdministrationRule {
    /// Refuses a role for a person.
    ///
    /// - Parameters:
    ///   - held: Every role the person ever had.
    ///   - namesakes: Roles of other people with the same name who have not left.
    static func checkGrant(
        of role: Role, to person: PersonID, by author: PersonID, held: Set<Role>, namesakes: Set<Role>
    ) throws(AccessRefusal) {
        guard person != author else { throw .oneself }
        guard role.isAdministration else { return }
        guard !held.contains(where: { $0.isAdministration && $0 != role }) else { throw .otherAdministration }
        guard !namesakes.contains(where: \.isAdministration) else { throw .sameName }
    }

    /// Refuses an administration for somebody whom the system administrator has not entered for it: of the two who make
    /// an administrator neither makes one alone.
    ///
    /// - Parameter held: Every role the person ever had: who had this one comes back to it.
    static func checkEntry(of person: Person, for role: Role, held: Set<Role>) throws(AccessRefusal) {
        guard !role.isAdministration || person.role == role || held.contains(role) else { throw .entryNeeded }
    }

    /// Refuses that somebody confirms the reset of an administrator: whoever asked, whoever is concerned, and whoever
    /// administers security too.
    static func checkConfirmation(of reset: AdministratorReset, by confirmer: Person) throws(AccessRefusal) {
        guard confirmer.id != reset.askedBy, confirmer.id != reset.person else { throw .oneself }
        guard confirmer.role.isAdministration, confirmer.role != .securityAdministrator else {
            throw .otherKindNeeded
        }
    }

    /// Refuses that a person leaves, or is moved away from a role.
    ///
    /// - Parameter alike: How many active people have the same post, the person counted.
    static func checkDeparture(from role: Role, alike: Int) throws(AccessRefusal) {
        guard !role.isAdministration || alike > 1 else { throw .lastAdministrator }
    }

    /// Refuses a hand-over.
    ///
    /// - Parameters:
    ///   - alike: How many active people have the same post, the person counted.
    ///   - successor: The named successor; nil gives the duties back to the role.
    static func checkHandOver(
        of person: Person, openDuties: Int, alike: Int, to successor: Person?
    ) throws(AccessRefusal) {
        if let successor {
            guard successor.id != person.id, successor.standing == .active, successor.post == person.post else {
                throw .successorUnfit
            }
        } else if openDuties > 0, alike <= 1 {
            throw .successorNeeded
        }
    }

    /// Refuses that what a person answers for by name goes to somebody of another organisation, who could not do it.
    static func checkNamedWork(of person: Person, isNamed: Bool, to successor: Person?) throws(AccessRefusal) {
        guard isNamed, let successor else { return }
        guard successor.organisation == person.organisation else { throw .successorElsewhere }
    }
}
