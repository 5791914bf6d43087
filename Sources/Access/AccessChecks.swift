import Facts
import Kernel
public import Persistence

/// What Access knows must hold: the register of people is what the journal says.
struct AccessChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var given: [PersonID: [Role]] = [:]
        var proposed: [PersonID: Role] = [:]
        var left: Set<PersonID> = []
        // Whose last role waits for its grant since they moved, and where everybody moved.
        var waiting: Set<PersonID> = []
        var places: [PersonID: String] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(PersonAdmitted.self) { given[fact.person, default: []].append(fact.role) }
            if let fact = try? entry.fact(RoleGranted.self) {
                given[fact.person, default: []].append(fact.role)
                waiting.remove(fact.person)
            }
            if let fact = try? entry.fact(PersonProposed.self) {
                proposed[fact.person] = fact.role
                places[fact.person] = fact.organisation
            }
            if let fact = try? entry.fact(PersonMoved.self) {
                proposed[fact.person] = fact.role
                places[fact.person] = fact.to
                waiting.insert(fact.person)
            }
            if let fact = try? entry.fact(PersonLeft.self) { left.insert(fact.person) }
        }
        var roles = CheckTally(
            "people are what they were last granted, where they were moved, and left when the journal says so")
        var apart = CheckTally("nobody was ever granted two of the three administrations")
        for person in try People.all(limit: .max, in: access) {
            let last = waiting.contains(person.id) ? nil : given[person.id]?.last
            let standing: Person.Standing =
                left.contains(person.id) ? .left : last == nil ? .proposed : .active
            let place = places[person.id]
            let agrees =
                person.standing == standing && person.role == last ?? proposed[person.id]
                && (place == nil || place == person.organisation?.text)
            roles.examine(agrees ? nil : "person \(person.id) is not what was journalled")
            let administrations = Set(given[person.id] ?? []).filter(\.isAdministration)
            apart.examine(
                administrations.count <= 1 ? nil : "person \(person.id) was granted \(administrations.count) of them")
        }
        return [roles.report, apart.report, try CertificateChecks.report(access)]
    }
}

extension AccessRoom {
    /// What `jianhu verify` examines here.
    public static let checks: any SelfChecking = AccessChecks()
}
