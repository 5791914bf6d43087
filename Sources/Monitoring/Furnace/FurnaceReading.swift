import HJ212
import Kernel
import Persistence

/// Reads a furnace's days from its stored frames. Writes nothing.
struct FurnaceReading: Sendable {
    let factors: DeviceFactors
    let exemptions: FurnaceExemptions

    /// One day, by the frames of batches up to a place in the journal.
    func day(
        _ day: CivilDate, of outlet: OutletID, upTo sequence: Int64, in access: any ReadAccess
    ) throws -> FurnaceDay {
        let hours = Instant(startOf: day)..<Instant(startOf: day.adding(days: 1))
        func sent(_ command: Command) throws -> [MinuteValue] {
            try SentMinutes(
                of: outlet, hours: hours, command: command, only: [.furnaceTemperature], upTo: sequence,
                factors: factors, in: access
            ).values[.furnaceTemperature] ?? []
        }
        return FurnaceDay(
            day, uploaded: try sent(.furnaceTemperature), minutes: try sent(.minuteValues),
            exempt: try exemptions.spans(outlet, hours, access))
    }
}
