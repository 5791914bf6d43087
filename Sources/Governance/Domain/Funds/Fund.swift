import Facts
import Kernel

/// A fund with its book: budgets of years, what was allocated of them, what was used of that. Entries never change;
/// what is wrong is taken back by a counter entry.
struct Fund: Sendable, Equatable {
    let number: Int
    let policy: PolicyCode
    let name: String
    /// The unit that keeps it.
    let unit: String
    let purpose: String
    /// The task of the policy that asks for it.
    let task: Int?
    /// By their numbers.
    var entries: [Entry] = []
    /// By their numbers.
    var applications: [FundApplication] = []

    static let nameMax = 80
    static let textMax = 200
    /// The first year of a budget. Design value: the policy is of 2020.
    static let firstYear = 2_020

    /// What an entry does.
    enum Sort: String, Sendable, CaseIterable {
        case budget
        case allocation
        case use
        case counter
    }

    /// A line of the book.
    struct Entry: Sendable, Equatable {
        let number: Int
        let sort: Sort
        let year: Int
        /// Below zero for a counter entry.
        let amountFen: Int64
        /// The allocation of a use, or the entry that a counter entry takes back.
        let belongsTo: Int?
        let target: FundTarget?
        let what: String
        let document: String
        let day: CivilDate
        let author: String
        let filedAt: Instant
        /// The application that an allocation follows.
        var application: Int?
    }

    func application(_ number: Int) -> FundApplication? { applications.first { $0.number == number } }

    /// How far an application is: allocated while an entry that follows it stands.
    func state(of application: FundApplication) -> FundApplication.State {
        switch application.judgement?.verdict {
        case nil: return .waiting
        case .returned: return .returned
        case .accepted:
            let isAllocated = entries.contains { $0.application == application.number && !isTakenBack($0.number) }
            return isAllocated ? .allocated : .accepted
        }
    }

    /// The application that waits already and says the same: it was sent twice.
    func twin(of application: FundApplication) -> Int? {
        applications.first { known in
            known.judgement == nil && known.unit == application.unit && known.target == application.target
                && known.amountFen == application.amountFen && known.what == application.what
        }?.number
    }

    /// The standing entry that says the same of the same document: it was sent twice. A counter entry has none, for an
    /// entry is taken back once.
    func twin(of entry: Entry) -> Int? {
        guard entry.sort != .counter else { return nil }
        return entries.first { known in
            known.sort == entry.sort && known.year == entry.year && known.amountFen == entry.amountFen
                && known.belongsTo == entry.belongsTo && known.target == entry.target
                && known.document == entry.document && !isTakenBack(known.number)
        }?.number
    }

    /// What a fund has in a year, or in all of them.
    struct Balance: Sendable, Equatable {
        var budgetFen: Int64 = 0
        var allocatedFen: Int64 = 0
        var usedFen: Int64 = 0

        var freeFen: Int64 { budgetFen - allocatedFen }
        var unusedFen: Int64 { allocatedFen - usedFen }
    }

    func entry(_ number: Int) -> Entry? { entries.first { $0.number == number } }

    /// Whether a counter entry takes an entry back.
    func isTakenBack(_ number: Int) -> Bool { entries.contains { $0.sort == .counter && $0.belongsTo == number } }

    /// What an entry counts as: a counter entry as what it takes back.
    private func counted(_ entry: Entry) -> Sort? {
        entry.sort == .counter ? entry.belongsTo.flatMap { self.entry($0) }?.sort : entry.sort
    }

    /// The years that the book names, the newest first.
    var years: [Int] { Set(entries.map(\.year)).sorted(by: >) }

    /// The balance of a year; without one, of all years.
    func balance(of year: Int? = nil) -> Balance {
        var balance = Balance()
        for entry in entries where year.map({ entry.year == $0 }) ?? true {
            switch counted(entry) {
            case .budget: balance.budgetFen += entry.amountFen
            case .allocation: balance.allocatedFen += entry.amountFen
            case .use: balance.usedFen += entry.amountFen
            case .counter, nil: continue
            }
        }
        return balance
    }

    /// What was used of an allocation and not taken back.
    func usedFen(of allocation: Int) -> Int64 {
        entries.reduce(0) { sum, entry in
            if entry.sort == .use, entry.belongsTo == allocation { return sum + entry.amountFen }
            guard entry.sort == .counter, let back = entry.belongsTo.flatMap({ self.entry($0) }), back.sort == .use,
                back.belongsTo == allocation
            else { return sum }
            return sum + entry.amountFen
        }
    }

    /// What an allocation still has; nil for what is none or was taken back.
    func leftFen(of allocation: Int) -> Int64? {
        guard let entry = entry(allocation), entry.sort == .allocation, !isTakenBack(allocation) else { return nil }
        return entry.amountFen - usedFen(of: allocation)
    }

    /// What does not add up, in words for whoever verifies: more allocated than budgeted, more used than allocated, a
    /// counter entry that is not the whole of what it takes back.
    var defects: [String] {
        var found: [String] = []
        for year in years {
            let balance = balance(of: year)
            if balance.freeFen < 0 { found.append("more was allocated than the budget of \(year)") }
            if balance.unusedFen < 0 { found.append("more was used than was allocated of \(year)") }
        }
        for entry in entries {
            switch entry.sort {
            case .allocation:
                let used = usedFen(of: entry.number)
                if used < 0 || used > (isTakenBack(entry.number) ? 0 : entry.amountFen) {
                    found.append("entry \(entry.number) was used beyond what it has")
                }
            case .counter:
                let back = entry.belongsTo.flatMap { self.entry($0) }
                if back?.amountFen != -entry.amountFen || back?.year != entry.year {
                    found.append("entry \(entry.number) does not take back what it names")
                }
            case .budget, .use: continue
            }
        }
        return found
    }
}
