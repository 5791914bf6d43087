import Facts
import Kernel

/// The figures that the open desk keeps up to date: those at the top, and the newest reading of each outlet.
///
/// Coded flat, `{"outlets": "12", "value-E0001-DA001": "16.27", …}`: each key is the name of a `data-live` text.
struct DeskFigures: Encodable, Sendable, Equatable {
    /// Outlets in sight.
    let outlets: Int
    /// Of those, how many sent a real-time value lately.
    let reporting: Int
    /// Open cases in sight.
    let openCases: Int
    /// Of those, how many are overdue.
    let overdue: Int
    /// The newest reading of each outlet, as shown.
    let readings: [OutletID: Reading]
    /// Each region that has an outlet in sight.
    let regions: [RegionCode: Region]

    /// What a region's place on the map says.
    struct Region: Sendable, Equatable {
        let name: Phrase
        let outlets: Int
        let reporting: Int
        let openCases: Int
        /// The loudest of the open cases; nil without any.
        let level: WarningLevel?

        func outletText(_ language: Language) -> String {
            Phrase("在线 \(reporting)/\(outlets)", "\(reporting)/\(outlets) on line")(language)
        }

        func caseText(_ language: Language) -> String {
            Phrase("案件 \(openCases)", openCases == 1 ? "1 case" : "\(openCases) cases")(language)
        }
    }

    /// A reading as the desk shows it.
    struct Reading: Sendable, Equatable {
        let value: String
        let at: String
        let factor: Phrase
        let limit: String

        init(_ tile: OutletTile, now: Instant) {
            value = tile.newestValue?.description ?? "–"
            at = tile.newestAt?.civil.clockText(on: now.civil.date) ?? "–"
            factor = tile.factor ?? Phrase("–", "–")
            limit = tile.limit?.description ?? "–"
        }
    }

    /// An outlet that sent nothing for so long is shown as silent; real-time values come at least hourly
    /// (HJ 212-2017: RtdInterval 30…3600 s), so five minutes only says that it is quiet. Design value.
    static let silenceMillisecondsMax: Int64 = 300_000

    init(outlets tiles: [OutletTile], cases: [OpenCase], now: Instant) {
        outlets = tiles.count
        reporting = tiles.filter { Self.isReporting($0, now: now) }.count
        regions = Dictionary(grouping: tiles, by: \.region).compactMapValues { tiles in
            let own = Set(tiles.map(\.outlet))
            let open = cases.filter { own.contains($0.outlet) }
            guard let first = tiles.first else { return nil }
            return Region(
                name: first.regionName, outlets: tiles.count,
                reporting: tiles.filter { Self.isReporting($0, now: now) }.count, openCases: open.count,
                level: open.map(\.level).max())
        }
        openCases = cases.count
        overdue = cases.filter(\.isOverdue).count
        readings = Dictionary(
            tiles.map { ($0.outlet, Reading($0, now: now)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether an outlet was heard from lately.
    static func isReporting(_ tile: OutletTile, now: Instant) -> Bool {
        tile.newestAt.map { now.milliseconds(since: $0) < silenceMillisecondsMax } ?? false
    }

    func encode(to encoder: any Encoder) throws {
        var texts = [
            "outlets": String(outlets), "reporting": String(reporting), "openCases": String(openCases),
            "overdue": String(overdue),
        ]
        for (outlet, reading) in readings {
            texts["value-\(outlet)"] = reading.value
            texts["at-\(outlet)"] = reading.at
            for language in Language.allCases {
                texts["factor-\(outlet)-\(language.rawValue)"] = reading.factor(language)
            }
            texts["limit-\(outlet)"] = reading.limit
        }
        for (code, region) in regions {
            for language in Language.allCases {
                texts["map-outlets-\(code)-\(language.rawValue)"] = region.outletText(language)
                texts["map-cases-\(code)-\(language.rawValue)"] = region.caseText(language)
            }
        }
        try texts.encode(to: encoder)
    }
}
