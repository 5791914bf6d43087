import Facts
import Foundation
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial

@testable import Monitoring

/// Hours of a factor as letters: `N` a value marked normal, `n` one without a mark, `-` nothing, `0` a mark N without a
/// number, any other letter its mark.
enum StatePattern {
    static func rules() throws -> StateRules {
        try StateRules(
            json: Array(try RepositoryFile.text("share/rules/state-episodes.json").utf8),
            calendar: WorkingDayCalendar.weekendsOnly)
    }

    static func sent(_ letter: Character) -> SentHour? {
        switch letter {
        case "-": nil
        case "n": SentHour(mark: nil, hasNumber: true)
        case "0": SentHour(mark: "N", hasNumber: false)
        default: SentHour(mark: String(letter), hasNumber: true)
        }
    }

    static func curve(_ pattern: String, of pollutant: PollutantCode = .sulphurDioxide) -> StateCurve {
        StateCurve(pollutant, start: HourPattern.hour(0), hours: pattern.map(sent))
    }

    /// `no-data 1–4/4`, with `+` while it goes on.
    static func text(_ span: StateSpan) -> String {
        "\(span.kind.rawValue) \(number(span.firstHour))–\(number(span.lastHour))/\(span.hours.count)"
            + (span.ended ? "" : "+")
    }

    static func text(_ spans: [StateSpan]) -> String {
        spans.isEmpty ? "none" : spans.map(text).joined(separator: ", ")
    }

    static func text(_ extent: StateExtent) -> String {
        let end = extent.ended ? "\(number(extent.lastHour))/\(extent.hours)" : "+"
        return "\(extent.state) \(number(extent.firstHour))–\(end)"
    }

    private static func number(_ hour: Instant) -> Int64 { hour.milliseconds(since: HourPattern.start) / 3_600_000 }
}

/// The stage with the room of states beside it.
struct StateScene {
    let stage: MonitoringStage
    let room: StateRoom

    init() async throws {
        stage = try await MonitoringStage()
        let entropy = CountingEntropy()
        room = try StateRoom(
            beside: stage.room,
            decisions: DecisionLog(journal: stage.room.journal, clock: stage.clock, entropy: entropy),
            entropy: entropy, figures: Array(try RepositoryFile.text("share/rules/state-episodes.json").utf8),
            calendar: WorkingDayCalendar.weekendsOnly)
        try await Migrator.migrate(
            stage.database, to: [TrunkSchema.schema, MonitoringRoom.schema, StateRoom.schema])
    }

    /// The hour frame of M1 that a letter stands for; nil for nothing.
    static func frame(_ number: Int, _ letter: Character, version: Int = 0) throws -> Frame? {
        guard let sent = StatePattern.sent(letter) else { return nil }
        let value = sent.hasNumber ? "20" : ""
        let mark = sent.mark.map { ",a21026-Flag=\($0)" } ?? ""
        return try WireFrame.hour(
            CivilStamp(millisecondsSince1970: HourPattern.hour(number).milliseconds).text14,
            "a21026-Avg=\(value)\(mark)",
            qn: CivilStamp(millisecondsSince1970: HourPattern.hour(number + 1).milliseconds).text14
                + (version).padded(3))
    }

    func send(_ pattern: String, from first: Int = 0, version: Int = 0) async throws {
        let frames = try pattern.enumerated().compactMap {
            try Self.frame(first + $0.offset, $0.element, version: version)
        }
        try await stage.store(frames)
    }

    /// Looks as the hours before this one are over.
    func look(at hour: Int, minute: Int64 = 40) async throws {
        stage.clock.stand(at: HourPattern.hour(hour).adding(minutes: minute))
        try await room.watch.lookAtAll()
    }

    func episodes() async throws -> [StateEpisode] {
        try await stage.database.read { access in
            var found: [StateEpisode] = []
            try StateStore.forEach(access) { found.append($0) }
            return found.sorted { ($0.extent.firstHour, $0.id) < ($1.extent.firstHour, $1.id) }
        }
    }

    func standing() async throws -> [String] {
        try await episodes().filter { !$0.isWithdrawn }.map { StatePattern.text($0.extent) }
    }

    func only() async throws -> StateEpisode? {
        let all = try await episodes()
        return all.count == 1 ? all[0] : nil
    }

    func take(
        _ action: StateAction, by role: Role, _ form: [String: String] = [:], seen: Int? = nil
    ) async throws {
        guard let episode = try await episodes().first else { throw StateRefusal.notFound }
        let scope: Scope = role == .enterpriseManager ? .enterprise(episode.enterprise) : .city
        let actor = Actor(person: PersonID(checked: "P1"), name: "示例", role: role, scope: scope)
        let (desk, now) = (room.desk, stage.clock.now())
        try await stage.database.write { access in
            try desk.take(
                action, on: episode.id, seenStep: seen ?? episode.steps.count, form: form, by: actor, now: now,
                in: access)
        }
    }

    func openDuties() async throws -> [Duty] {
        try await stage.database.read { access in
            var found: [Duty] = []
            try DutyBook.forEachDuty(access) { if $0.state == .open { found.append($0) } }
            return found
        }
    }

    func kinds() async throws -> [String] {
        try await stage.database.read { access in
            try Journal.entries(
                after: 0,
                kinds: [
                    StateEpisodeFound.kind, StateEpisodeChanged.kind, StateEpisodeEnded.kind,
                    StateEpisodeWithdrawn.kind, StateCourseMoved.kind, StateStepTaken.kind, DutyMissed.kind,
                ], limit: 1_000, in: access
            ).map { String($0.kind.split(separator: ".").last ?? "") }
        }
    }

    /// What `verify` would print of decisions and states.
    func differences() async throws -> [String] {
        let checks: [any SelfChecking] = [
            TrunkChecks(rules: MonitoringRoom.rules + StateRoom.rules), room.checks(),
        ]
        return try await stage.database.read { access in
            try checks.flatMap { try $0.check(access) }.flatMap(\.differences)
        }
    }
}
