import Facts
import Kernel

/// A project of the reserve pool with everything that was said about it.
struct PoolHistory: Sendable, Equatable {
    var project: PoolProject
    var steps: [PoolProject.Step] = []
    var money: [PoolProject.Money] = []

    /// The kinds of fact that tell of the pool.
    static let kinds: Set = [PoolProjectEntered.kind, PoolProjectMoved.kind, PoolMoneySecured.kind]

    /// Whether a counter entry takes secured money back.
    func isTakenBack(_ number: Int) -> Bool { money.contains { $0.belongsTo == number } }

    /// The standing entry that says the same of the same document: it was sent twice.
    static func twin(of money: PoolProject.Money, in book: [PoolProject.Money]) -> Int? {
        book.first { known in
            known.belongsTo == nil && known.source == money.source && known.amountFen == money.amountFen
                && known.document == money.document && !book.contains { $0.belongsTo == known.number }
        }?.number
    }

    /// Takes what a fact tells of the pool.
    static func take(_ entry: JournalEntry, into pool: inout [Int: PoolHistory]) throws {
        if let fact = try entry.fact(PoolProjectEntered.self), let sort = PoolSort(rawValue: fact.sort) {
            pool[fact.project] = PoolHistory(
                project: PoolProject(
                    number: fact.project, name: fact.name, region: fact.region, sort: sort, unit: fact.unit,
                    totalFen: fact.totalFen,
                    planFen: ProjectRecord.Source.allCases.map { fact.planFen[$0.rawValue] ?? 0 }, note: fact.note,
                    enteredOn: fact.day))
        } else if let fact = try entry.fact(PoolProjectMoved.self), let stage = PoolStage(rawValue: fact.stage) {
            pool[fact.project]?.steps.append(
                .init(number: fact.step, stage: stage, day: fact.day, note: fact.note, author: entry.author.text))
            pool[fact.project]?.project.stage = stage
        } else if let fact = try entry.fact(PoolMoneySecured.self),
            let source = ProjectRecord.Source(rawValue: fact.source),
            let place = ProjectRecord.Source.allCases.firstIndex(of: source)
        {
            pool[fact.project]?.money.append(
                .init(
                    number: fact.entry, source: source, amountFen: fact.amountFen, belongsTo: fact.belongsTo,
                    document: fact.document, day: fact.day, author: entry.author.text))
            pool[fact.project]?.project.securedFen[place] += fact.amountFen
        }
    }
}
