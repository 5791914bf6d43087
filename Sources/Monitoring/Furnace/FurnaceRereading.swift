import Facts
import Kernel
import Persistence

/// Reads kept days of a furnace again where somebody marked hours of them, in the transaction of the mark: a step that
/// marks, or sets a mark aside, tells what stands then, as it does of hours. Days that no look has read yet wait for
/// it.
struct FurnaceRereading: Sendable {
    let reading: FurnaceReading
    let desk: FurnaceDesk

    func judge(
        _ hours: ClosedRange<Instant>, at place: JudgedPlace, _ cause: JudgingCause, now: Instant,
        in access: any WriteAccess
    ) throws {
        let days = hours.lowerBound.civil.date...hours.upperBound.civil.date
        let kept = try FurnaceDayStore.days(of: place.outlet, days, in: access)
        guard !kept.isEmpty else { return }
        let sequence = try Journal.lastSequence(access)
        let read = try kept.map { try reading.day($0.day, of: place.outlet, upTo: sequence, in: access) }
        try desk.keep(
            read, at: place, readUpTo: sequence, settling: .changed, because: cause, now: now, in: access)
    }
}
