import Facts
import Kernel
import Persistence
import Standards

/// The marks are those the journal tells of; each was stated in time or on an officer's demand, and names the first
/// mark of its hours, which is untouched.
enum MarkCheck {
    static func report(_ access: any ReadAccess, hourMax: RuleFigure<Int>) throws -> CheckReport {
        var tally = CheckTally("marks are those the journal tells of, made in time or on demand")
        var stated: [Int64: (fact: EnterpriseMarkStated, entry: JournalEntry)] = [:]
        var closed: [(fact: MarksClosed, entry: JournalEntry)] = []
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(EnterpriseMarkStated.self) {
                stated[fact.number] = (fact, entry)
            } else if let fact = try? entry.fact(MarksClosed.self) {
                closed.append((fact, entry))
            }
        }
        var earlier: [OutletID: [EnterpriseMark]] = [:]
        var closings: [OutletID: [MarkStore.Closed]] = [:]
        try MarkStore.forEachClosing(access) { row, place in
            closings[row.outlet, default: []].append(row)
            let told = closed.firstIndex { told in
                let fact = MarksClosed(
                    outlet: row.outlet, from: row.closing.from, until: row.closing.until,
                    signed: told.fact.signed == nil ? nil : NameSeal.of(row.name, told.entry.author))
                return told.fact == fact && told.entry.author.text == row.by && told.entry.occurredAt == row.at
                    && told.entry.subject == place.subject
            }
            tally.examine(told == nil ? "closed marks of \(row.outlet) are not what was journalled" : nil)
            if let told { closed.remove(at: told) }
        }
        for told in closed { tally.examine("marks of \(told.fact.outlet) were closed in the journal only") }
        var count: Int64 = 0
        try MarkStore.forEach(access) { row, place in
            count += 1
            let told = stated.removeValue(forKey: row.mark.number)
            let seal = told.flatMap { told in told.fact.signed.map { _ in NameSeal.of(row.name, told.entry.author) } }
            let fact = EnterpriseMarkStated(row.mark, outlet: row.outlet, reason: row.reason, signed: seal)
            guard told?.fact == fact, told?.entry.author.text == row.by, told?.entry.occurredAt == row.at,
                told?.entry.subject == place.subject, row.mark.number == count
            else {
                return tally.examine("mark \(row.mark.number) is not what was journalled")
            }
            let first = earlier[row.outlet, default: []].first { $0.meets(row.mark) }
            earlier[row.outlet, default: []].append(row.mark)
            guard row.mark.first == first?.number else {
                return tally.examine("mark \(row.mark.number) does not name the first mark of its hours")
            }
            let isInTime = isInTime(row, closings[row.outlet] ?? [], hourMax)
            tally.examine(
                isInTime || row.mark.demand != nil
                    ? nil : "mark \(row.mark.number) was stated after the marks had closed, on no demand")
        }
        for number in stated.keys.sorted() { tally.examine("mark \(number) was journalled and is missing") }
        return tally.report
    }

    private static func isInTime(
        _ row: MarkStore.Recorded, _ closings: [MarkStore.Closed], _ hourMax: RuleFigure<Int>
    ) -> Bool {
        let then = closings.filter { $0.at < row.at }.map(\.closing)
        let term = MarkTerm(hourMax: hourMax, closings: then)
        var hour = row.mark.firstHour
        while hour <= row.mark.lastHour {
            guard term.isOpen(hour, at: row.at) else { return false }
            hour = hour.adding(hours: 1)
        }
        return true
    }
}
