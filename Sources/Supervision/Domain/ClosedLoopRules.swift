import Facts
import FoundationEssentials
public import Kernel

/// How long each step may take, on which basis, and how sure we are of it (`share/rules/closed-loop.json`).
public struct ClosedLoopRules: Sendable {
    /// One clock.
    struct Clock: Codable, Sendable, Equatable {
        /// The action that must come before it runs out.
        let action: String
        let term: StatutoryTerm
        let basis: Phrase
        let certainty: Certainty
    }

    let clocks: [CaseAction: Clock]
    /// The longest an order may give, in calendar days.
    let rectificationDaysMax: Int
    /// The days on which offices work.
    let calendar: WorkingDayCalendar

    private struct File: Decodable {
        let rectificationDaysMax: Int
        let clocks: [Clock]
    }

    /// A resource file that cannot be used.
    public struct Defect: Error, CustomStringConvertible {
        /// What is wrong with it.
        public let description: String
    }

    /// The rules of a resource file, counted on a calendar.
    public init(json: [UInt8], calendar: WorkingDayCalendar) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(json))
        var clocks: [CaseAction: Clock] = [:]
        for clock in file.clocks {
            guard let action = CaseAction(rawValue: clock.action) else {
                throw Defect(description: "closed-loop.json names an action that does not exist: \(clock.action)")
            }
            guard clock.term.amount >= 1 else {
                throw Defect(description: "closed-loop.json gives \(clock.action) no time at all")
            }
            clocks[action] = clock
        }
        for action in CaseAction.allCases where clocks[action] == nil {
            throw Defect(description: "closed-loop.json has no clock for \(action.rawValue)")
        }
        self.clocks = clocks
        rectificationDaysMax = file.rectificationDaysMax
        self.calendar = calendar
    }

    func clock(of action: CaseAction) -> Clock {
        guard let clock = clocks[action] else { preconditionFailure("every action was given a clock when read") }
        return clock
    }

    func term(of action: CaseAction) -> StatutoryTerm { clock(of: action).term }
}
