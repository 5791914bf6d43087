import Access
import Facts
import Foundation
import HJ212
import Kernel
import Logging
import Monitoring
import Persistence
import Registry
import Supervision

/// Lives the past through in seconds: hour by hour the loggers send, the rules judge, the people act. A whole city
/// has weeks behind it, which go through the reception without lines; the last day comes over real lines.
struct DemoHistory: Sendable {
    let platform: Platform
    let clock: DemoClock
    let loggers: [SimulatedLogger]
    let people: [Person]
    let gatewayPort: Int
    /// How many days are lived through.
    let days: Int64
    /// Told how far it is, for whoever waits.
    let logger: Logger

    /// How many hours of the end come hour by hour.
    static let hours: Int64 = 24
    /// How many hours before those are sent of a day that is played again, where no weeks are lived.
    private static let replayedHours: Int64 = 120
    /// Of so many last hours the places of the city send minutes too.
    private static let minutesHours: Int64 = 3
    /// Of so many last days everybody sends hours; before those places send their days, and hours where a story is
    /// told, or where a month's amounts rest on them.
    private static let hourlyDays: Int64 = 5
    /// Of so many last days a furnace's five-minute means are sent.
    private static let furnaceDays: Int64 = 3
    /// Between two looks at the states of many outlets, hours.
    private static let stateHours: Int64 = 12

    private var upload: DemoUpload { DemoUpload(monitoring: platform.monitoring) }
    private var hasWeeks: Bool { days > 1 }

    /// Lives the days that end at `end`.
    func live(until end: Instant) async throws {
        let lastHour = end.startOfHour
        let dayFrom = lastHour.adding(hours: -Self.hours)
        let start = lastHour.adding(hours: -Self.hours * days)
        if !hasWeeks { try await sendReplayed(before: dayFrom) }
        try await sendMonths(before: start)
        var steps = DemoStep.planned(for: loggers)[...]
        if hasWeeks { try await liveWeeks(from: start, until: dayFrom, &steps) }
        logger.notice("living the last day hour by hour", metadata: ["demo.day": "\(dayFrom.civil.date)"])
        for offset in stride(from: Self.hours, to: 0, by: -1) {
            let hour = lastHour.adding(hours: -offset)
            let after = min(hour.adding(hours: 1).adding(seconds: 20), end)
            clock.stand(at: after)
            try await sendHour(hour, sentAt: after, withMinutes: offset <= Self.minutesHours)
            try await sendCorrections(lastHour, offset: offset)
            try await platform.delivery.deliverAll()
            if !hasWeeks || offset % Self.stateHours == 0 { try await platform.states.watch.lookAtAll() }
            while try await platform.means.alerts.look() > 0 {}
            try await lookAtFurnaces(at: hour)
            try await take(&steps, until: min(hour.adding(hours: 2), end))
        }
        clock.stand(at: end)
        try await markHours(until: end)
        try await platform.dutyWatch.markMissed()
        try await platform.supervision.watch.look()
        try await platform.states.watch.lookAtAll()
        if let sufferer = loggers.first(where: { $0.stack?.firm.hasBadLine ?? false }) {
            try await DemoStrays(sufferer: sufferer).send(at: end, to: gatewayPort)
        }
    }

    /// The weeks before the day: means of hours and days through the reception. The clock stops where something may be
    /// judged: as a day's values are complete, and as the hours of a story are over.
    private func liveWeeks(from start: Instant, until end: Instant, _ steps: inout ArraySlice<DemoStep>) async throws {
        // What comes next is made while what came is judged; a short start needs both cores.
        var coming: Task<[DemoUpload.Sent], any Error>?
        let stops = stops(from: start, until: end)
        for (from, stop) in zip([start] + stops, stops) {
            if stop.civil.hour == Self.dayStopHour, stop.civil.date.dayNumber % Self.toldDays == 0 {
                logger.notice("living the past", metadata: ["demo.day": "\(stop.civil.date)"])
            }
            let sent = try await (coming ?? sending(from: from, until: stop, dayFrom: end)).value
            let next = stops.first { $0 > stop }
            coming = next.map { sending(from: stop, until: $0, dayFrom: end) }
            clock.stand(at: stop.adding(seconds: 20))
            try await upload.store(sent)
            try await platform.delivery.deliverAll()
            if stop.civil.hour == Self.dayStopHour {
                while try await platform.means.alerts.look() > 0 {}
                try await lookAtFurnaces(at: stop.adding(hours: -1))
            }
            try await take(&steps, until: next ?? end)
        }
        try await platform.states.watch.lookAtAll()
    }

