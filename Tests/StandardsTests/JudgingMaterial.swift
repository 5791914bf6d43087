import Facts
import Kernel
import Standards
import TestMaterial
import Testing

/// The resource files of judging, read as the program reads them.
enum JudgingMaterial {
    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try RepositoryFile.text("share/rules/\(name)").utf8)
    }

    static func figures() throws -> JudgingFigures {
        try JudgingFigures(json: bytes("judging-values.json"))
    }

    static func limits() throws -> DischargeLimits {
        try DischargeLimits(tables: bytes("discharge-tables.csv"), limits: bytes("discharge-limits.csv"))
    }

    static func reference(_ code: String) throws -> ReferenceOxygen {
        try #require(try ReferenceOxygen.all(json: bytes("reference-oxygen.json")).first { $0.code == code })
    }

    static func number(_ text: String) throws -> DecimalNumber { try #require(DecimalNumber(text), "\(text)") }

    static func numbers(_ texts: [String]) throws -> [DecimalNumber] { try texts.map(number) }

    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }
}
