/// A key project of a policy, with what it is planned to cost.
struct PolicyProject: Codable, Sendable, Equatable {
    let number: Int
    let name: String
    let content: String
    let regions: [String]
    /// As documents state it, in 万元; money is counted in fen.
    let investment10kYuan: Int64
    /// Until when it is to be built, as written: 2022.12.
    let writtenDue: String
    /// The same as a month, `2022-12`.
    let due: CivilMonth

    enum CodingKeys: String, CodingKey {
        case name, content, regions, due
        case number = "no"
        case investment10kYuan = "investment_10k_yuan"
        case writtenDue = "due_raw"
    }

    /// What it is planned to cost, in fen: 1 万元 is 1,000,000 fen.
    var investmentFen: Int64 { investment10kYuan * 1_000_000 }
}
