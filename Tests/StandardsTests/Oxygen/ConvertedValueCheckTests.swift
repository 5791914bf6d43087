import Facts
import Kernel
import Standards
import TestMaterial
import Testing

/// Repeats the table of `docs/method/judging-values.md`.
struct ConvertedValueCheckTests {
    private typealias Material = JudgingMaterial

    @Test func `each row of the method page holds`() throws {
        let rows = try RepositoryFile.table(
            "| furnace | measured | oxygen | device says | check |", in: "docs/method/judging-values.md")
        #expect(rows.count >= 8)
        for row in rows {
            let hour = OxygenConversion.Hour(measured: try Material.number(row[1]), oxygen: DecimalNumber(row[2]))
            let outcome = ConvertedValueCheck.check(
                device: try Material.number(row[3]), hour: hour, reference: try Material.reference(row[0]),
                figures: try Material.figures().conversion
            ).outcome
            #expect(Self.words(outcome) == row[4], "\(row)")
        }
    }

    private static func words(_ outcome: ConvertedValueCheck.Outcome) -> String {
        switch outcome {
        case .agrees(let own): "agrees with \(own)"
        case .differs(let own, by: let difference): "differs from \(own) by \(difference)"
        case .cannotBeChecked(let reason): "cannot be checked: \(reason.rawValue)"
        }
    }
}
