import Facts
import Kernel
import Persistence

/// Who may check on site, and from when to when, is what was journalled: papers of the past name these certificates.
enum CertificateChecks {
    private struct Told: Equatable {
        let person: PersonID
        let validFrom: CivilDate
        let validTo: CivilDate
        var isWithdrawn = false
    }

    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("officers' certificates are those the journal tells of")
        var told: [String: Told] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(CertificateRecorded.self) {
                told[fact.number] = Told(person: fact.person, validFrom: fact.validFrom, validTo: fact.validTo)
            } else if let fact = try? entry.fact(CertificateWithdrawn.self) {
                told[fact.number]?.isWithdrawn = true
            }
        }
        for kept in try Certificates.all(in: access) {
            let agrees =
                told.removeValue(forKey: kept.number.text)
                == Told(
                    person: kept.person, validFrom: kept.validFrom, validTo: kept.validTo,
                    isWithdrawn: kept.withdrawnAt != nil)
            tally.examine(agrees ? nil : "certificate \(kept.number) is not what was journalled")
        }
        for number in told.keys.sorted() { tally.examine("certificate \(number) was journalled and is gone") }
        return tally.report
    }
}
