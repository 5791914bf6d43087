import Kernel
import TestMaterial
import Testing

@testable import Access
@testable import Web

/// The pages of people and access say everything that their templates ask for, in both languages.
struct AccessPagesTests {
    private static let now = Instant(milliseconds: 1_795_000_000_000)
    private static let bureau = OrganisationID(checked: "BUREAU")
    private static let person = Person(
        id: PersonID(checked: "P1"), login: Login(checked: "p1"), name: "张示例", post: .cityOfficer,
        organisation: bureau)
    private static let left = Person(
        id: PersonID(checked: "P2"), login: Login(checked: "p2"), name: "王示例", post: .securityAdministrator,
        standing: .left)

    private static func token(revoked: Bool, narrowing: AccessToken.Narrowing) -> AccessToken {
        AccessToken(
            id: TokenID(checked: "T-1"), person: person.id, label: "示例", reach: .read, narrowing: narrowing,
            createdAt: now, expiresAt: now.adding(hours: 1), revokedAt: revoked ? now : nil, lastUsed: nil)
    }

    private func organisation() throws -> Organisation {
        try Organisation(id: Self.bureau, name: "市局（示例）", kind: .cityBureau)
    }

    private func expectWhole(_ pages: [any Page]) throws {
        var walk = try TemplateWalk(type(of: pages[0]).template)
        for page in pages {
            for language in Language.allCases { try walk.walk(page.view(language)) }
        }
        #expect(walk.problems.filter { !$0.hasSuffix("is empty") } == [])
        #expect(walk.unvisited == [])
    }

    @Test func `a liaison's first page tells what there is and what will come`() throws {
        let kinds: [Organisation.Kind] = [.bank, .leadUnit, .institution]
        let pages = try kinds.map { kind in
            WelcomePage(name: "示例", organisation: try Organisation(id: Self.bureau, name: "示例", kind: kind))
        }
        let group = try Organisation(id: Self.bureau, name: "示例", kind: .leadUnit)
        let leading = WelcomePage(name: "示例", organisation: group, home: "/governance")
        #expect(leading.content.today.first == "/governance" && !leading.content.today.contains("/governance/mine"))
        #expect(!leading.content.today.contains("/governance/import"), "it has no values or reports of its own")
        try expectWhole(pages + [leading, WelcomePage(name: "示例", organisation: nil)])
        #expect(pages.map(\.content.later.count) == [4, 0, 3])
        #expect(pages.map { $0.content.waitsFor == nil } == [true, true, false])
    }

    @Test func `the account tells of every state`() throws {
        let session = OpenSession(
            reference: "0123456789abcdef", person: Self.person.id,
            origin: VisitOrigin(address: "::1", agent: ""), since: Self.now, lastSeen: Self.now,
            hasShownFactor: false)
        let handOver = HandOver(at: Self.now, from: Self.left.id, duties: [])
        func page(_ person: Person, since: Instant?, own: String?) throws -> AccountPage {
            AccountPage(
                person: person, organisation: try organisation(),
                factor: FactorStanding(since: since, recoveryCodesLeft: 3), sessions: [session], ownSession: own,
                tokens: own == nil
                    ? []
                    : [
                        Self.token(revoked: false, narrowing: .none),
                        Self.token(revoked: true, narrowing: .region(RegionCode(checked: "330602"))),
                    ], handOvers: [handOver],
                resets: own == nil
                    ? []
                    : [
                        AdministratorReset(
                            person: Self.person.id, what: .password, askedBy: Self.left.id, askedAt: Self.now)
                    ], preferences: .none, typeSize: .normal, now: Self.now)
        }
        try expectWhole([
            try page(Self.person, since: Self.now, own: session.reference),
            try page(Self.left, since: nil, own: nil),
        ])
    }

