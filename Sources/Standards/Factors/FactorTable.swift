public import Kernel

/// The factor codes of HJ 212: appendix B of 2017, those of 2005, and the codes outside the tables that devices send.
///
/// Read once from `share/rules/factors.csv`, `factors-2005.csv` and `molar-masses.csv`.
public struct FactorTable: Sendable {
    /// Every line, in the order of the file.
    public let entries: [FactorEntry]
    /// The codes of 2005, in the order of the file.
    public let formerCodes: [FormerFactorCode]
    private let bySpelling: [String: [FactorEntry]]
    private let byFormerCode: [String: FormerFactorCode]

    /// What a code may stand for.
    public enum Finding: Sendable, Equatable {
        /// One factor, with the code in its canonical spelling.
        case one(PollutantCode, FactorEntry)
        /// Two meanings under one code; `code.1` and `code.2` name one of them.
        case several([FactorEntry])
        /// In no table.
        case none
    }

    /// A table from its lines. A code may come twice with different meanings.
    init(entries: [FactorEntry], formerCodes: [FormerFactorCode]) {
        self.entries = entries
        self.formerCodes = formerCodes
        bySpelling = Dictionary(grouping: entries) { $0.code.lowercased() }
        byFormerCode = Dictionary(formerCodes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a code stands for today, in any case of letters. Codes that only 2005 has are found by `former`.
    public func find(_ text: String) -> Finding {
        let parts = text.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let spelling = parts.first, parts.count <= 2 else { return .none }
        for (pattern, digits) in Self.patterns(of: spelling) {
            let known = (bySpelling[pattern] ?? []).filter { $0.edition != Self.formerEdition }
            let meant = parts.count == 2 ? known.filter { known.count > 1 && "\($0.meaning)" == parts[1] } : known
            guard let entry = meant.first else { continue }
            guard meant.count == 1 else { return .several(meant) }
            let suffix = parts.count == 2 ? ".\(parts[1])" : ""
            return .one(PollutantCode(checked: entry.code.dropLast(digits.count) + digits + suffix), entry)
        }
        return .none
    }

    /// A code of 2005, to the letter, with the factor it stands for; nil when there is none.
    public func former(_ text: String) -> (former: FormerFactorCode, code: PollutantCode, entry: FactorEntry)? {
        guard let former = byFormerCode[text] else { return nil }
        let code = former.successor ?? PollutantCode(checked: former.code)
        return bySpelling[code.text.lowercased()]?.first.map { (former, code, $0) }
    }

    private static let formerEdition = "2005"

    /// The spellings under which a code may stand in the table, with the digits that fill its open places.
    private static func patterns(of spelling: String) -> [(pattern: String, digits: String)] {
        [(spelling, "")]
            + [2, 1].compactMap { count in
                let digits = spelling.suffix(count)
                guard spelling.count == 6, digits.utf8.allSatisfy(\.isDecimalDigit), Int(digits) != 0 else {
                    return nil
                }
                return (spelling.dropLast(count) + String(repeating: "x", count: count), String(digits))
            }
    }
}
