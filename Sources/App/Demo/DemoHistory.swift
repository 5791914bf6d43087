import Facts
import Access
import Foundation
import HJ212
import Kernel
import Monitoring
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
    /// So many frames go over one line before it is closed, so that neither side waits for the other to read.
    private static let framesOfLine = 240

    /// A step that is still to be taken.
    private struct PlannedStep {
        let firm: DemoCity.Firm
        let outlet: Outlet
        let move: DemoMove
        /// When the play's first hour began: its case was opened soon after.
        let playFrom: Instant
        let at: Instant
    }

    /// Lives the day that ends at `end`.
    func live(until end: Instant) async throws {
        let lastHour = end.startOfHour
        try await sendReplayed(before: lastHour.adding(hours: -Self.hours))
        try await sendMonths(before: lastHour.adding(hours: -Self.hours))
        var steps = plannedSteps().sorted { $0.at < $1.at }
        for offset in stride(from: Self.hours, to: 0, by: -1) {
            let hour = lastHour.adding(hours: -offset)
            let after = hour.adding(hours: 1).adding(seconds: 20)
            clock.stand(at: min(after, end))
            try await sendHour(hour, sentAt: min(after, end))
            try await sendCorrections(lastHour, offset: offset)
            try await platform.delivery.deliverAll()
            try await platform.states.watch.lookAtAll()
            while try await platform.means.alerts.look() > 0 {}
            let nextHour = hour.adding(hours: 2)
            while let step = steps.first, step.at < min(nextHour, end) {
                clock.stand(at: max(step.at, clock.now()))
                try await platform.dutyWatch.markMissed()
                try await platform.supervision.watch.look()
                try await take(step)
                steps.removeFirst()
            }
        }
        clock.stand(at: end)
        try await markMaintenance(until: end)
        try await platform.dutyWatch.markMissed()
        try await platform.supervision.watch.look()
        try await platform.states.watch.lookAtAll()
        if let sufferer = loggers.first(where: { $0.stack?.firm.hasBadLine ?? false }) {
            try await DemoStrays(sufferer: sufferer).send(at: end, to: gatewayPort)
        }
    }

    /// The hours before the day of those who play a day again: from one day nobody could tell.
    private func sendReplayed(before first: Instant) async throws {
        for logger in loggers where logger.stack?.firm.story == .replayed {
            let frames = try (1...Self.replayedHours).reversed().map { back in
                try logger.frame(
                    .hourValues, dataTime: first.adding(hours: -back), suffix: "Avg",
                    sentAt: clock.now().adding(milliseconds: Self.replayedHours - back))
            }
            try await logger.send(frames, to: gatewayPort)
        }
    }

    /// The means of this month and the one before, of those whose amounts are to be seen.
    private func sendMonths(before first: Instant) async throws {
        let dayBefore = Self.monthStart(of: first.civil.date).adding(days: -1)
        let from = Instant(startOf: Self.monthStart(of: dayBefore))
        let hours = first.milliseconds(since: from) / 3_600_000
        let now = clock.now()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for logger in loggers where logger.instruments.hasMonths {
                let frames = try (0..<hours).flatMap { hour in
                    try logger.means(ofHour: from.adding(hours: hour), sentAt: now.adding(milliseconds: hour * 2))
                }
                group.addTask {
                    for start in stride(from: 0, to: frames.count, by: Self.framesOfLine) {
                        let part = Array(frames[start..<min(start + Self.framesOfLine, frames.count)])
                        try await logger.send(part, to: gatewayPort)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func monthStart(of date: CivilDate) -> CivilDate { date.adding(days: 1 - Int64(date.parts.day)) }

    private func sendHour(_ hour: Instant, sentAt: Instant) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for logger in loggers {
                let frames = try logger.frames(ofHour: hour, sentAt: sentAt)
                group.addTask { try await logger.send(frames, to: gatewayPort) }
            }
            try await group.waitForAll()
        }
    }

    /// Hours that firms send again as the hour ends that lies so many hours back.
    private func sendCorrections(_ lastHour: Instant, offset: Int64) async throws {
        for logger in loggers {
            guard let stack = logger.stack else { continue }
            for correction in stack.firm.story.corrections where correction.sentHoursAgo == offset {
                let hour = lastHour.adding(hours: -correction.hoursAgo)
                let corrected = SimulatedLogger(
                    instruments: .stack(stack.reading(correction.multiple, from: hour)),
                    registeredPassword: logger.password)
                let frame = try corrected.frame(
                    .hourValues, dataTime: hour, suffix: "Avg", sentAt: clock.now().adding(seconds: 1))
                try await corrected.send([frame], to: gatewayPort)
            }
        }
    }

    /// An officer qualifies only when nothing can be marked any more; the firm states that it has nothing to mark, so
    /// that nobody waits for noon.
    private func closeMarks(of firm: DemoCity.Firm) async throws {
        guard let manager = people.first(where: { $0.post == .enterpriseManager(firm.enterprise.id) }) else { return }
        let now = clock.now()
        for day in [now.civil.date.adding(days: -1), now.civil.date] {
            do {
                try await platform.database.write { [platform] access in
                    try platform.monitoring.closeMarks(
                        of: day, at: firm.outlet.id, by: manager.actor, now: now, in: access)
                }
            } catch MarkRefusal.nothingToClose {
                // The marks of that day have closed before.
                continue
            }
        }
        try await platform.delivery.deliverAll()
    }

    /// The firm whose device was maintained says so.
    private func markMaintenance(until end: Instant) async throws {
        guard let firm = loggers.compactMap(\.stack?.firm).first(where: { $0.story == .maintenance }),
            let manager = people.first(where: { $0.post == .enterpriseManager(firm.enterprise.id) })
        else { return }
        let wish = MarkWish(
            outlet: firm.outlet.id, firstHour: end.startOfHour.adding(hours: -3),
            lastHour: end.startOfHour.adding(hours: -1), meaning: .maintenance, reason: "分析仪例行维护（示例）", demand: nil)
        try await platform.database.write { [platform] access in
            _ = try platform.monitoring.mark(wish, by: manager.actor, now: end, in: access)
        }
    }

    private func plannedSteps() -> [PlannedStep] {
        loggers.flatMap { logger -> [PlannedStep] in
            switch logger.instruments {
            case .stack(let curve):
                zip(curve.exceedances, curve.firm.story.plays).flatMap { span, play in
                    Self.steps(
                        play.moves, of: curve.firm, at: curve.firm.outlet, playFrom: span.from,
                        openedAt: span.from.adding(hours: 1))
                }
            case .wasteWater(let curve):
                curve.exceedingDayEnd.flatMap { end in
                    curve.firm(among: loggers.compactMap { $0.stack?.firm }).map { firm in
                        Self.steps(
                            curve.place.moves, of: firm, at: curve.place.outlet, playFrom: end, openedAt: end)
                    }
                } ?? []
            }
        }
    }

    private static func steps(
        _ moves: [DemoMove], of firm: DemoCity.Firm, at outlet: Outlet, playFrom: Instant, openedAt: Instant
    ) -> [PlannedStep] {
        var at = openedAt.adding(minutes: 1)
        return moves.map { move in
            at = at.adding(minutes: move.minutes)
            return PlannedStep(firm: firm, outlet: outlet, move: move, playFrom: playFrom, at: at)
        }
    }

    private func take(_ step: PlannedStep) async throws {
        let open = try await platform.database.read { [platform] access in
            try platform.supervision.openCases(
                scope: .enterprise(step.firm.enterprise.id), limit: 10, in: access)
        }
        guard let person = DemoScript.person(for: step.move.action, at: step.firm, among: people),
            let subject = open.last(where: { $0.outlet == step.outlet.id && $0.openedAt >= step.playFrom })
        else { return }
        if step.move.action == .qualify { try await closeMarks(of: step.firm) }
        let companion = people.last { $0.post == .branchOfficer(step.firm.enterprise.region) }
        let now = clock.now()
        try await platform.supervision.take(
            step.move.action, on: subject.id, seenStep: subject.steps,
            form: DemoScript.form(of: step.move, at: now, companion: companion?.id, medium: step.outlet.medium),
            by: person.actor, at: now)
        guard step.move.action == .reportFault else { return }
        let sheet = try DemoPaper.received(
            "Record of repair, example, \(step.firm.enterprise.id)", called: "维修记录（示例）.pdf",
            in: platform.evidence.incoming)
        _ = try await platform.supervision.fileEvidence(
            sheet, note: "设备维修记录（示例）", in: subject.id, by: person.actor, at: now)
    }
}