    @Test func `enrolment, codes and passwords`() throws {
        let enrolment = FactorEnrolment(letters: "ABCD EFGH", address: "otpauth://totp/x?secret=ABCDEFGH")
        let none = FactorStanding(since: nil, recoveryCodesLeft: 0)
        try expectWhole([
            SecondFactorPage(standing: none, enrolment: enrolment, isOwed: true, refused: nil),
            SecondFactorPage(
                standing: FactorStanding(since: Self.now, recoveryCodesLeft: 10), enrolment: nil, isOwed: false,
                refused: nil),
        ])
        try expectWhole([SignInCodePage(next: nil, refused: nil), SignInCodePage(next: "/people", refused: nil)])
        try expectWhole([RecoveryCodesPage(codes: ["ABCD EFGH"])])
        try expectWhole([PasswordPage(isOwed: true, refused: nil)])
        try expectWhole([StartPasswordPage(person: Self.person, password: "abcd", back: "/resets")])
        try expectWhole([
            NewTokenPage(
                token: Self.token(revoked: false, narrowing: .none), owner: Self.person, secret: "jianhu_0")
        ])
    }

    @Test func `organisations, people, tokens`() throws {
        try expectWhole([
            OrganisationsPage(organisations: [try organisation()], refused: nil),
            OrganisationsPage(organisations: [], refused: nil),
        ])
        try expectWhole([
            PeoplePage(
                people: [Self.person, Self.left], filter: .none, organisations: [try organisation()],
                factors: [Self.left.id: Self.now],
                records: [SignInRecord(at: Self.now, person: nil, outcome: .refused)], mayEnter: true,
                next: "/people?after=P2",
                refused: nil),
            PeoplePage(
                people: [], filter: .none, organisations: [], factors: [:], records: [], mayEnter: false, next: nil,
                refused: nil),
        ])
        try expectWhole([
            TokensPage(
                tokens: [Self.token(revoked: false, narrowing: .enterprise(EnterpriseID(checked: "E1")))],
                people: [Self.person], now: Self.now),
            TokensPage(tokens: [], people: [], now: Self.now),
        ])
        func page(_ viewer: Person, locked: Instant?) throws -> PersonPage {
            PersonPage(
                person: Self.person, organisation: try organisation(),
                factor: FactorStanding(since: Self.now, recoveryCodesLeft: 1),
                sessions: [
                    OpenSession(
                        reference: "0", person: Self.person.id, origin: .program, since: Self.now, lastSeen: Self.now,
                        hasShownFactor: true)
                ], lockedUntil: locked, openDuties: 2,
                work: [
                    NamedWork.Item(name: Phrase("任务 8", "task 8"), address: locked.map { _ in "/policy/P/tasks/8" })
                ],
                awaitsConfirmation: locked != nil,
                resets: locked == nil
                    ? [
                        AdministratorReset(
                            person: Self.person.id, what: .secondFactor, askedBy: Self.left.id, askedAt: Self.now)
                    ] : [], successors: [Self.left], viewer: viewer.actor,
                refusedLeaving: nil, refusedGrant: nil,
                refusedMove: nil, organisations: [try organisation()])
        }
        let system = Person(
            id: PersonID(checked: "P3"), login: Login(checked: "p3"), name: "赵示例", post: .administrator)
        try expectWhole([
            try page(system, locked: nil), try page(Self.left, locked: Self.now), try page(Self.person, locked: nil),
        ])
    }

    @Test func `resets that wait`() throws {
        let audit = Person(
            id: PersonID(checked: "U1"), login: Login(checked: "u1"), name: "审示例", post: .auditAdministrator)
        func page(_ resets: [PersonID], _ viewer: Person) -> ResetsPage {
            ResetsPage(
                resets: resets.map {
                    AdministratorReset(person: $0, what: .password, askedBy: Self.left.id, askedAt: Self.now)
                }, people: [Self.person.id: Self.person], viewer: viewer.actor)
        }
        try expectWhole([page([Self.person.id, audit.id], audit), page([], audit)])
    }

    @Test(arguments: AccessRefusal.allCases)
    func `every refusal has a rule of its own, words and a remedy`(refusal: AccessRefusal) {
        let problem = refusal.problem
        #expect(AccessRefusal.allCases.filter { $0.problem.rule == problem.rule } == [refusal])
        for language in Language.allCases {
            #expect(!problem.what(language).isEmpty && !problem.remedy(language).isEmpty)
        }
    }
}
