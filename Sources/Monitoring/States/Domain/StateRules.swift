import Facts
import Kernel
import Standards

/// The figures and clocks of states, from `share/rules/state-episodes.json`.
struct StateRules: Sendable {
    let figures: StateFigures
    let clocks: [StateAction: Clock]
    /// The days on which offices work.
    private let workingDays: any WorkingDays
    /// As clocks that begin now are counted.
    var calendar: WorkingDayCalendar { workingDays.calendar }

    /// One clock.
    struct Clock: Codable, Sendable, Equatable {
        /// The action that must come before it runs out.
        let action: String
        let term: StatutoryTerm
        let basis: Phrase
        let certainty: Certainty
    }

    /// A resource file that cannot be used.
    struct Defect: Error, CustomStringConvertible {
        let description: String
    }

    private struct File: Decodable {
        let figures: StateFigures
        let clocks: [Clock]
    }

    init(json: [UInt8], calendar: any WorkingDays) throws {
        let file = try CanonicalJSON.value(File.self, from: json)
        figures = file.figures
        var clocks: [StateAction: Clock] = [:]
        for clock in file.clocks {
            guard let action = StateAction(rawValue: clock.action), clock.term.amount >= 1 else {
                throw Defect(description: "state-episodes.json names no action, or no time: \(clock.action)")
            }
            clocks[action] = clock
        }
        for stand in StateCourse.stands where clocks[stand.duty] == nil {
            throw Defect(description: "state-episodes.json has no clock for \(stand.duty.rawValue)")
        }
        self.clocks = clocks
        workingDays = calendar
    }

    /// When the clock of a stage that began at a moment runs out; nil for a stage without a duty.
    func due(of stage: StateStage, from start: Instant) -> Instant? {
        guard let stand = StateCourse.stand(of: stage), let clock = clocks[stand.duty] else { return nil }
        return clock.term.due(from: start, on: calendar)
    }

    /// The end of the hours that are over by a moment, late ones included.
    func horizon(at now: Instant) -> Instant {
        now.adding(minutes: -Int64(figures.latenessMinutesMax.value)).startOfHour
    }
}
