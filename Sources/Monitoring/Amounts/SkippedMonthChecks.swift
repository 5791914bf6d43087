import Kernel
import Persistence

/// Every month with hours is recorded, up to the one each outlet was looked at for.
struct SkippedMonthChecks: SelfChecking {
    let source: AmountSource

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("every month that is over and has hours has its recorded amounts")
        let looks = try AmountStore.looks(access)
        // Before the first month is over, that was looked at.
        if looks.isEmpty { tally.examine(nil) }
        for (outlet, month) in looks {
            // Hours that came since wait for the next look.
            guard try !LateMonthStore.waits(outlet, in: access) else { continue }
            let missing = try source.missing(of: outlet, until: month, access)
            for lacking in missing {
                tally.examine("the amount of \(lacking.pollutant) of \(outlet) in \(lacking.month.text) is missing")
            }
            if missing.isEmpty { tally.examine(nil) }
        }
        return [tally.report]
    }
}
