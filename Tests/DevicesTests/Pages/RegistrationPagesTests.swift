import Facts
import HJ212
import Kernel
import TestMaterial
import Testing
import Web

@testable import Devices

struct RegistrationPagesTests {
    private static let now = Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 14)
    private static let number = DeviceNumber(checked: "0123456789ABCDEF01234567")

    private static func line(
        _ state: RegistrationWords.State, conflicts: Int = 0, macs: [String] = ["02AA", "02AB"]
    ) -> RegistrationsPage.Line {
        let acceptance = Registration.Acceptance(
            device: number, outlet: OutletID(checked: "O1"), name: "周明（示例）", at: now)
        return RegistrationsPage.Line(
            registration: Registration(
                id: RegistrationID(of: "HW-1"), hardware: "HW-1", cpu: macs.isEmpty ? "" : "CPU-1", macs: macs,
                remote: "192.0.2.7:51000", address: "192.0.2.7", firstAt: now, lastAt: now, times: 3,
                conflicts: conflicts, conflictAddress: conflicts > 0 ? "198.51.100.9" : nil,
                acceptance: state == .waiting ? nil : acceptance),
            number: state == .inUse ? .present : .next)
    }

    private static func order() -> ConversationRecord {
        let command = DeviceCommand(number: number, registrant: "HW-1")
        return ConversationRecord(
            id: ConversationID(checked: "DC1"), device: number, outlet: OutletID(checked: "O1"),
            enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"), command: command,
            link: .mobile, askedBy: .system("devices"), askedName: "1001", reason: "1001", askedAt: now,
            machine: Conversation(
                pattern: .withoutData, timing: LinkType.mobile.timing, executionS: 40, queuedAt: now))
    }

    private static var narrowed: RegistrationFilter {
        var filter = RegistrationFilter()
        (filter.text, filter.state) = ("0A", .waiting)
        return filter
    }

    @Test func `the list of registrations has all its words`() throws {
        var walk = try TemplateWalk(RegistrationsPage.template)
        let lines = RegistrationWords.State.allCases.map { Self.line($0, conflicts: $0 == .waiting ? 2 : 0) }
        for language in Language.allCases {
            for (isFull, isNarrowed) in [(true, true), (false, true), (false, false)] {
                let page = RegistrationsPage(
                    lines: isFull ? lines + [Self.line(.waiting, macs: [])] : [],
                    filter: isNarrowed ? Self.narrowed : RegistrationFilter(), waiting: isFull ? 2 : 0,
                    next: isFull ? "/registrations?after=1" : nil, policy: isFull ? .platform : .people,
                    isAdministrator: isFull, refused: nil)
                try walk.walk(page.view(language))
                #expect(page.content.registrations.map(\.state) == page.lines.map(\.state.rawValue))
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test func `one registration has all its words`() throws {
        var walk = try TemplateWalk(RegistrationPage.template)
        for language in Language.allCases {
            for state in RegistrationWords.State.allCases {
                for seesOutlets in [true, false] {
                    let page = RegistrationPage(
                        line: Self.line(state, conflicts: state == .assigned ? 1 : 0),
                        outlet: state == .inUse ? .example("1") : nil, orders: state == .waiting ? [] : [Self.order()],
                        isConnected: state == .inUse, seesOutlets: seesOutlets, refused: nil)
                    try walk.walk(page.view(language))
                    #expect(page.content.registration.registration == RegistrationID(of: "HW-1").text)
                }
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test func `the page of secrets has all its words and no secret`() throws {
        var walk = try TemplateWalk(DeviceSecretsPage.template)
        let secrets = KnownNumber.Standing.allCases.flatMap { standing in
            DeviceSecret.allCases.map { secret in
                KnownNumber.Secret(
                    secret: secret, generation: 1, standing: standing,
                    origin: standing == .next ? .ordered : standing == .present ? .entered : .registered,
                    createdAt: standing == .former ? nil : Self.now.adding(hours: -91 * 24))
            }
        }
        let numbers = KnownNumber.Standing.allCases.map {
            KnownNumber(device: Self.number, standing: $0, secrets: secrets)
        }
        for language in Language.allCases {
            for isAdministrator in [true, false] {
                let page = DeviceSecretsPage(
                    station: .example("1"), numbers: numbers, orders: isAdministrator ? [Self.order()] : [],
                    isAdministrator: isAdministrator, now: Self.now, refused: nil)
                try walk.walk(page.view(language))
                #expect((page.view(language)["keyForm"] as? Bool == false) == !isAdministrator)
            }
            let officer = DeviceSecretsPage(
                station: .example("1"), numbers: [], orders: [Self.order()], isAdministrator: false, now: Self.now,
                refused: nil)
            try walk.walk(officer.view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test func `every refusal of the register says what, by which rule, and what helps`() {
        let problems =
            RegisterRefusal.allCases.map(\.problem)
            + RegistrationRefusal.allCases.filter { $0 != .notANumber }
            .map(\.problem)
        for problem in problems {
            for language in Language.allCases {
                #expect(!problem.what(language).isEmpty && !problem.remedy(language).isEmpty)
            }
        }
        // What is out of sight and what is not there read alike.
        #expect(Set(problems.map(\.what.en)).count == problems.count - 1)
    }

    @Test(arguments: [
        ("9c11e74205b86df327aa805ec419733d", 16), ("9C11E74205B86DF327AA805EC419733D", 16), ("Q7wE4rT9yU2iO5pA", 16),
        ("Q7wE4rT9yU2iO5p", nil), ("9c11e74205b86df327aa805ec419733", nil), ("9c11e74205b86df327aa805ec41973zz", nil),
        ("", nil), ("密钥密钥密", nil),
    ])
    func `a key is typed as digits or as characters`(text: String, count: Int?) {
        #expect(RegistrationForms.bytes(ofKey: text)?.count == count)
    }
}
