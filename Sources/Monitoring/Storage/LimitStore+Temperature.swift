import Facts
import Kernel
import Persistence

extension DatedLimit {
    /// Temperatures of water outside these, in ℃, are not believed. Design value.
    private static let believed = DecimalNumber(1)...DecimalNumber(45)

    /// With the temperatures of the outlet's water, where they decide which figure holds.
    func measured(at outlet: OutletID, in access: any ReadAccess) throws -> DatedLimit {
        guard let other, other.needsTemperature else { return self }
        var limit = self
        limit.other?.temperatures = []
        guard
            let stored = try HourStore.extent(
                outlet: outlet, pollutant: .waterTemperature, period: .day, in: access)
        else { return limit }
        let from = max(stored.lowerBound, Instant(startOf: validFrom))
        let last = validTo.map { min(stored.upperBound, Instant(startOf: $0)) } ?? stored.upperBound
        guard from <= last else { return limit }
        limit.other?.temperatures = try HourStore.readings(
            outlet: outlet, pollutant: .waterTemperature, from: from, to: last, period: .day, in: access
        ).compactMap { reading in
            guard reading.isValid, let degrees = reading.average, Self.believed.contains(degrees) else { return nil }
            return OtherLimit.WaterTemperature(day: reading.hour.civil.date, degrees: degrees)
        }
        return limit
    }
}

extension LimitStore {
    /// The factors of an outlet whose limit hangs on the temperature of its water.
    static func factorsByTemperature(of outlet: OutletID, in access: any ReadAccess) throws -> [PollutantCode] {
        try access.rows(
            """
            SELECT DISTINCT pollutant FROM monitoring_outlet_limit
            WHERE outlet_id = ?1 AND is_void = 0 AND other_condition LIKE 'water-temperature %' ORDER BY pollutant
            """, [.code(outlet)]
        ).map { try $0.code("pollutant") }
    }
}
