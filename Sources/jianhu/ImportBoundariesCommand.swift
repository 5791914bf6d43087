import App
import ArgumentParser
import Foundation

/// `jianhu import boundaries`: the official outlines of the city's regions.
struct ImportBoundariesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boundaries",
        abstract: "Import the official boundaries of the city's regions (GeoJSON).",
        discussion: """
            FILE.geojson is a FeatureCollection (RFC 7946) of Polygons and MultiPolygons, one feature a region, each
            with its six digits as property "code" (adcode and 行政区划代码 are read too). Degrees are WGS-84 or
            CGCS2000. GCJ-02 is refused unless it is named, and then turned back. The file is taken whole or not at
            all, in the place of the one before. The desk shows it instead of the schematic map. Stop the program first.
            """)

    @Argument(help: ArgumentHelp("The boundaries.", valueName: "FILE.geojson"))
    var boundaries: String

    @OptionGroup var place: InstallationPlace

    @Option(
        help: ArgumentHelp(
            "What the degrees are: \(Platform.coordinateFrames.joined(separator: ", ")); the file's word if left out.",
            valueName: "frame"))
    var coordinates: String?

    @Option(help: ArgumentHelp("Who made it, as the map says; the file's name if left out.", valueName: "words"))
    var source: String?

    @Option(help: ArgumentHelp("The number under which it may be shown (审图号).", valueName: "number"))
    var approval: String?

    /// Official files of a city have some megabytes.
    private static let bytesMax = 67_108_864

    func validate() throws {
        if let coordinates, !Platform.coordinateFrames.contains(coordinates) {
            throw ValidationError("--coordinates is one of \(Platform.coordinateFrames.joined(separator: ", "))")
        }
    }

    func run() async throws {
        guard let bytes = FileManager.default.contents(atPath: boundaries) else {
            throw CommandFault("\(boundaries) cannot be read; check the path")
        }
        guard bytes.count <= Self.bytesMax else {
            throw CommandFault("\(boundaries) has more than 64 MB; simplify it before the export")
        }
        let name = source ?? URL(fileURLWithPath: boundaries).lastPathComponent
        let report = try await place.change { platform in
            try await platform.importBoundaries(
                geoJSON: Array(bytes), coordinates: coordinates, source: name, approval: approval)
        }
        for refusal in report.refusals { ProgramOutput.line(refusal) }
        guard report.refusals.isEmpty else {
            ProgramOutput.nothingImported(refused: report.refusals.count, "entry", "entries")
            throw ExitCode(1)
        }
        ProgramOutput.line(
            "\(report.regions) boundaries with \(report.positions) positions were imported, read as \(report.frame)")
        if report.turnedRings > 0 {
            ProgramOutput.line("\(report.turnedRings) rings ran the other way round and were turned")
        }
        if !report.missing.isEmpty {
            ProgramOutput.line("the file has no boundary of \(report.missing.joined(separator: ", "))")
        }
    }
}
