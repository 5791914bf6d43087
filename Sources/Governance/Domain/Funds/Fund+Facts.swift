import Facts
import Kernel

extension Fund {
    /// The kinds of fact that tell of funds.
    static let kinds: Set = [FundOpened.kind, FundEntryMade.kind]

    /// Takes what a fact tells of funds.
    static func take(_ entry: JournalEntry, into funds: inout [Int: Fund]) throws {
        if let fact = try entry.fact(FundOpened.self), let policy = PolicyCode(fact.policy) {
            funds[fact.fund] = Fund(
                number: fact.fund, policy: policy, name: fact.name, unit: fact.unit, purpose: fact.purpose,
                task: fact.task)
        } else if let fact = try entry.fact(FundEntryMade.self), let sort = Sort(rawValue: fact.sort) {
            let target = fact.target.flatMap { FundTarget.Sort(rawValue: $0) }
                .map { FundTarget($0, fact.targetName ?? "") }
            funds[fact.fund]?.entries.append(
                Entry(
                    number: fact.entry, sort: sort, year: fact.year, amountFen: fact.amountFen,
                    belongsTo: fact.belongsTo, target: target, what: fact.what, document: fact.document,
                    day: fact.day, author: entry.author.text, filedAt: entry.occurredAt))
        }
    }
}
