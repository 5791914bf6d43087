import Access
import Facts
import Foundation
import Governance
import Kernel
import Persistence
import Registry
import Supervision
import Web

/// What came of a table of days off.
public struct HolidayReport: Sendable, Equatable {
    /// How many days were taken; 0 when any line was refused.
    public let days: Int
    /// The years they announce.
    public let years: [Int]
    /// Each refused line with its reason, in words.
    public let refusals: [String]
    /// Whether the program that serves the database has still to take it.
    public let isHandedOver: Bool

    init(_ table: HolidayImport, isHandedOver: Bool) {
        refusals = table.refused.map { "line \($0.number): \($0.reason)" }
        days = refusals.isEmpty ? table.days.count : 0
        years = refusals.isEmpty ? table.years : []
        self.isHandedOver = isHandedOver
    }
}

/// What came of a table of the register.
public struct RegistryReport: Sendable {
    /// How many entries of each kind were taken, by its name.
    public let taken: [(kind: String, count: Int)]
    /// Each refused line: its field, what is wrong, the rule, what helps.
    public let refusals: [String]
    /// Each line with a doubtful credit code, which was taken all the same.
    public let doubts: [String]
}

/// What came of a file of boundaries.
public struct BoundaryReport: Sendable, Equatable {
    /// How many regions were taken; 0 when anything was refused.
    public let regions: Int
    /// How many positions they have.
    public let positions: Int
    /// The frame that the file's degrees were taken as.
    public let frame: String
    /// Names and codes of regions that the file does not have.
    public let missing: [String]
    /// How many rings ran the other way round.
    public let turnedRings: Int
    /// Each refusal with why and remedy, in words.
    public let refusals: [String]
}

/// What came of a policy file.
public struct PolicyImportReport: Sendable, Equatable {
    /// What was taken, in words; nil when nothing was.
    public let taken: String?
    /// Each refused place: its field, what is wrong, the rule, what helps.
    public let refusals: [String]
}

extension Platform {
    /// Enters another policy beside those before, whole or not at all unless the good items alone are asked for.
    public func importPolicy(json: [UInt8], acceptGood: Bool) async throws -> PolicyImportReport {
        let report = try await governance.importPolicy(
            json: json, acceptGood: acceptGood, beside: roomRoutes + WebSite.ownRoutes(access: access))
        return PolicyImportReport(
            taken: report.taken.map { taken in
                "\(taken.code): \(taken.articles) articles, \(taken.tasks) tasks, \(taken.mechanisms) mechanisms"
            },
            refusals: report.refusals.map { "\($0.field): \($0.what.en) (\($0.rule)); \($0.remedy.en)" })
    }

    /// What degrees of boundaries may be measured in.
    public static let coordinateFrames = CoordinateFrame.allCases.map(\.rawValue)

    /// Imports the official boundaries of the city's regions, whole or not at all, in the place of those before.
    public func importBoundaries(
        geoJSON: [UInt8], coordinates: String?, source: String, approval: String?
    ) async throws -> BoundaryReport {
        let file = BoundaryImport(
            json: geoJSON, named: coordinates.flatMap { CoordinateFrame(rawValue: $0) },
            regions: registry.regions.all.map(\.code), bounds: provinceBounds)
        if file.refusals.isEmpty {
            let (registry, now) = (registry, clock.now())
            try await database.write { access in
                try registry.take(
                    file, from: BoundarySource(name: source, approval: approval), digest: Digest256(of: geoJSON),
                    by: .system("import"), at: now, in: access)
            }
        }
        return BoundaryReport(
            regions: file.boundaries.count, positions: file.boundaries.reduce(0) { $0 + $1.positionCount },
            frame: file.frame.rawValue,
            missing: file.missing.map { "\(registry.regions.name(of: $0).zh) \($0)" },
            turnedRings: file.turnedRings, refusals: file.refusals)
    }

    /// Imports entries of the register, whole or not at all unless the good lines alone are asked for. Each new
    /// enterprise is an organisation too, so that its people can be entered.
    public func importRegistry(csv: String, acceptGood: Bool) async throws -> RegistryReport {
        let report = try await register.take(
            csv, way: acceptGood ? .good : .whole, scope: .city, by: .system("import"))
        let isTaken = acceptGood || report.refused.isEmpty
        return RegistryReport(
            taken: isTaken
                ? RegisterKind.allCases.compactMap { kind in report.taken[kind].map { (kind.phrase.en, $0) } } : [],
            refusals: report.refused.map { line in
                let problem = line.refusal.problem(of: line.kind, under: line.heading)
                return "line \(line.number): \(problem.field.map { "\($0): " } ?? "")\(problem.what.en) "
                    + "(\(problem.rule)); \(problem.remedy.en)"
            },
            doubts: report.doubts.map { "line \($0.line): credit_code is doubtful: \($0.doubt.rawValue)" })
    }

    /// Text in GBK, or in GB 18030 which holds it; nil for what is none.
    ///
    /// Bytes that read as UTF-8 with more than ASCII in them are taken for what they are: nearly every UTF-8 text reads
    /// as GBK too, and would come in as other words. Whoever reads it refuses characters of private use.
    public static func text(gbk bytes: [UInt8]) -> String? {
        if String(validating: bytes, as: UTF8.self) != nil, bytes.contains(where: { $0 >= 0x80 }) { return nil }
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        return String(data: Data(bytes), encoding: gb18030)
    }

    /// The register's pages.
    var register: RegisterSite {
        let access = access
        return RegisterSite(
            room: registry, database: database,
            surroundings: RegisterSite.Surroundings(
                names: {
                    Dictionary(
                        try await access.people().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
                },
                onEnterprise: { enterprise, author, rows in
                    try access.recordEnterprise(
                        enterprise.id, name: enterprise.name, region: enterprise.region, by: author, in: rows)
                },
                incoming: evidence.incoming, gbk: { Self.text(gbk: $0) }))
    }

    /// Imports a table of days off, whole or not at all. It counts for clocks that begin afterwards: the calendar of
    /// this program turns with the journal.
    public func importHolidays(csv: String) async throws -> HolidayReport {
        let table = HolidayImport(csv: csv, knowing: supervision.calendar)
        let supervision = supervision
        try await database.write { access in try supervision.take(table, in: access) }
        return HolidayReport(table, isHandedOver: false)
    }
}
