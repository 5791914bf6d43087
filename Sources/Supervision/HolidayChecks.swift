import Facts
import Kernel
import Persistence

/// The days off that were imported are those of the notice: a shifted one would move every clock of working days.
enum HolidayChecks {
    /// SHA-256 over the days in their order, a line `DAY|off or worked|NAME|SOURCE` each.
    static func digest(of days: [ImportedDay]) -> Digest256 {
        let lines = days.sorted { $0.day < $1.day }.map { day in
            "\(day.day)|\(day.isWorked ? "worked" : "off")|\(day.name)|\(day.source)\n"
        }
        return Digest256(of: lines.joined())
    }

    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("imported days off are those of the notice")
        var kept = Dictionary(grouping: try HolidayStore.all(in: access)) { $0.day.parts.year }
        try Journal.forEachEntry(access) { entry in
            guard let fact = try? entry.fact(HolidaysImported.self) else { return }
            let days = kept.removeValue(forKey: fact.year) ?? []
            let agrees = days.count == fact.days && fact.digest.map { $0 == digest(of: days) } ?? true
            tally.examine(agrees ? nil : "the days off of \(fact.year) are not those that were imported")
        }
        for year in kept.keys.sorted() { tally.examine("nobody imported the days off of \(year)") }
        return tally.report
    }
}
