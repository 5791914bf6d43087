import Facts
import Kernel

/// A database is for what it was made for. One that was made before the journal told it is not compared.
enum InstallationCheck {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("the database is for what it was made for")
        let kinds: Set = [InstallationMade.kind]
        for entry in try Journal.entries(after: 0, kinds: kinds, limit: .max, in: access) {
            guard let fact = try entry.fact(InstallationMade.self) else { continue }
            let purpose = try Installation.purpose(access)?.rawValue
            let agrees = try purpose == fact.purpose && Installation.createdAt(access) == entry.occurredAt
            tally.examine(agrees ? nil : "the database says it is for \(purpose ?? "nothing"), and was made otherwise")
        }
        return tally.report
    }
}
