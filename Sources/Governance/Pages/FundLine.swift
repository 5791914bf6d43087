import Kernel

/// A fund as lists show it.
struct FundLine: Sendable {
    let fund: Fund
    private let balance: Fund.Balance

    init(_ fund: Fund) {
        self.fund = fund
        balance = fund.balance()
    }

    var address: String { "/governance/funds/\(fund.number)" }
    var taskAddress: String? { fund.task.map { "/policy/\(fund.policy)/tasks/\($0)" } }

    /// Amounts of a balance as templates show them.
    static func view(of balance: Fund.Balance) -> [String: Any] {
        [
            "budget": TenThousandYuan.text(balance.budgetFen), "allocated": TenThousandYuan.text(balance.allocatedFen),
            "used": TenThousandYuan.text(balance.usedFen), "free": TenThousandYuan.text(balance.freeFen),
            "unused": TenThousandYuan.text(balance.unusedFen),
        ]
    }

    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        let words: [String: Any] = [
            "number": String(fund.number), "name": fund.name, "address": address, "unit": fund.unit,
            "purpose": fund.purpose, "hasTask": fund.task != nil, "taskNumber": fund.task.map { "\($0)" } ?? "–",
            "taskAddress": taskAddress ?? "",
        ]
        return words.merging(Self.view(of: balance)) { first, _ in first }
    }

    /// As programs read it.
    struct Content: Encodable, Sendable {
        let number: Int
        let name: String
        let unit: String
        let purpose: String
        let task: Int?
        let budgetFen: Int64
        let allocatedFen: Int64
        let usedFen: Int64
        let freeFen: Int64
        let unusedFen: Int64
    }

    var content: Content {
        Content(
            number: fund.number, name: fund.name, unit: fund.unit, purpose: fund.purpose, task: fund.task,
            budgetFen: balance.budgetFen, allocatedFen: balance.allocatedFen, usedFen: balance.usedFen,
            freeFen: balance.freeFen, unusedFen: balance.unusedFen)
    }

    /// An amount as a cell.
    static func cell(_ fen: Int64) -> String { TenThousandYuan.text(fen).filter { $0 != "," } }

    static let columns: [(Phrase, @Sendable (Fund.Balance) -> Int64)] = [
        (Phrase("预算（万元）", "Budget (10k yuan)"), { $0.budgetFen }),
        (Phrase("已分配（万元）", "Allocated (10k yuan)"), { $0.allocatedFen }),
        (Phrase("已使用（万元）", "Used (10k yuan)"), { $0.usedFen }),
        (Phrase("未分配（万元）", "Free (10k yuan)"), { $0.freeFen }),
        (Phrase("分配未用（万元）", "Not used yet (10k yuan)"), { $0.unusedFen }),
    ]

    /// An amount of the fund by the place of its column.
    func amount(_ place: Int) -> Int64 { Self.columns[place].1(balance) }
}
