import Kernel

/// An hour whose value came before it was over (a device clock that runs ahead): to be judged when it is.
struct WaitingHour: Hashable, Sendable {
    let place: JudgedPlace
    let pollutant: PollutantCode
    let hour: Instant
}
