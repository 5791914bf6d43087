import Facts
import Kernel

/// A directive as it was issued, with every answer.
struct Directive: Sendable, Equatable {
    let document: DirectiveDocument
    let sha256: Digest256
    let author: String
    let issuedAt: Instant
    /// By item and attempt.
    var answers: [DirectiveAnswer] = []
    /// What was said about the tasks that its items became, by item.
    var tasks: [Int: TaskRecord] = [:]

    var key: DirectiveKey { document.key }

    func item(_ number: Int) -> DirectiveDocument.Item? { document.items.first { $0.number == number } }

    /// The newest answer to an item.
    func answer(_ item: Int) -> DirectiveAnswer? { answers.last { $0.item == item } }

    /// The last day for an item, or a later one that was decided on for its task: a returned one has time until the
    /// day that the office named.
    func due(_ item: DirectiveDocument.Item) -> CivilDate {
        if document.setsTasks { return tasks[item.number]?.extendedTo ?? item.due }
        return answer(item.number)?.judgement?.again.map { max($0, item.due) } ?? item.due
    }

    func state(_ item: DirectiveDocument.Item, on day: CivilDate) -> DirectiveItemState {
        if document.setsTasks, let record = tasks[item.number] {
            if record.isFulfilled(.year, on: day) { return .accepted }
            if record.reports.contains(where: { $0.review == nil }) { return .waiting }
        }
        if let answer = answer(item.number), answer.judgement?.verdict != .returned {
            return answer.judgement == nil ? .waiting : .accepted
        }
        return due(item) < day ? .late : .open
    }

    /// Whether everything in it was accepted.
    var isClosed: Bool {
        document.items.allSatisfy { state($0, on: issuedAt.civil.date) == .accepted }
    }

    /// The moment at which a last day is over.
    static func end(of day: CivilDate) -> Instant { Instant(startOf: day.adding(days: 1)) }

    /// Takes a fact about its answers; facts of other kinds change nothing.
    mutating func take(_ entry: JournalEntry) throws {
        if let fact = try entry.fact(DirectiveAnswered.self) {
            answers.append(
                DirectiveAnswer(
                    item: fact.item, attempt: fact.attempt, unit: fact.unit, text: fact.text,
                    evidence: fact.evidence, author: entry.author.text, filedAt: entry.occurredAt))
            answers.sort { ($0.item, $0.attempt) < ($1.item, $1.attempt) }
        } else if let fact = try entry.fact(DirectiveJudged.self), let verdict = ReviewVerdict(rawValue: fact.verdict) {
            for index in answers.indices
            where answers[index].item == fact.item && answers[index].attempt == fact.attempt {
                answers[index].judgement = .init(
                    verdict: verdict, note: fact.note, again: fact.again, author: entry.author.text,
                    at: entry.occurredAt)
            }
        }
    }
}
