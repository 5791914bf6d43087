import Facts
import Kernel

extension Fund {
    /// The kinds of fact that tell of funds.
    static let kinds: Set = [
        FundOpened.kind, FundEntryMade.kind, FundAppliedFor.kind, FundApplicationJudged.kind,
    ]

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
                    day: fact.day, author: entry.author.text, filedAt: entry.occurredAt,
                    application: fact.application))
        } else if let fact = try entry.fact(FundAppliedFor.self),
            let target = FundTarget.Sort(rawValue: fact.target)
        {
            funds[fact.fund]?.applications.append(
                FundApplication(
                    number: fact.application, unit: fact.unit, target: FundTarget(target, fact.targetName),
                    amountFen: fact.amountFen, what: fact.what, author: entry.author.text,
                    filedAt: entry.occurredAt))
        } else if let fact = try entry.fact(FundApplicationJudged.self),
            let verdict = ReviewVerdict(rawValue: fact.verdict),
            let place = funds[fact.fund]?.applications.firstIndex(where: { $0.number == fact.application })
        {
            funds[fact.fund]?.applications[place].judgement = .init(
                verdict: verdict, note: fact.note, author: entry.author.text, at: entry.occurredAt)
        }
    }
}
