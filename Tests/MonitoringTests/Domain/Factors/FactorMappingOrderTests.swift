import Kernel
import Standards
import Testing

@testable import Monitoring

struct FactorMappingOrderTests {
    private static func unit(_ code: String) -> MeasurementUnit? { MeasurementUnit(code) }

    @Test(
        arguments: [
            ("a21026", "mg/m3", "", nil), ("A21026", "ppm", "0.5", nil), ("e70101.1", "A", "1", nil),
            ("i13009", "", "1", nil), ("w20111", "mg/L", "999999", nil), ("w20111", "mg/L", "0.000001", nil),
            ("O3", "ug/m3", "1", .unknownTarget), ("", "ug/m3", "1", .unknownTarget),
            ("02", "mg/m3", "1", .unknownTarget),
            ("e101xx", "m3/h", "1", .unknownTarget), ("e70101", "A", "1", .severalMeanings("e70101")),
            ("a21026", "", "1", .unitMissing),
            (
                "a21026", "mg", "1",
                unit("mg").map { mg in
                    FactorMappingRefusal.unitRefused(.dimensionsDiffer(from: mg, to: unit("mg/m3") ?? mg))
                }
            ),
            (
                "a34013", "ppm", "1",
                unit("ppm").map { ppm in
                    FactorMappingRefusal.unitRefused(.molarMassUnknown(from: ppm, to: unit("mg/m3") ?? ppm))
                }
            ),
            ("i13009", "mg/L", "1", .unitNotWanted), ("a21026", "mg/m3", "0", .multiplierOutOfRange),
            ("a21026", "mg/m3", "-1", .multiplierOutOfRange), ("a21026", "mg/m3", "1000000", .multiplierOutOfRange),
            ("a21026", "mg/m3", "0.0000001", .multiplierOutOfRange), ("a21026", "mg/m3", "1e3", .multiplierOutOfRange),
            ("a21026", "mg/m3", "twice", .multiplierOutOfRange),
        ] as [(String, String, String, FactorMappingRefusal?)])
    func `a draft is taken when its unit leads into the platform's`(
        target: String, unit: String, multiplier: String, refusal: FactorMappingRefusal?
    ) throws {
        let table = try MonitoringStage.factorTable()
        let draft = FactorMappingOrder.Draft(target: target, unit: unit, multiplier: multiplier)
        let reading = Result { () throws(FactorMappingRefusal) in
            try FactorMappingOrder.reading(of: draft, in: table)
        }
        var found: FactorMappingRefusal?
        if case .failure(let refused) = reading { found = refused }
        #expect(found == refusal)
    }

    @Test(
        arguments: [
            (0, nil, nil), (-7_996, nil, nil), (-7_997, nil, "valid_from"), (1, nil, "valid_from"), (-3, -3, nil),
            (-3, -4, "valid_to"), (-3, 0, nil), (-3, 1, "valid_to"),
        ] as [(Int64, Int64?, String?)])
    func `days lie between 2005 and today, the last one not before the first`(
        from: Int64, to: Int64?, refused: String?
    ) throws {
        let today = CivilDate(dayNumber: 20_780)
        let order = Result { () throws(FactorMappingRefusal) in
            try FactorMappingOrder(
                sentCode: PollutantCode(checked: "O3"), reading: .setAside, validFrom: today.adding(days: from),
                validTo: to.map { today.adding(days: $0) }, reason: "示例", today: today)
        }
        var field: String?
        if case .failure(.dayOutOfRange(let name, _, _)) = order { field = name }
        #expect(field == refused)
    }
}
