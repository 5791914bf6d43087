import Facts
import HJ212
import Kernel
import TestMaterial
import Testing
import Web

@testable import Devices

struct DevicesPagesTests {
    private static let now = Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 14)

    private static func record(
        _ kind: RequestKind, _ state: ConversationState, outcome: ConversationOutcome?, frames: Int = 0
    ) throws -> ConversationRecord {
        var machine = Conversation(
            pattern: kind.trait.pattern, timing: LinkType.mobile.timing, executionS: 40, queuedAt: now)
        machine = Conversation(
            pattern: kind.trait.pattern, timing: LinkType.mobile.timing, executionS: 40, state: state, tries: 2,
            dataFrames: frames, deadline: machine.deadline, outcome: outcome)
        return ConversationRecord(
            id: ConversationID(checked: "DC1"), device: DeviceNumber(checked: "M1"), outlet: OutletID(checked: "O1"),
            enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"),
            command: try DeviceCommand(kind, form: DeviceCommandTests.form(of: kind), at: now), link: .mobile,
            askedBy: .system("devices"), askedName: frames > 0 ? "gap" : "1013", reason: frames > 0 ? "gap" : "1013",
            askedAt: now, edition: .hj2017, machine: machine, requestNumber: QN("20261123140000000"), sentAt: now,
            endedAt: outcome == nil ? nil : now,
            answer: frames > 0 ? "SystemTime=20261123140007; RtdInterval=30; MinInterval=10; x; y=1" : nil)
    }

    private static let outcomes: [(ConversationState, ConversationOutcome?)] =
        [
            (.queued, nil), (.sent, nil), (.accepted, nil), (.receiving, nil), (.done, .notified),
            (.done, .answeredNotification), (.done, .resultMissing), (.failed, .silence), (.failed, .unwritable),
            (.unanswered, .noAnswer), (.expired, .noLine), (.superseded, .superseded), (.interrupted, .stopped),
        ] + [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 42].map { (.refused, .answer($0)) }
        + [1, 2, 3, 4, 5, 6, 100, 42].map { (.failed, .execution($0)) }

    private static func devicePage(
        by actor: Actor, chosen: RequestKind?, connected: Bool, full: Bool
    ) throws -> DevicePage {
        DevicePage(
            station: .example("1"),
            line: connected
                ? OpenLine(remote: "192.0.2.7:51000", since: now, lastFrameAt: now, edition: .hj2025) : nil,
            conversations: full
                ? try outcomes.map { try record(.hourHistory, $0.0, outcome: $0.1, frames: 3) }
                    + [record(.setTime, .done, outcome: .execution(1))] : [],
            next: full ? "/outlets/O1/device?after=1-DC1" : nil,
            wishes: full
                ? [(1013, "time-set"), (1014, "no-keys"), (1013, "time-limit"), (1014, "key-waits")].map {
                    command, answer in
                    WishStore.Wish(
                        device: "M1", command: command, firstAt: now, lastAt: now, times: 2, answer: answer)
                } : [],
            gaps: full
                ? [true, false].map { isGivenUp in
                    GapStore.Gap(command: 2061, from: now, to: now, tries: 1, triedAt: now, isGivenUp: isGivenUp)
                } : [],
            askedToday: [.setTime: 2], actor: actor, now: now, chosen: chosen, refused: nil)
    }

    @Test func `the logger's page has all its words, for everybody and for every request`() throws {
        var walk = try TemplateWalk(DevicePage.template)
        for language in Language.allCases {
            for kind in RequestKind.allCases {
                try walk.walk(
                    Self.devicePage(by: .city, chosen: kind, connected: true, full: true).view(language))
            }
            try walk.walk(Self.devicePage(by: .firm, chosen: nil, connected: false, full: false).view(language))
            try walk.walk(Self.devicePage(by: .branch, chosen: nil, connected: false, full: false).view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test func `the page of a conversation has all its words`() throws {
        var walk = try TemplateWalk(ConversationPage.template)
        let frame = try WireFrame.frame(
            "QN=20261123140000000;ST=91;CN=9011;PW=123456;MN=M1;Flag=4;CP=&&QnRtn=1&&")
        let exchanges = [
            Exchange(sending: frame.bytes, command: 2061, direction: .sent, at: Self.now),
            Exchange(sending: frame.bytes, command: 2061, direction: .unsent, at: Self.now),
            Exchange(received: HeardFrame(frame), at: Self.now),
        ]
        #expect(exchanges.allSatisfy { !$0.text.contains("123456") })
        for language in Language.allCases {
            for (state, outcome) in Self.outcomes {
                for (kind, lines) in [(RequestKind.hourHistory, exchanges), (.setTime, [])] {
                    let page = ConversationPage(
                        station: .example("1"), record: try Self.record(kind, state, outcome: outcome),
                        exchanges: lines, actor: .city)
                    try walk.walk(page.view(language))
                }
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test(arguments: [
        ("QN=20261123140000123;ST=91;CN=9011;PW=1;MN=M1;Flag=4;CP=&&QnRtn=1&&", "20261123140000"),
        ("ST=91;CN=9012;PW=1;MN=88888880000001;Flag=0;CP=&&QN=20261123140000123;ExeRtn=1&&", "20261123140000"),
        (
            "QN=20261123150000000;ST=31;CN=2061;PW=1;MN=M1;Flag=4;CP=&&DataTime=20230501080000;a-Avg=1&&",
            "20230501080000"
        ),
        ("QN=20261123150000000;ST=31;CN=2061;PW=1;MN=M1;Flag=4;CP=&&a-Avg=1&&", nil),
        ("ST=91;CN=9011;PW=1;MN=M1;Flag=4;CP=&&QnRtn=1&&", nil),
    ])
    func `a link to a received frame names the time by which it lies`(segment: String, at: String?) throws {
        let exchange = Exchange(received: HeardFrame(try WireFrame.frame(segment)), at: Self.now)
        let page = ConversationPage(
            station: .example("1"), record: try Self.record(.setTime, .done, outcome: .execution(1)),
            exchanges: [exchange], actor: .city)
        // Programs read the same moment in the form of interfaces.
        let told = page.content.exchanges.map { $0.frameAt.map { String($0.filter(\.isNumber).prefix(14)) } }
        #expect(told == [at])
        let rows = page.view(.chinese)["exchanges"] as? [[String: Any]]
        #expect(rows?.map { $0["frameAt"] as? String } == [at ?? ""])
    }

    @Test func `what a device said is put into words where they are known`() throws {
        let record = try Self.record(.readTime, .done, outcome: .execution(1), frames: 1)
        #expect(
            ConversationRow.result(of: record, .english)
                == "carried out; 1 data frame; its time 2026-11-23 14:00:07, 7 s from ours; "
                + "real-time interval 30 s; minute interval 10 min; x; y=1")
    }

    @Test func `who may not ask sees no form and no list of requests`() throws {
        let page = try Self.devicePage(by: .firm, chosen: nil, connected: true, full: true)
        #expect(page.view(.english)["mayAsk"] as? Bool == false)
        #expect(page.content.commands.isEmpty)
        #expect(page.content.conversations.count == Self.outcomes.count + 1)
    }

    @Test func `every refusal says what, by which rule, and what helps`() {
        let refusals: [CommandRefusal] = [
            .notFound, .wrongRole(dangerous: true), .wrongRole(dangerous: false), .notConfirmed, .reasonMissing,
            .numberOutOfRange(field: "seconds", allowed: "30…3600"), .notATime(field: "from"), .rangeReversed,
            .rangeAhead, .rangeTooLong(hoursMax: 24), .notACode(field: "factor"), .unfitValue(field: "value"),
            .notInEdition(.hjt2005), .dayLimit(max: 4), .deviceDayLimit(max: 240), .queueFull(max: 20),
            .noKeyInForce,
        ]
        for refusal in refusals {
            for language in Language.allCases {
                #expect(!refusal.problem.what(language).isEmpty && !refusal.problem.remedy(language).isEmpty)
            }
        }
        #expect(Set(refusals.map { "\($0.problem.what.en)" }).count == refusals.count)
    }
}
