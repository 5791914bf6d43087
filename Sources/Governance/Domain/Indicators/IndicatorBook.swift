import FoundationEssentials
import Kernel

/// The registry of indicators, read from `share/policy/indicators.json` and held against itself: each formula reads
/// indicators of the registry and none reads itself in a circle.
struct IndicatorBook: Sendable {
    /// The policy whose articles and tasks the indicators name.
    let policy: PolicyCode
    let all: [Indicator]
    private let byCode: [IndicatorCode: Indicator]

    /// Why a file is no registry.
    enum Defect: Error, Equatable {
        case twice(IndicatorCode)
        case unknown(IndicatorCode, in: IndicatorCode)
        case circle(IndicatorCode)
        case way(IndicatorCode)
        case range(IndicatorCode)
        case formula(IndicatorCode, IndicatorFormulaRefusal)
    }

    init(json: [UInt8]) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(json))
        policy = file.policy
        all = try file.indicators.map(Self.indicator)
        byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        if byCode.count < all.count {
            let codes = all.map(\.code)
            throw Defect.twice(codes.first { code in codes.count { $0 == code } > 1 } ?? codes[0])
        }
        for indicator in all { try check(indicator, below: []) }
    }

    /// An indicator by its code.
    subscript(_ code: IndicatorCode) -> Indicator? { byCode[code] }

    private func check(_ indicator: Indicator, below path: [IndicatorCode]) throws {
        guard case .formula(let formula) = indicator.way else { return }
        guard !path.contains(indicator.code) else { throw Defect.circle(indicator.code) }
        for reading in formula.readings {
            guard let read = byCode[reading.code] else {
                throw Defect.unknown(reading.code, in: indicator.code)
            }
            try check(read, below: path + [indicator.code])
        }
    }

    private static func indicator(_ row: Line) throws -> Indicator {
        guard row.min <= row.max, (0...6).contains(row.decimals), row.goals.allSatisfy({ $0.value >= row.min }) else {
            throw Defect.range(row.code)
        }
        let way: Indicator.Way
        switch (row.formula, row.counts) {
        case (nil, nil): way = row.survey == true ? .surveyed : .filed
        case (nil, let counts?): way = .counted(counts)
        case (let text?, nil):
            do { way = .formula(try IndicatorFormula(text)) } catch { throw Defect.formula(row.code, error) }
        case (_?, _?): throw Defect.way(row.code)
        }
        return Indicator(
            code: row.code, name: row.name, group: row.group, unit: row.unit, decimals: row.decimals,
            direction: row.direction, frequency: row.frequency, range: row.min...row.max, owner: row.owner,
            isByDistrict: row.districts, way: way, source: row.source, articles: row.articles, tasks: row.tasks,
            goals: row.goals)
    }

    private struct File: Decodable {
        let policy: PolicyCode
        let indicators: [Line]
    }

    private struct Line: Decodable {
        let code: IndicatorCode
        let name: Phrase
        let group: Indicator.Group
        let unit: Phrase
        let decimals: Int
        let direction: Indicator.Direction
        let frequency: Indicator.Frequency
        let min: DecimalNumber
        let max: DecimalNumber
        let owner: String
        let districts: Bool
        let formula: String?
        let counts: FactCount?
        let survey: Bool?
        let source: Phrase
        let articles: [Int]
        let tasks: [Int]
        let goals: [Indicator.Goal]
    }
}
