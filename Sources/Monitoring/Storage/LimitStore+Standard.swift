import Facts
import Kernel
import Persistence

extension LimitStore.Recorded {
    /// The standard of incinerators that it stands in, by the table it was adopted from, else by its source; nil for
    /// another limit.
    var incineratorStandard: String? {
        for text in [table, limit.source].compactMap(\.self) {
            if let named = LimitOrder.incineratorStandards.first(where: text.contains) { return named }
        }
        return nil
    }
}

extension LimitStore {
    /// The standard of incinerators in which a factor's daily limit of a day stands, or the newest one's where none
    /// holds; nil where there is none.
    static func incineratorStandard(
        of outlet: OutletID, of pollutant: PollutantCode, on day: CivilDate, in access: any ReadAccess
    ) throws -> String? {
        let daily = try history(of: outlet, of: pollutant, in: access).filter { $0.averaging == .day }
        return (daily.first { $0.limit.holds(on: day) } ?? daily.first)?.incineratorStandard
    }
}
