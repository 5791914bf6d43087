public import Facts
public import Kernel
public import Persistence

extension RegistryRoom {
    /// Takes official boundaries in the place of those before.
    ///
    /// - Precondition: Nothing in the file was refused.
    public func take(
        _ file: BoundaryImport, from source: BoundarySource, digest: Digest256, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        precondition(file.refusals.isEmpty, "a file of boundaries is taken whole or not at all")
        try BoundaryStore.replace(with: file.boundaries, source: source, at: now, in: access)
        try journal.append(
            BoundariesImported(
                regions: file.boundaries.map(\.region), positions: file.boundaries.reduce(0) { $0 + $1.positionCount },
                frame: file.frame.rawValue, source: source.name, approval: source.approval, sha256: digest),
            about: .city, by: author, in: access)
    }

    /// What a small map draws of the official boundaries; empty until some were imported.
    public func outlines(in access: any ReadAccess) throws -> [RegionOutline] {
        try BoundaryStore.outlines(in: access)
    }

    /// Where the boundaries come from; nil until some were imported.
    public func boundarySource(in access: any ReadAccess) throws -> BoundarySource? {
        try BoundaryStore.source(in: access)
    }

    /// The official boundaries themselves: per region the `coordinates` of a MultiPolygon (RFC 7946).
    public func boundaries(
        in access: any ReadAccess
    ) throws -> [(region: RegionCode, pieces: [[[GeoPosition]]])] {
        try BoundaryStore.coordinates(in: access)
    }
}
