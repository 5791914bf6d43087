import HJ212
import Kernel
import TestMaterial
import Testing

@testable import Devices

struct DeviceCommandTests {
    private static let now = Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 14)

    private static let number = "0123456789ABCDEF01234567"

    /// A key in force, and a password and a key that wait.
    static let terms = DeviceTerms(
        cipher: MirrorCipher(),
        ordered: [
            DeviceTerms.Ordered(secret: .password, generation: 2, text: "Ab3dE6", createdAt: now),
            DeviceTerms.Ordered(secret: .key, generation: 2, text: "Q7wE4rT9yU2iO5pA", createdAt: now),
        ])

    /// A frame as its device reads it, with the key in force.
    private static func opened(_ bytes: [UInt8]) -> Frame? {
        var scanner = FrameScanner(keys: MirrorKeys())
        scanner.append(bytes)
        return scanner.finish().compactMap { if case .accepted(let frame) = $0 { frame } else { nil } }.first
    }

    @Test func `a new key travels under the one in force only, and site information as its device does`() throws {
        let rows: [(DeviceCommand, hasKey: Bool, form: AreaForm?, AreaEncryption?)] = [
            (DeviceCommand(ordering: .setKey, generation: 2), true, nil, .opened(.raw, key: 0)),
            (DeviceCommand(ordering: .setKey, generation: 2), true, .printed, .opened(.printed, key: 0)),
            (DeviceCommand(ordering: .setKey, generation: 2), false, .raw, nil),
            (DeviceCommand(ordering: .setKey, generation: 3), true, .raw, nil),
            (DeviceCommand(ordering: .setPassword, generation: 2), true, .raw, AreaEncryption.none),
            (
                try DeviceCommand(.readSiteInformation, form: Self.form(of: .readSiteInformation), at: Self.now), true,
                .raw, .opened(.raw, key: 0)
            ),
            (
                try DeviceCommand(.readSiteInformation, form: Self.form(of: .readSiteInformation), at: Self.now), true,
                nil, AreaEncryption.none
            ),
        ]
        for (command, hasKey, form, encryption) in rows {
            let addressee = CommandFrame.Addressee(
                device: DeviceNumber(checked: "M1"), systemCode: "31", password: "123456", edition: .hj2025,
                crc: .hj212,
                terms: DeviceTerms(cipher: hasKey ? Self.terms.cipher : nil, ordered: Self.terms.ordered),
                areaForm: form)
            let bytes = CommandFrame.bytes(of: command, qn: QN("20261123140000000"), to: addressee, at: Self.now)
            #expect(bytes.flatMap { Self.opened($0)?.encryption } == encryption)
            let isHidden = encryption != AreaEncryption.none
            #expect(!isHidden || !String(decoding: bytes ?? [], as: UTF8.self).contains("Q7wE4rT9yU2iO5pA"))
        }
    }

    @Test func `a logger without a number is addressed without one`() throws {
        let command = DeviceCommand(number: DeviceNumber(checked: Self.number), registrant: "H1")
        let addressee = CommandFrame.Addressee(
            device: DeviceNumber(checked: Self.number), systemCode: "31", password: "123456", edition: .hj2025,
            crc: .hj212)
        let bytes = try #require(
            CommandFrame.bytes(of: command, qn: QN("20261123140000000"), to: addressee, at: Self.now))
        #expect(
            String(decoding: bytes, as: UTF8.self).contains(
                "CN=1002;PW=123456;MN=;Flag=9;CP=&&i23005-Info=\(Self.number)&&"))
    }

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
            .startEquipmentState, .stopEquipmentState, .retainSample, .setPassword, .setKey, .setDeviceNumber:
            [:]
        }
    }

    @Test(arguments: RequestKind.allCases)
    func `each request is written in every edition that has it, and reads back as itself`(kind: RequestKind) throws {
        let command =
            switch kind {
            case .setPassword, .setKey: DeviceCommand(ordering: kind, generation: 2)
            case .setDeviceNumber: DeviceCommand(number: DeviceNumber(checked: Self.number), registrant: "H1")
            default: try DeviceCommand(kind, form: Self.form(of: kind), at: Self.now)
            }
        for edition in [Dialect.hjt2005, .hj2017, .hj2025, .unknown] {
            let addressee = CommandFrame.Addressee(
                device: DeviceNumber(checked: "M1"), systemCode: "31", password: "123456", edition: edition,
                crc: .hj212, terms: Self.terms)
            let bytes = CommandFrame.bytes(
                of: command, qn: QN("20261123140000000"), to: addressee, at: Self.now)
            #expect((bytes != nil) == kind.trait.exists(in: edition))
            guard let bytes else { continue }
            let frame = try #require(Self.opened(bytes))
            #expect(frame.header.cn == kind.trait.command)
            #expect(frame.wantsAnswer)
            let request = PlatformRequest(reading: frame, edition: edition.spokenEdition)
            #expect(request == command.request(in: edition.spokenEdition, at: Self.now, ordered: Self.terms.ordered))
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
        (Role.cityOfficer, 24), (.branchOfficer, 20), (.enterpriseManager, 0), (.administrator, 2),
    ])
    func `who looks on asks nothing, and the administrator only for new secrets`(role: Role, count: Int) {
        #expect(RequestKind.allCases.filter { CommandPermission.allows($0, to: role) }.count == count)
    }
}

/// A cipher that anybody can see through: each byte the other way round.
struct MirrorCipher: SM4Cipher {
    func encrypt(_ blocks: [UInt8]) -> [UInt8] { blocks.map { ~$0 } }
    func decrypt(_ blocks: [UInt8]) -> [UInt8] { blocks.map { ~$0 } }
}

private struct MirrorKeys: AreaKeys {
    func ciphers(for device: String) -> [any SM4Cipher] { [MirrorCipher()] }
}
