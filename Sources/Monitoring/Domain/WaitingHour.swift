import Facts
import Kernel

/// An hour or a day whose value came before it was over (a device clock that runs ahead): to be judged when it is.
struct WaitingHour: Hashable, Sendable {
    let place: JudgedPlace
    let pollutant: PollutantCode
    let hour: Instant
    let period: MeanPeriod

    init(place: JudgedPlace, pollutant: PollutantCode, hour: Instant, period: MeanPeriod = .hour) {
        self.place = place
        self.pollutant = pollutant
        self.hour = hour
        self.period = period
    }
}
