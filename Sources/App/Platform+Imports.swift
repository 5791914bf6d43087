import Access
import Facts
import Kernel
import Persistence
import Registry
import Supervision

/// What came of a table of days off.
public struct HolidayReport: Sendable, Equatable {
    /// How many days were taken; 0 when any line was refused.
    public let days: Int
    /// The years they announce.
    public let years: [Int]
    /// Each refused line with its reason, in words.
    public let refusals: [String]
}

/// What came of a table of enterprises and outlets.
public struct RegistryReport: Sendable, Equatable {
    /// How many enterprises were taken.
    public let enterprises: Int
    /// How many outlets were taken.
    public let outlets: Int
    /// Each refused line with its reason, in words.
    public let refusals: [String]
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

extension Platform {
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

    /// Imports enterprises and outlets, whole or not at all unless the good lines alone are asked for. Each new
    /// enterprise is an organisation too, so that its people can be entered.
    public func importRegistry(csv: String, acceptGood: Bool) async throws -> RegistryReport {
        let (registry, access) = (registry, access)
        return try await database.write { rows in
            let table = RegistryImport(csv: csv, knowing: try registry.known(in: rows))
            let refusals = table.refused.map { "line \($0.number): \($0.reason)" }
            guard refusals.isEmpty || acceptGood else {
                return RegistryReport(enterprises: 0, outlets: 0, refusals: refusals)
            }
            try registry.take(table, by: .system("import"), in: rows)
            for enterprise in table.enterprises {
                guard let id = OrganisationID(enterprise.id.text) else { continue }
                let organisation = try Organisation(
                    id: id, name: String(enterprise.name.prefix(80)), kind: .enterprise, region: enterprise.region,
                    enterprise: enterprise.id)
                do { try access.record(organisation, by: .system("import"), in: rows) } catch AccessRefusal
                    .organisationTaken
                { continue }
            }
            return RegistryReport(
                enterprises: table.enterprises.count, outlets: table.outlets.count, refusals: refusals)
        }
    }

    /// Imports a table of days off, whole or not at all. It counts from the next start on, for clocks that start then.
    public func importHolidays(csv: String) async throws -> HolidayReport {
        let table = HolidayImport(csv: csv, knowing: supervision.calendar)
        let supervision = supervision
        try await database.write { access in try supervision.take(table, in: access) }
        let refusals = table.refused.map { "line \($0.number): \($0.reason)" }
        return HolidayReport(
            days: refusals.isEmpty ? table.days.count : 0, years: refusals.isEmpty ? table.years : [],
            refusals: refusals)
    }
}
