import FoundationEssentials
import Kernel

/// Tasks that the system's own data report on: `share/policy/self-filling.json`. A month's report is a count of facts.
struct SelfFilling: Decodable, Sendable, Equatable {
    let policy: PolicyCode
    let tasks: [Line]

    /// One such task.
    struct Line: Decodable, Sendable, Equatable {
        let task: Int
        /// What is counted.
        let title: Phrase
        let counts: FactCount
        /// From how many in a month on the task counts as on track.
        let atLeast: Int
        /// Why these facts show that the task is done; the report says it.
        let reason: Phrase
        /// Whether so many facts show that a task with an end is fulfilled, not only under way. With fewer it is left
        /// to people: nothing is said for them.
        let fulfils: Bool?

        /// How a task stands in a month with so many facts; nil when people say.
        func standing(_ count: Int) -> TaskStanding? {
            switch (count >= atLeast, fulfils ?? false) {
            case (true, true): .fulfilled
            case (true, false): .onTrack
            case (false, true): nil
            case (false, false): .atRisk
            }
        }

        enum CodingKeys: String, CodingKey {
            case task, title, counts, reason, fulfils
            case atLeast = "at_least"
        }
    }

    init(json: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(json)) }

    /// How a task fills itself; nil for one that does not.
    func line(of key: TaskKey) -> Line? {
        key.policy == policy ? tasks.first { $0.task == key.number } : nil
    }
}
