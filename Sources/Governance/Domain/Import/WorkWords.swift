import Kernel

/// What tables of the work may say in words for a code, in either language, as pages and their files say it.
struct WorkWords: Sendable {
    /// Codes of districts by their names; the city as a whole has none.
    private let regions: [String: String]

    /// - Parameter regions: The districts that values may be of.
    init(regions: [(code: RegionCode, name: Phrase)] = []) {
        let whole = ["全市", "the city", "–"].map { ($0, "") }
        self.regions = Dictionary(
            whole + regions.flatMap { [($0.name.zh, $0.code.text), ($0.name.en, $0.code.text)] },
            uniquingKeysWith: { first, _ in first })
    }

    private static let standings = codes(of: TaskStanding.allCases.map { ($0.phrase, $0.rawValue) })
    private static let sorts = codes(of: PoolSort.allCases.map { ($0.phrase, $0.rawValue) })

    private static func codes(of words: [(Phrase, String)]) -> [String: String] {
        Dictionary(
            words.flatMap { [($0.zh, $1), ($0.en, $1)] }, uniquingKeysWith: { first, _ in first })
    }

    /// What a field says, by its code; what is no such word stays, for the checks to refuse.
    func code(_ text: String, in column: String, of columns: [String]) -> String {
        switch column {
        case "region": regions[text] ?? text
        case "standing": Self.standings[text] ?? text
        case "sort" where columns == WorkTable.poolColumns: Self.sorts[text] ?? text
        // Every other column is read as it stands.
        default: text
        }
    }
}
