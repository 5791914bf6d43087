import Kernel

/// What a unit applied for: reviewed by the office, and when it is accepted, allocated by whoever keeps the fund.
struct FundApplication: Sendable, Equatable {
    /// 1, 2, 3 … within the fund.
    let number: Int
    /// The unit that applies.
    let unit: String
    let target: FundTarget
    let amountFen: Int64
    let what: String
    let author: String
    let filedAt: Instant
    var judgement: Judgement?

    /// What the office said of it.
    struct Judgement: Sendable, Equatable {
        let verdict: ReviewVerdict
        let note: String
        let author: String
        let at: Instant
    }

    /// How far an application is.
    enum State: String, Sendable, CaseIterable {
        case waiting
        case accepted
        case returned
        case allocated
    }

    /// What the duty to review it refers to: `FUND-1.A2`.
    static func reference(_ fund: Int, _ number: Int) -> String { "FUND-\(fund).A\(number)" }

    /// The fund and the application that a duty is about; nil for other duties.
    static func place(in reference: String) -> (fund: Int, number: Int)? {
        let parts = reference.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("FUND-"), parts[1].hasPrefix("A"),
            let fund = Int(parts[0].dropFirst(5)), let number = Int(parts[1].dropFirst())
        else { return nil }
        return (fund, number)
    }
}
