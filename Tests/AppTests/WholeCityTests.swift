import Foundation
import Persistence
import SQLitePersistence
import Supervision
import Testing

extension ProgramTests {
    /// The city that `jianhu demo` makes when nothing else is said.
    struct WholeCityTests {
        @Test func `the whole city has what it promises, and verify holds`() async throws {
            try await TemporaryFolder.with { folder in
                try await RunningProgram.with(["demo", "--folder", "city"], in: folder) { program in
                    let officer = try await Caller(program.webPort, as: "P-CITY-1")
                    try await Self.expectRegister(officer)
                    #expect(try await officer.get("/cases?state=all").texts("cases", "caseID").count >= 40)
                    let signs = try await officer.get("/suspicions?standing=all").texts("suspicions", "sign")
                    let expected = ["copied-curve", "flat-line", "converted-difference"]
                    #expect(Set(signs).isSuperset(of: expected), "\(signs)")
                    let kinds = try await officer.get("/states?standing=all").texts("states", "kind")
                    #expect(
                        Set(kinds).isSuperset(of: ["no-data", "invalid", "maintenance", "stopped", "above-range"]))
                    try await Self.followTour(program.webPort)
                    #expect(try await program.end(by: SIGTERM) == 0, "\(program.complaints)")
                }
                let database = "city/\(FinishedCity.databaseName)"
                let verified = try await CommandRun.of(["verify", "--database", database], in: folder)
                #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaint)")
                try await Self.expectLoop(folder.appending(path: database).path)
            }
        }

        private static func expectRegister(_ officer: Caller) async throws {
            var (names, next) = ([String](), "/enterprises" as String?)
            while let path = next {
                let answer = try await officer.get(path)
                names += answer.texts("enterprises", "name")
                next = answer.text("next")
            }
            #expect(names.count == 60 && names.allSatisfy { $0.contains("示例") })
            let desk = try await officer.get("/desk").json
            #expect(desk["outlets"] as? Int == 123)
        }

        /// Every state has a case, every branch a closed one, and nothing that people can do was never done.
        private static func expectLoop(_ file: String) async throws {
            let rows = try await SQLiteDatabase(path: file).read { access in
                try access.rows(
                    """
                    SELECT c.state AS state, s.action AS action, CAST(s.form AS TEXT) AS form FROM supervision_case c
                    LEFT JOIN supervision_step s ON s.case_id = c.case_id
                    """
                ).map { row in
                    (
                        try row.text("state"), try row.optional("action", Row.text) ?? "",
                        try row.optional("form", Row.text) ?? ""
                    )
                }
            }
            let states = Set(rows.map(\.0))
            #expect(CaseState.allCases.filter { !states.contains($0.rawValue) } == [])
            // Stating a condition by a step, and refusing data sent again, are left to the visitor; enterprises mark
            // their hours in this city.
            let actions = Set(rows.map(\.1))
            #expect(CaseAction.allCases.filter { !actions.contains($0.rawValue) } == [.mark, .refuseData])
            let closed = rows.filter { $0.0 == "closed" }
            let branches = CaseBranch.allCases.filter { branch in
                branch == .withdrawn
                    ? closed.contains { $0.1 == "dismiss" }
                    : closed.contains { $0.1 == "qualify" && $0.2.contains("\"\(branch.rawValue)\"") }
            }
            #expect(branches == CaseBranch.allCases)
        }

        /// Becomes each person of the tour by its own forms, and arrives.
        private static func followTour(_ port: Int) async throws {
            let page = try await Caller(port).get("/demo?lang=en", accept: "text/html").body
            let form = /name="person" value="([^"]+)"><input type="hidden" name="next" value="([^"]+)"/
            let stops = page.matches(of: form)
            #expect(stops.count >= 18)
            for stop in stops {
                let caller = try await Caller(port, as: String(stop.1))
                let path = String(stop.2).replacing("&amp;", with: "&")
                #expect(try await caller.get(path == "/" ? "/todo" : path).status == 200, "\(stop.1) \(path)")
            }
        }
    }
}
