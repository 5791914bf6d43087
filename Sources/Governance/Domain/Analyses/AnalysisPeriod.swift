import Kernel

/// The quarter or year that a report on environment and economy is about: `2026-Q3`, `2026`, or the year of a district,
/// `2026-330602`.
public struct AnalysisPeriod: Hashable, Sendable, CustomStringConvertible {
    let year: Int
    /// 1…4; nil for the whole year.
    let quarter: Int?
    /// The district whose year it is; nil for the whole city.
    let region: RegionCode?

    /// A period written `2026-Q3`, `2026` or `2026-330602`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 4, let year = Int(first), (2_000...9_998).contains(year),
            parts.count <= 2
        else { return nil }
        self.year = year
        guard parts.count == 2 else {
            (quarter, region) = (nil, nil)
            return
        }
        quarter = (1...4).first { "Q\($0)" == parts[1] }
        region = parts[1].count == 6 ? RegionCode(String(parts[1])) : nil
        guard quarter != nil || region != nil else { return nil }
    }

    /// The quarter of a month.
    public init(quarterOf month: CivilMonth) {
        year = month.year
        quarter = (month.month + 2) / 3
        region = nil
    }

    /// The year of a month.
    public init(yearOf month: CivilMonth) {
        year = month.year
        (quarter, region) = (nil, nil)
    }

    var kind: AnalysisKind { quarter == nil ? .year : .quarter }

    public var description: String {
        quarter.map { "\(year)-Q\($0)" } ?? region.map { "\(year)-\($0)" } ?? "\(year)"
    }

    /// Its months, the first first.
    public var months: [CivilMonth] {
        let first = quarter.map { 3 * $0 - 2 } ?? 1
        guard let day = CivilDate(year: year, month: first, day: 1) else { return [] }
        return (0..<(quarter == nil ? 12 : 3)).map { CivilMonth(day).adding($0) }
    }
}
