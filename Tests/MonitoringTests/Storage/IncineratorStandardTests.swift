import Facts
import Kernel
import Testing

@testable import Monitoring

/// Whose papers and exemptions an incinerator has: `docs/method/judging-values.md`, "Exemptions of waste incinerators".
struct IncineratorStandardTests {
    /// The table it was adopted from, its source, the standard.
    @Test(arguments: [
        ("GB 18484-2020 table-3", "排污许可证（示例）", "GB 18484"), (nil, "示例许可证，GB 18484-2020 表3", "GB 18484"),
        ("GB 18485-2014 table-4", "排污许可证（示例）", "GB 18485"), (nil, "示例许可证", nil),
        ("GB 18484-2020 table-3", "示例许可证，GB 18485-2014", "GB 18484"),
    ])
    func `the table of a limit tells its standard, else its source does`(
        table: String?, source: String, standard: String?
    ) {
        let recorded = LimitStore.Recorded(
            number: 1, outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide,
            limit: DatedLimit(
                limit: DecimalNumber(80), validFrom: CivilDate(dayNumber: 20_000), validTo: nil, source: source,
                averaging: .day),
            sourceKind: nil, table: table, at: nil, by: nil, isVoid: false)
        #expect(recorded.incineratorStandard == standard)
    }
}
