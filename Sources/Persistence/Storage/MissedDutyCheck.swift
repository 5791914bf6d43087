import Facts
import Kernel

/// What was noted of duties that ran out is what was journalled: a delay can neither be rubbed out nor invented.
enum MissedDutyCheck {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("duties were missed as was journalled")
        var told: [DutyID: DutyMissed] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(DutyMissed.self) { told[fact.duty] = fact }
        }
        try DutyBook.forEachDuty(access) { duty in
            guard let fact = told.removeValue(forKey: duty.id) else {
                if duty.missedAt != nil {
                    tally.examine("duty \(duty.id) is noted as missed, which was not journalled")
                }
                return
            }
            // Its kind may have another name since: migrations renamed some.
            let agrees = duty.missedAt.map { $0 >= fact.due } == true && duty.reference == fact.reference
            tally.examine(agrees ? nil : "duty \(duty.id) was missed, and is noted otherwise than journalled")
        }
        for id in told.keys.sorted(by: { $0.text < $1.text }) {
            tally.examine("duty \(id) was missed as journalled, and is gone")
        }
        return tally.report
    }
}
