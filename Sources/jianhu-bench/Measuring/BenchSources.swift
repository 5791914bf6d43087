import App
import Facts
import Kernel
import Registry
import Simulator

/// The outlets of the simulated city as the register of an installation takes them.
enum BenchSources {
    /// What decides the city of every benchmark.
    static let seed: UInt64 = 212
    /// Loggers of 2017 that report each minute.
    static let city = SimulatedCity(seed: seed, editions: [.hj2017], minuteInterval: 1)

    /// Enters the first outlets of the city; with a limit, each is watched for SO2 above it, in mg/m³.
    static func enter(_ outlets: Int, limit: DecimalNumber? = nil, into platform: Platform) async throws {
        let since = SystemClock().now().civil.date.adding(days: -30)
        let sources = (0..<outlets).map { source(city.outlet($0), limit, since) }
        try await platform.enter(sources, by: .system("benchmark"))
    }

    private static func source(
        _ outlet: SimulatedOutlet, _ limit: DecimalNumber?, _ since: CivilDate
    ) -> Platform.Source {
        let place = OutletPlace(of: outlet.number, medium: outlet.medium)
        return Platform.Source(
            enterprise: Enterprise(
                id: place.enterprise, name: place.enterpriseName, creditCode: nil, region: place.region,
                industry: "模拟行业（示例）", address: "模拟园区（示例）"),
            outlet: Outlet(
                id: place.outlet, enterprise: place.enterprise, number: place.outletNumber, name: place.outletName,
                medium: outlet.medium == .stack ? .stack : .wasteWater, device: outlet.device),
            devicePassword: outlet.password,
            limit: limit.map { limit in
                LimitRecorded(
                    outlet: place.outlet, pollutant: .sulphurDioxide, limit: limit, validFrom: since, validTo: nil,
                    source: "模拟许可证（示例）")
            })
    }
}