    /// Every so many days a line tells how far the past is.
    private static let toldDays: Int64 = 5

    /// The hour at which a day's values are complete, and a furnace's day may be looked at.
    private static let dayStopHour = 1

    private func stops(from start: Instant, until end: Instant) -> [Instant] {
        let first = Instant(startOf: start.civil.date).adding(hours: Int64(Self.dayStopHour))
        let days = (0...days).map { first.adding(hours: 24 * $0) }
        let stories = loggers.compactMap(\.place).flatMap { curve in
            curve.spans.flatMap { [curve.opening(of: $0), $0.upperBound] }
        }
        return Set(days + stories + [end]).filter { $0 > start && $0 <= end }.sorted()
    }

    private func sending(from: Instant, until: Instant, dayFrom: Instant) -> Task<[DemoUpload.Sent], any Error> {
        Task { try sent(from: from, until: until, dayFrom: dayFrom) }
    }

    /// What all loggers send of these hours, in the order in which it comes.
    private func sent(from: Instant, until: Instant, dayFrom: Instant) throws -> [DemoUpload.Sent] {
        let furnacesFrom = Instant(startOf: dayFrom.civil.date.adding(days: 1 - Self.furnaceDays))
        let hoursFrom = dayFrom.adding(hours: -24 * (Self.hourlyDays - 1))
        var sent: [DemoUpload.Sent] = []
        var hour = from
        while hour < until {
            let at = hour.adding(hours: 1).adding(seconds: 10)
            for logger in loggers {
                let furnace = hour >= furnacesFrom ? try logger.furnaceMeans(ofHour: hour, sentAt: at) : []
                let isHourly = hour >= hoursFrom || logger.instruments.tellsHours(before: hoursFrom)
                let means =
                    isHourly ? try logger.means(ofHour: hour, sentAt: at) : try logger.day(endedBy: hour, sentAt: at)
                sent += (means + furnace).map { .init(frame: $0, receivedAt: at) }
            }
            hour = hour.adding(hours: 1)
        }
        return sent
    }

    private func lookAtFurnaces(at hour: Instant) async throws {
        guard hour.civil.hour % 12 == 0 else { return }
        while try await platform.means.furnaceWatch.look() > 0 {}
        try await platform.delivery.deliverAll()
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
        let dayBefore = Self.monthStart(of: clock.now().adding(hours: Self.hours * days).civil.date).adding(days: -1)
        let from = Instant(startOf: Self.monthStart(of: dayBefore))
        let hours = max(0, first.milliseconds(since: from) / 3_600_000)
        let now = clock.now()
        for logger in loggers where logger.instruments.hasMonths {
            let frames = try (0..<hours).flatMap { hour in
                try logger.means(ofHour: from.adding(hours: hour), sentAt: now.adding(milliseconds: hour * 2))
            }
            try await upload.store(frames.map { .init(frame: $0, receivedAt: now) })
        }
    }

    private static func monthStart(of date: CivilDate) -> CivilDate { date.adding(days: 1 - Int64(date.parts.day)) }

