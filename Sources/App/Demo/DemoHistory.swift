import Access
import Foundation
import HJ212
import Kernel
import Persistence
import Registry
import Supervision

/// Lives the past day through in a few seconds: hour by hour the loggers send, the rules judge, the people act.
struct DemoHistory: Sendable {
    let platform: Platform
    let clock: DemoClock
    let loggers: [SimulatedLogger]
    let people: [Person]
    let gatewayPort: Int

    /// How many hours are lived through.
    static let hours: Int64 = 24
    /// How many hours before those are sent of a day that is played again.
    private static let replayedHours: Int64 = 120

    /// A step that is still to be taken.
    private struct PlannedStep {
        let firm: DemoCity.Firm
        let action: CaseAction
        let at: Instant
    }

    /// Lives the day that ends at `end`.
    func live(until end: Instant) async throws {
        let lastHour = end.startOfHour
        try await sendReplayed(before: lastHour.adding(hours: -Self.hours))
        var steps = plannedSteps().sorted { $0.at < $1.at }
        for offset in stride(from: Self.hours, to: 0, by: -1) {
            let hour = lastHour.adding(hours: -offset)
            let after = hour.adding(hours: 1).adding(seconds: 20)
            clock.stand(at: min(after, end))
            try await sendHour(hour, sentAt: min(after, end))
            try await platform.delivery.deliverAll()
            let nextHour = hour.adding(hours: 2)
            while let step = steps.first, step.at < min(nextHour, end) {
                try await platform.dutyWatch.markMissed()
                clock.stand(at: max(step.at, clock.now()))
                try await take(step)
                steps.removeFirst()
            }
        }
        try await platform.dutyWatch.markMissed()
        clock.stand(at: end)
        if let sufferer = loggers.first(where: { $0.curve.firm.hasBadLine }) {
            try await DemoStrays(sufferer: sufferer).send(at: end, to: gatewayPort)
        }
    }

    /// The hours before the day of those who play a day again: from one day nobody could tell.
    private func sendReplayed(before first: Instant) async throws {
        for logger in loggers where logger.curve.firm.story == .replayed {
            let frames = try (1...Self.replayedHours).reversed().map { back in
                try logger.frame(
                    .hourValues, dataTime: first.adding(hours: -back), suffix: "Avg",
                    sentAt: clock.now().adding(milliseconds: Self.replayedHours - back))
            }
            try await logger.send(frames, to: gatewayPort)
        }
    }

    private func sendHour(_ hour: Instant, sentAt: Instant) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for logger in loggers {
                let frames = try logger.frames(ofHour: hour, sentAt: sentAt)
                group.addTask { try await logger.send(frames, to: gatewayPort) }
            }
            try await group.waitForAll()
        }
    }

    private func plannedSteps() -> [PlannedStep] {
        loggers.flatMap { logger -> [PlannedStep] in
            guard case .steps(let count, _) = logger.curve.firm.story, let from = logger.curve.exceedsFrom else {
                return []
            }
            var at = from.adding(hours: 1).adding(minutes: 1)
            return zip(DemoScript.actions, DemoStory.stepMinutes).prefix(count).map { action, minutes in
                at = at.adding(minutes: minutes)
                return PlannedStep(firm: logger.curve.firm, action: action, at: at)
            }
        }
    }

    private func take(_ step: PlannedStep) async throws {
        let open = try await platform.database.read { [platform] access in
            try platform.supervision.openCases(
                scope: .enterprise(step.firm.enterprise.id), limit: 10, in: access)
        }
        guard let person = DemoScript.person(for: step.action, at: step.firm, among: people), let subject = open.last,
            let index = DemoScript.actions.firstIndex(of: step.action)
        else { return }
        let now = clock.now()
        try await platform.supervision.take(
            step.action, on: subject.id, seenStep: index, form: DemoScript.form(of: step.action, at: now),
            by: person.actor, at: now)
    }
}
