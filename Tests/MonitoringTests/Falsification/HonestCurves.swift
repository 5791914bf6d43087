import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// Real honest values: hourly air values of a station, four years, six factors; and four-hourly water values of the
/// sections of a province, one month.
struct HonestCurves {
    /// One series with its values as read and as whole numbers.
    struct Series: Sendable {
        let name: String
        let decimals: [DecimalNumber?]
        let scaled: [Int64?]

        init(_ name: String, _ texts: [String]) {
            self.name = name
            decimals = texts.map { DecimalNumber($0) }
            scaled = decimals.map { $0.flatMap(CurveSteps.scaled) }
        }

        init(_ name: String, scaled: [Int64?]) {
            self.name = name
            self.scaled = scaled
            decimals = scaled.map { $0.flatMap { DecimalNumber(CurveSteps.text($0)) } }
        }

        func curve(_ range: Range<Int>) -> HourCurve {
            HourCurve(
                start: HourPattern.hour(range.lowerBound), values: Array(decimals[range]),
                marks: [String?](repeating: nil, count: range.count))
        }

        func steps(_ range: Range<Int>) -> CurveSteps { CurveSteps(Array(scaled[range])) }
    }

    private static let air = "air_beijing_dingling_hourly_2013-2017.csv.gz"
    private static let water = "water_zhejiang_4h_2021-04.csv"

    private static let roundedWater = "water_zhejiang_2020-05_2021-04.csv.gz"

    /// The fields of each line of a compressed file behind its heading; nil, said aloud, without the file.
    private static func rows(of name: String) throws -> [[Substring]]? {
        guard let file = try SampleFile.path(of: name) else { return nil }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file]
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    /// Values that water sections published both raw and rounded, for each section and factor.
    static func roundedPairs() throws -> [[(raw: DecimalNumber, shown: DecimalNumber)]]? {
        guard let rows = try rows(of: roundedWater) else { return nil }
        // The section is the fifth field; each factor has a value, the raw one and a note, from the eighth on.
        let sections = Dictionary(grouping: rows) { $0[4] }.sorted { $0.key < $1.key }
        return sections.flatMap { _, rows in
            stride(from: 7, to: 40, by: 3).map { column in
                rows.compactMap { row in
                    guard row.count > column + 1, let shown = DecimalNumber(String(row[column])),
                        let raw = DecimalNumber(String(row[column + 1]))
                    else { return nil }
                    return (raw: raw, shown: shown)
                }
            }
        }
    }

    /// Read once: several tests ask for them.
    private static let readAir = Result { try readAirSeries() }

    /// The air series; nil, said aloud, without the file.
    static func airSeries() throws -> [Series]? { try readAir.get() }

    private static func readAirSeries() throws -> [Series]? {
        guard let rows = try rows(of: air) else { return nil }
        return ["PM2.5", "PM10", "SO2", "NO2", "CO", "O3"].enumerated().map { place, name in
            Series(name, rows.map { String($0[5 + place]) })
        }
    }

    /// The water series of each factor, one for each section; nil, said aloud, without the file.
    static func waterSeries() throws -> [[Series]]? {
        guard let lines = try SampleFile.lines(of: water) else { return nil }
        let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let sections = Dictionary(grouping: rows) { $0[2] }.sorted { $0.key < $1.key }
        return (5...13).map { column in
            sections.filter { $0.value.count >= 20 }.map { name, rows in Series(name, rows.map { $0[column] }) }
        }
    }
}

/// The figures as shipped.
extension SignFigures {
    static func shipped() throws -> SignFigures {
        try JSONDecoder().decode(
            SignFigures.self, from: Data(try RepositoryFile.text("share/rules/falsification-signs.json").utf8))
    }
}

extension SignInput {
    /// An input whose values are handed over beside it; the curve says the hours.
    init(_ hours: HourCurve, limit: DatedLimit? = nil, figures: Figures) {
        self.init(
            outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide, curve: hours, limit: limit,
            framesRoot: Digest256(of: "frames"), figures: figures)
    }
}
