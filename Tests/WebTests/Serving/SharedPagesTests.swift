import Access
import Kernel
import Persistence
import Synchronization
import TestMaterial
import Testing

@testable import Web

/// What is kept of a shared page is shown to nobody for whom it would be another.
struct SharedPagesTests {
    /// How often pages were made.
    private final class Tally: Sendable {
        private let made = Mutex(0)
        var count: Int { made.withLock { $0 } }
        func add() { made.withLock { $0 += 1 } }
    }

    /// What the page of a visit says: all that it may depend on.
    private static func words(_ visit: Visit) throws -> String {
        let actor = try visit.signedIn()
        return "[\(actor.role) \(actor.scope) \(visit.language) \(try visit.parameter("place")) "
            + "\(visit.query("text") ?? "-")]"
    }

    private static let people: [Person] =
        [
            SiteStage.officer, SiteStage.manager, SiteStage.administrator,
            person("P4", .cityOfficer), person("P5", .branchOfficer(RegionCode(checked: "330602"))),
            person("P6", .branchOfficer(RegionCode(checked: "330603"))),
            person("P7", .branchOfficer(RegionCode(checked: "330602"))),
            person("P8", .enterpriseManager(EnterpriseID(checked: "E002"))),
        ]

    private static func person(_ id: String, _ post: Person.Post) -> Person {
        Person(id: PersonID(checked: id), login: Login(checked: id.lowercased()), name: "\(id)示例", post: post)
    }

    private static func stage(_ tally: Tally) async throws -> (SiteStage, [(Person, Browser)]) {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager, .administrator])
        let query = [FormField.filter("text", Phrase("字", "Text"), .text(max: 20))]
        let stage = try await SiteStage(routes: [
            Route(.get, "/places/{place}", summary: Phrase("处", "a place"), permission: readers, query: query) {
                visit in
                tally.add()
                return .page(TestPage(text: try words(visit), hasForm: false))
            }.shared
        ])
        for person in people.dropFirst(3) { try await stage.access.admit(person, password: nil) }
        var browsers: [(Person, Browser)] = []
        for person in people { browsers.append((person, try await stage.browser(of: person))) }
        return (stage, browsers)
    }

    @Test(arguments: [20_261_128, 7] as [UInt64])
    func `whoever asks in whatever order sees what was made for their role, scope, language and address`(
        seed: UInt64
    ) async throws {
        let tally = Tally()
        let (_, browsers) = try await Self.stage(tally)
        var random = SeededGenerator(seed: seed)
        var seen: Set<String> = []
        for _ in 0..<150 {
            let (person, browser) = browsers[Int.random(in: browsers.indices, using: &random)]
            let place = ["a", "b"][Int.random(in: 0..<2, using: &random)]
            let text = ["", "&text=x", "&text=y"][Int.random(in: 0..<3, using: &random)]
            let language = ["zh", "en"][Int.random(in: 0..<2, using: &random)]
            let answer = try await browser.get("/places/\(place)?lang=\(language)\(text)")
            #expect(answer.status == 200)
            let expected =
                "[\(person.role) \(person.scope) \(language == "en" ? Language.english : .chinese) \(place) "
                + "\(text.isEmpty ? "-" : String(text.suffix(1)))]"
            #expect(answer.body.contains(">\(HTMLText().escapeText(expected))<"), "\(person.id) \(place)\(text)")
            let plain = answer.body.replacing(/<\/?span(?: lang="zh")?>/, with: "")
            #expect(plain.contains(person.name), "the frame is the visitor's own")
            seen.insert(expected)
        }
        #expect(tally.count >= seen.count)
    }

    @Test func `a page is made once for all who ask at once, anew after a fact, and anew after a second`() async throws
    {
        let tally = Tally()
        let (stage, browsers) = try await Self.stage(tally)
        let (one, other) = (browsers[0].1, browsers[3].1)
        // On a busy machine these requests may take longer than a page is good for: then it is made once a second.
        let begun = ContinuousClock.now
        func most(_ count: Int) -> Int { count + Int(begun.duration(to: .now).components.seconds) }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask { try await (number.isMultiple(of: 2) ? one : other).get("/places/a").status }
            }
            for try await status in group { #expect(status == 200) }
        }
        #expect((1...most(1)).contains(tally.count))
        let first = tally.count
        try await stage.access.admit(Self.person("P9", .cityOfficer), password: nil)
        _ = try await one.get("/places/a")
        #expect((first + 1...most(2)).contains(tally.count), "a fact was journalled")
        let second = tally.count
        stage.clock.pass(minutes: 1)
        _ = try await other.get("/places/a")
        #expect((second + 1...most(3)).contains(tally.count), "the moment is another")
    }

    @Test func `a page with a token in it is everybody's own`() async throws {
        let readers = Permission.roles([.cityOfficer])
        let stage = try await SiteStage(routes: [
            Route(.get, "/form", summary: Phrase("表", "a form"), permission: readers) { visit in
                .page(TestPage(text: visit.csrfToken))
            }.shared
        ])
        let browsers = [
            try await stage.browser(of: SiteStage.officer), try await stage.browser(of: SiteStage.officer),
        ]
        for browser in browsers + browsers {
            let body = try await browser.get("/form").body
            for other in browsers { #expect(body.contains(other.csrf) == (other.csrf == browser.csrf)) }
        }
    }

    @Test func `what is kept is bounded`() async throws {
        let (stage, browsers) = try await Self.stage(Tally())
        for number in 0..<SharedPages.pagesMax + 30 {
            #expect(try await browsers[0].1.get("/places/\(number)").status == 200)
        }
        #expect((1...SharedPages.pagesMax).contains(stage.site.responder.shared.count))
    }
}
