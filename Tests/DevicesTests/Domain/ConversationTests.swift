import HJ212
import Kernel
import TestMaterial
import Testing

@testable import Devices

struct ConversationTests {
    private static let now = Instant(milliseconds: 1_795_000_000_000)
    private static let path = "docs/method/conversations.md"
    private static let live: [ConversationState] = [.queued, .sent, .accepted, .receiving]

    private static func conversation(
        _ pattern: CommandPattern, _ state: ConversationState, tries: Int = 1
    ) -> Conversation {
        Conversation(
            pattern: pattern, timing: LinkType.mobile.timing, executionS: 40, state: state,
            tries: state == .queued ? 0 : tries, dataFrames: 0, deadline: state.isEnded ? nil : now, outcome: nil)
    }

    /// The events by the words of the table; the last deadline is one after the last repetition.
    private static let events: [(word: String, event: ConversationEvent)] = [
        ("turn", .turn), ("deadline", .deadline), ("last deadline", .deadline), ("9011 ready", .requestAnswer(.ready)),
        ("9011 refusal", .requestAnswer(.wrongCN)), ("9012 success", .executionResult(.success)),
        ("9012 no data", .executionResult(.noData)), ("9012 failure", .executionResult(.busy)),
        ("9013", .notificationAnswer), ("data", .data), ("line opened", .lineOpened), ("superseded", .superseded),
        ("unwritable", .unwritable), ("stopped", .stopped),
    ]

    @Test(arguments: [
        ("with data", CommandPattern.withData), ("without data", .withoutData), ("notification", .notification),
    ])
    func `every state takes every event as the printed table says`(name: String, pattern: CommandPattern) throws {
        let rows = try RepositoryFile.table("| \(name) | queued | sent | accepted | receiving |", in: Self.path)
        #expect(rows.map { $0[0] } == Self.events.map(\.word))
        for (row, (word, event)) in zip(rows, Self.events) {
            for (state, cell) in zip(Self.live, row.dropFirst()) {
                let before = Self.conversation(pattern, state, tries: word == "last deadline" ? 4 : 1)
                var machine = before
                let action = machine.take(event, at: Self.now)
                if cell == "=" {
                    #expect(machine == before && action == .nothing, "\(word) in \(state)")
                    continue
                }
                let after = try #require(ConversationState(rawValue: cell.replacing(" ↑", with: "")))
                let expected: Conversation.Action =
                    cell.hasSuffix("↑") ? .send : after.isEnded ? .finish : .nothing
                #expect(machine.state == after && action == expected, "\(word) in \(state)")
                #expect((machine.outcome == nil) != after.isEnded, "an end has its reason: \(word) in \(state)")
                #expect((machine.deadline == nil) == after.isEnded, "what waits has its deadline: \(word) in \(state)")
            }
        }
    }

    @Test(arguments: ConversationState.allCases.filter(\.isEnded))
    func `what has ended stays as it is`(state: ConversationState) {
        for pattern in CommandPattern.allCases {
            for (word, event) in Self.events {
                var machine = Self.conversation(pattern, state)
                #expect(machine.take(event, at: Self.now) == .nothing, "\(word)")
                #expect(machine == Self.conversation(pattern, state), "\(word)")
            }
        }
    }

    @Test(arguments: LinkType.allCases)
    func `a silent device is asked as often as its line allows, and waited for as long`(link: LinkType) throws {
        let rows = try RepositoryFile.table("| line | wait s | repetitions |", in: Self.path)
        let row = try #require(rows.first { $0[0] == link.rawValue })
        let (wait, repetitions) = (try #require(Int64(row[1])), try #require(Int(row[2])))
        var machine = Conversation(
            pattern: .withData, timing: link.timing, executionS: 40, queuedAt: Self.now)
        var (now, sendings) = (Self.now, 0)
        var action = machine.take(.turn, at: now)
        while action == .send {
            sendings += 1
            #expect(machine.deadline == now.adding(seconds: wait))
            now = now.adding(seconds: wait)
            action = machine.take(.deadline, at: now)
        }
        #expect(sendings == 1 + repetitions)
        #expect(machine.state == .unanswered)
    }

    @Test func `a device that drips data holds its conversation for a bounded time`() throws {
        var machine = Conversation(
            pattern: .withData, timing: LinkType.mobile.timing, executionS: 40, queuedAt: Self.now)
        _ = machine.take(.turn, at: Self.now)
        var now = Self.now
        while let deadline = machine.deadline, now < deadline, now < Self.now.adding(hours: 5) {
            now = now.adding(seconds: 9)
            if now >= deadline { break }
            _ = machine.take(.data, at: now)
        }
        #expect(now <= Self.now.adding(hours: Conversation.runningHoursMax).adding(seconds: 9))
        #expect(machine.take(.deadline, at: now) == .finish)
    }

    @Test func `every outcome is read back from its text`() {
        let outcomes: [ConversationOutcome] = [
            .answer(3), .execution(100), .notified, .answeredNotification, .resultMissing, .silence, .noAnswer, .noLine,
            .superseded, .stopped, .unwritable,
        ]
        for outcome in outcomes { #expect(ConversationOutcome(rawValue: outcome.rawValue) == outcome) }
        for text in ["", "qn-", "exe-x", "done"] { #expect(ConversationOutcome(rawValue: text) == nil) }
    }
}
