import Facts
import Kernel
import Standards
import TestMaterial
import Testing

/// Repeats the table of `docs/method/judging-values.md`.
struct OxygenConversionTests {
    private typealias Material = JudgingMaterial

    @Test func `each row of the method page holds`() throws {
        let rows = try RepositoryFile.table(
            "| furnace | measured | oxygen | combustion | judged |", in: "docs/method/judging-values.md")
        #expect(rows.count >= 15)
        for row in rows {
            let hour = OxygenConversion.Hour(
                measured: try Material.number(row[1]), oxygen: DecimalNumber(row[2]),
                combustion: try Self.combustion(row[3]), state: row[3] == "stopped" ? .stopped : .running)
            let outcome = OxygenConversion.convert(
                hour, to: try Material.reference(row[0]), figures: try Material.figures().conversion
            ).outcome
            #expect(Self.words(outcome) == row[4], "\(row)")
        }
    }

    private static func combustion(_ text: String) throws -> OxygenConversion.Combustion {
        let words = text.split(separator: " ")
        switch words.first {
        case "enriched": return .enrichedAir(oxygen: try Material.number(String(words[1])))
        case "waste-gas": return .wasteGas(inletOxygen: words.count == 2 ? DecimalNumber(words[1]) : nil)
        default: return .air
        }
    }

    private static func words(_ outcome: OxygenConversion.Outcome) -> String {
        switch outcome {
        case .converted(let value): value.text
        case .asMeasured(let value): "as measured, \(value)"
        case .notConverted(let reason): reason.rawValue
        }
    }

    @Test func `at the reference content nothing changes, above it values grow`() throws {
        let figures = try Material.figures().conversion
        for reference in try ReferenceOxygen.all(json: Material.bytes("reference-oxygen.json")) {
            var last = ExactQuotient(DecimalNumber(0))
            for tenths in 0..<208 {
                let oxygen = try Material.number("\(tenths / 10).\(tenths % 10)")
                let hour = OxygenConversion.Hour(measured: DecimalNumber(30), oxygen: oxygen)
                guard
                    case .converted(let value) =
                        OxygenConversion.convert(hour, to: reference, figures: figures).outcome
                else {
                    Issue.record("\(reference.code) at \(oxygen) % is not converted")
                    return
                }
                #expect(value > last)
                #expect((value == ExactQuotient(DecimalNumber(30))) == (oxygen == reference.percent))
                last = value
            }
        }
    }

    @Test func `the steps name the reference and tell the formula`() throws {
        let hour = OxygenConversion.Hour(measured: DecimalNumber(40), oxygen: DecimalNumber(7))
        let steps = OxygenConversion.convert(
            hour, to: try Material.reference("oil-gas-boiler"), figures: try Material.figures().conversion
        ).steps
        #expect(
            steps.map(\.en) == [
                "reference oxygen 3.5 % (oil or gas boiler, verified against the text)",
                "converted = 40 × 17.5 ÷ (21 − 7) = 50",
            ])
    }
}
