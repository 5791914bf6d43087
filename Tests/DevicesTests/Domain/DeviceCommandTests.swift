import HJ212
import Kernel
import TestMaterial
import Testing

@testable import Devices

struct DeviceCommandTests {
    private static let now = Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 14)

    /// A form that is accepted for each kind.
    static func form(of kind: RequestKind) -> [String: String] {
        let range = ["from": "2026-11-23 10:00", "to": "2026-11-23 12:00"]
        return switch kind {
        case .setRealTimeInterval: ["seconds": "60"]
        case .setMinuteInterval: ["minutes": "10"]
        case .setTimeouts: ["seconds": "10", "retries": "3"]
        case .minuteHistory, .hourHistory: range
        case .dayHistory, .runTimeHistory: ["from": "2026-11-20", "to": "2026-11-22", "separator": "comma"]
        case .calibrate, .sampleNow, .standardCheck, .readInstrumentNumber: ["factor": "a21026"]
        case .readSiteInformation: range.merging(["factor": "a21026", "information": "i12001"]) { $1 }
        case .setSiteParameter: ["factor": "a21026", "information": "i13004", "value": "1.5"]
        case .readTime, .setTime, .readRealTimeInterval, .readMinuteInterval, .startRealTime, .stopRealTime,
            .startEquipmentState, .stopEquipmentState, .retainSample:
            [:]
        }
    }

    @Test(arguments: RequestKind.allCases)
    func `each request is written in every edition that has it, and reads back as itself`(kind: RequestKind) throws {
        let command = try DeviceCommand(kind, form: Self.form(of: kind), at: Self.now)
        for edition in [Dialect.hjt2005, .hj2017, .hj2025, .unknown] {
            let addressee = CommandFrame.Addressee(
                device: DeviceNumber(checked: "M1"), systemCode: "31", password: "123456", edition: edition,
                crc: .hj212)
            let bytes = CommandFrame.bytes(
                of: command, qn: QN("20261123140000000"), to: addressee, at: Self.now)
            #expect((bytes != nil) == kind.trait.exists(in: edition))
            guard let bytes else { continue }
            let frame = try #require(Frame(bytes))
            #expect(frame.header.cn == kind.trait.command)
            #expect(frame.wantsAnswer)
            let request = PlatformRequest(reading: frame, edition: edition.spokenEdition)
            #expect(request == command.request(in: edition.spokenEdition, at: Self.now))
            let known = try #require(request)
            #expect(known.command == kind.trait.command)
            #expect(known.editions.lowerBound == kind.trait.since)
        }
    }

    @Test func `the printed table of requests is what the code does`() throws {
        let rows = try RepositoryFile.table(
            "| request | CN | first edition | a day |", in: "docs/method/conversations.md")
        let expected = RequestKind.allCases.map { kind in
            [
                kind.rawValue, "\(kind.trait.command.rawValue)", "\(kind.trait.since.rawValue)",
                "\(kind.trait.perDayMax)",
            ]
        }
        #expect(rows == expected)
    }

    @Test(arguments: [
        (
            RequestKind.setRealTimeInterval, "seconds", "29",
            CommandRefusal.numberOutOfRange(field: "seconds", allowed: "30…3600")
        ),
        (.setRealTimeInterval, "seconds", "3601", .numberOutOfRange(field: "seconds", allowed: "30…3600")),
        (.setRealTimeInterval, "seconds", "060", .numberOutOfRange(field: "seconds", allowed: "30…3600")),
        (
            .setMinuteInterval, "minutes", "7",
            .numberOutOfRange(field: "minutes", allowed: "1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30")
        ),
        (.setTimeouts, "retries", "0", .numberOutOfRange(field: "retries", allowed: "1…99")),
        (.hourHistory, "from", "yesterday", .notATime(field: "from")),
        (.hourHistory, "to", "2026-02-30 10:00", .notATime(field: "to")),
        (.hourHistory, "from", "2026-11-23 13:00", .rangeReversed),
        (.hourHistory, "to", "2026-11-23 14:01", .rangeAhead),
        (.hourHistory, "from", "2026-11-16 11:59", .rangeTooLong(hoursMax: 168)),
        (.minuteHistory, "from", "2026-11-22 10:00", .rangeTooLong(hoursMax: 24)),
        (.calibrate, "factor", "", .notACode(field: "factor")),
        (.calibrate, "factor", "a21026;CN=3011", .notACode(field: "factor")),
        (.setSiteParameter, "information", "i130045", .notACode(field: "information")),
        (.setSiteParameter, "value", "1&&", .unfitValue(field: "value")),
    ])
    func `what the standard does not allow is refused`(
        kind: RequestKind, field: String, value: String, refusal: CommandRefusal
    ) {
        var form = Self.form(of: kind)
        form[field] = value
        #expect(throws: refusal) { try DeviceCommand(kind, form: form, at: Self.now) }
    }

    @Test func `the ends of a range are rounded down to the start of their period`() throws {
        for (kind, from, to) in [
            (RequestKind.minuteHistory, "20261123101700", "20261123115900"),
            (.hourHistory, "20261123100000", "20261123110000"), (.dayHistory, "20261123000000", "20261123000000"),
        ] {
            let form = ["from": "2026-11-23 10:17:30", "to": "2026-11-23T11:59:59"]
            let command = try DeviceCommand(kind, form: form, at: Self.now)
            #expect(command.parameters == ["from": from, "to": to])
        }
    }

    @Test(arguments: [
        (Role.cityOfficer, 22), (.branchOfficer, 20), (.enterpriseManager, 0), (.administrator, 0),
    ])
    func `who looks on asks nothing, and what is dangerous is asked by the city`(role: Role, count: Int) {
        #expect(RequestKind.allCases.filter { CommandPermission.allows($0, to: role) }.count == count)
    }
}