    /// An hour of the last day: the firms of the day over lines, with their minutes; the places of a whole city through
    /// the reception.
    private func sendHour(_ hour: Instant, sentAt: Instant, withMinutes: Bool) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for logger in loggers where logger.place == nil {
                let frames = try logger.frames(ofHour: hour, sentAt: sentAt)
                group.addTask { try await logger.send(frames, to: gatewayPort) }
            }
            try await group.waitForAll()
        }
        let sent = try loggers.filter { $0.place != nil }.flatMap { logger in
            let frames =
                withMinutes
                ? try logger.frames(ofHour: hour, sentAt: sentAt)
                : try logger.means(ofHour: hour, sentAt: sentAt) + logger.furnaceMeans(ofHour: hour, sentAt: sentAt)
            return frames.map { DemoUpload.Sent(frame: $0, receivedAt: sentAt) }
        }
        try await upload.store(sent)
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

    /// An officer qualifies only when nothing can be marked anymore; the enterprise states that it has nothing to mark,
    /// so that nobody waits for noon.
    private func closeMarks(of step: DemoStep) async throws {
        guard let manager = people.first(where: { $0.post == .enterpriseManager(step.enterprise.id) }) else { return }
        let now = clock.now()
        for day in [now.civil.date.adding(days: -1), now.civil.date] {
            do {
                try await platform.database.write { [platform] access in
                    try platform.monitoring.closeMarks(
                        of: day, at: step.outlet.id, by: manager.actor, now: now, in: access)
                }
            } catch MarkRefusal.nothingToClose {
                // The marks of that day have closed before.
                continue
            }
        }
        try await platform.delivery.deliverAll()
    }

    /// What enterprises say of the last hours of their outlets: from so many whole hours back, for so many.
    private static let marks: [(outlet: String, hoursAgo: Int64, hours: Int64, meaning: MarkMeaning, reason: String)] =
        [
            ("E0010-DA001", 3, 3, .maintenance, "分析仪例行维护（示例）"), ("E0024-DA001", 5, 2, .maintenance, "更换采样探头滤芯（示例）"),
            ("E0037-DW001", 4, 1, .calibration, "标准溶液校准（示例）"), ("E0050-DA002", 6, 2, .fault, "引风机故障降负荷（示例）"),
        ]

    private func markHours(until end: Instant) async throws {
        let outlets = Dictionary(
            loggers.map { ($0.instruments.outlet.id.text, $0.instruments.outlet) },
            uniquingKeysWith: { first, _ in first })
        for mark in Self.marks {
            guard let outlet = outlets[mark.outlet],
                let manager = people.first(where: { $0.post == .enterpriseManager(outlet.enterprise) })
            else { continue }
            let first = end.startOfHour.adding(hours: -mark.hoursAgo)
            let wish = MarkWish(
                outlet: outlet.id, firstHour: first, lastHour: first.adding(hours: mark.hours - 1),
                meaning: mark.meaning, reason: mark.reason, demand: nil)
            try await platform.database.write { [platform] access in
                _ = try platform.monitoring.mark(wish, by: manager.actor, now: end, in: access)
            }
        }
    }

    /// Takes the steps that come before a moment.
    private func take(_ steps: inout ArraySlice<DemoStep>, until moment: Instant) async throws {
        while let step = steps.first, step.at < moment {
            clock.stand(at: max(step.at, clock.now()))
            try await platform.dutyWatch.markMissed()
            try await platform.supervision.watch.look()
            try await take(step)
            steps.removeFirst()
        }
    }

    private func take(_ step: DemoStep) async throws {
        let open = try await platform.database.read { [platform] access in
            try platform.supervision.openCases(scope: .enterprise(step.enterprise.id), limit: 10, in: access)
        }
        guard let person = DemoScript.person(for: step, among: people),
            let subject = open.last(where: { $0.outlet == step.outlet.id && $0.openedAt >= step.playFrom })
        else { return }
        if step.move.action == .qualify { try await closeMarks(of: step) }
        let companion = DemoScript.companion(for: step, among: people)
        let now = clock.now()
        var form = DemoScript.form(
            of: step.move, at: now, companion: companion?.id, medium: step.outlet.medium, branch: step.branch,
            openedAt: subject.openedAt, firstHour: step.playFrom)
        if [.order, .handOver].contains(step.move.action) {
            form["article"] = try await platform.database.read { [platform] access in
                try platform.supervision.proposedArticle(of: subject.id, scope: person.actor.scope, in: access)
            }
        }
        if step.move.action == .serve {
            form["proof"] = try await file(
                "Receipt of service, example, \(subject.id), \(subject.steps)", called: "送达回证（示例）.pdf",
                note: "送达回证（示例）", in: subject.id, by: person)
        }
        try await platform.supervision.take(
            step.move.action, on: subject.id, seenStep: subject.steps, form: form,
            by: person.actor, at: now)
        if [.check, .recheck].contains(step.move.action), let companion {
            try await platform.supervision.answerRecord(
                of: subject.steps + 1, in: subject.id, form: ["verdict": "confirmed"], by: companion.actor, at: now)
        }
        guard step.move.action == .reportFault else { return }
        _ = try await file(
            "Record of repair, example, \(step.enterprise.id)", called: "维修记录（示例）.pdf", note: "设备维修记录（示例）",
            in: subject.id, by: person)
    }

    /// Files a sheet in a case and tells its number.
    private func file(
        _ sentence: String, called name: String, note: String, in id: CaseID, by person: Person
    ) async throws -> String {
        let sheet = try DemoPaper.received(sentence, called: name, in: platform.evidence.incoming)
        let number = try await platform.supervision.fileEvidence(
            sheet, note: note, in: id, by: person.actor, at: clock.now())
        return String(number)
    }
}
