import Foundation
import HJ212
import Kernel
import TestMaterial
import Testing

extension ProgramTests {
    /// The main job, from a line pasted into a shell to a closed case.
    struct LoopTests {
        /// The steps on the case of the last firm, refusals on the way included: who, what, with what, after how many
        /// steps seen; and what comes back. `TODAY` stands for the day in Shanghai.
        private static let script: [Attempt] = [
            Attempt("P-FIRM-12", "warn", [:], 0, 403, "SUP-ROLE"),
            Attempt("P-BRANCH-6", "warn", [:], 0, 403, "SUP-ROLE"),
            Attempt("P-BRANCH-1", "warn", [:], 0, 404, "WEB-NOT-FOUND"),
            Attempt("P-FIRM-01", "warn", [:], 0, 404, "WEB-NOT-FOUND"),
            Attempt("P-ADMIN", "warn", [:], 0, 403, "WEB-ROLE"),
            Attempt("P-CITY-1", "close", ["opinion": "同意"], 0, 409, "SUP-STATE"),
            Attempt("P-CITY-1", "warn", ["note": "请核实"], 0, 200),
            Attempt("P-CITY-2", "warn", [:], 0, 409, "SUP-OVERTAKEN"),
            Attempt("P-FIRM-01", "answer", ["cause": "device", "explanation": "x"], 1, 404, "WEB-NOT-FOUND"),
            Attempt("P-FIRM-12", "answer", ["cause": "x", "explanation": "x"], 1, 422, "WEB-FIELD-CHOICE", "cause"),
            Attempt("P-FIRM-12", "answer", ["cause": "device"], 1, 422, "WEB-FIELD-REQUIRED", "explanation"),
            Attempt("P-FIRM-12", "answer", ["cause": "device", "explanation": "已恢复"], 1, 200),
            Attempt("P-FIRM-12", "answer", ["cause": "device", "explanation": "已恢复"], 1, 409, "SUP-OVERTAKEN"),
            Attempt("P-BRANCH-1", "accept", [:], 2, 404, "WEB-NOT-FOUND"),
            Attempt("P-BRANCH-6", "accept", [:], 2, 200),
            Attempt("P-BRANCH-6", "check", check("2026-02-30"), 3, 422, "WEB-FIELD-DATE", "checked_on"),
            Attempt("P-BRANCH-6", "check", check("1999-01-01"), 3, 422, "SUP-DATE-RANGE", "checked_on"),
            Attempt("P-BRANCH-6", "check", check("TODAY", "P-BRANCH-6"), 3, 422, "SUP-TWO-OFFICERS", "companion"),
            Attempt("P-BRANCH-6", "check", check("TODAY", "P-BRANCH-7"), 3, 422, "SUP-COMPANION", "companion"),
            Attempt("P-BRANCH-6", "check", check("TODAY", "P-CITY-2"), 3, 422, "SUP-CERTIFICATE", "companion"),
            Attempt(
                "P-BRANCH-6", "check", check("TODAY").merging(["ended": "NOW"]) { $1 }, 3, 422, "SUP-HOURS", "ended"),
            Attempt(
                "P-BRANCH-6", "check", check("TODAY").merging(["shown": ""]) { $1 }, 3, 422, "WEB-FIELD-REQUIRED",
                "shown"),
            Attempt("P-BRANCH-6", "check", check("TODAY"), 3, 200),
            Attempt("P-BRANCH-6", "order", order("TODAY"), 4, 409, "SUP-STATE"),
            Attempt("P-BRANCH-6", "qualify", qualify("weather"), 4, 422, "WEB-FIELD-CHOICE", "qualification"),
            Attempt("P-CITY-1", "dismiss", ["reason": "x"], 4, 409, "SUP-STANDS"),
            Attempt("P-BRANCH-6", "qualify", qualify("exceedance"), 4, 200),
            Attempt("P-BRANCH-6", "order", order("2099-01-01"), 5, 422, "SUP-TERM", "rectify_by"),
            Attempt("P-BRANCH-6", "order", order("TODAY", "《大气污染防治法》第九十九条"), 5, 422, "SUP-ARTICLE", "article"),
            Attempt("P-BRANCH-6", "order", order("TODAY"), 5, 200),
            Attempt("P-FIRM-12", "ask-time", ["until": "2099-01-01", "reason": "x"], 6, 422, "SUP-TERM", "until"),
            Attempt("P-BRANCH-6", "recheck", recheck("true"), 6, 409, "SUP-SERVICE"),
            Attempt("P-BRANCH-6", "serve", serve("9"), 6, 422, "SUP-PROOF", "proof"),
            Attempt("P-BRANCH-6", "serve", serve("1"), 6, 200),
            Attempt("P-BRANCH-6", "serve", serve("1"), 7, 409, "SUP-SERVED"),
            Attempt("P-FIRM-12", "report", ["measures": "已更换", "completed_on": "TODAY"], 7, 200),
            Attempt("P-BRANCH-6", "recheck", recheck("maybe"), 8, 422, "WEB-FIELD-CHOICE", "passed"),
            Attempt("P-BRANCH-6", "recheck", recheck("true"), 8, 200),
            Attempt("P-BRANCH-6", "close", ["opinion": "同意"], 9, 403, "SUP-ROLE"),
            Attempt("P-CITY-2", "close", [:], 9, 422, "WEB-FIELD-REQUIRED", "opinion"),
            Attempt("P-CITY-2", "close", ["opinion": "同意销号"], 9, 200),
            Attempt("P-CITY-1", "close", ["opinion": "同意销号"], 10, 409, "SUP-STATE"),
        ]

        @Test func `a pasted line makes an exceedance that officers close over the web`() async throws {
            try await FinishedCity.served { program, folder in
                let officer = try await Caller(program.webPort, as: "P-CITY-1")
                let known = Set(try await officer.get("/cases?state=all").texts("cases", "caseID"))
                let desk = try await officer.listen(to: "/desk/events")

                let paste = try #require(
                    program.announcement.split(separator: "\n").first { $0.hasPrefix("./jianhu hj212 send ") })
                let run = try await CommandRun.ofShell(String(paste), in: folder)
                #expect(run.exitCode == 0, "\(run.complaint)")
                #expect(run.output.contains(#""CN":"9014""#))

                let news = try await OffPool.run {
                    desk.receive { $0.contains("href=\"/outlets/E0012-DA001\"") && $0.contains("href=\"/cases/") }
                }
                #expect(news.contains("event: item"))
                let opened = try await officer.get("/cases?state=found").texts("cases", "caseID")
                let new = try #require(Set(opened).subtracting(known).first)
                #expect(news.contains("/cases/\(new)"))
                try await closeMarks(program)
                try await walk(new, program)

                let closed = try await officer.get("/cases/\(new)")
                #expect(closed.text("state") == "closed")
                #expect(closed.texts("steps", "action") == Self.script.filter { $0.status == 200 }.map(\.action))
                let verified = try await CommandRun.of(["verify", "--database", "city/jianhu-demo.sqlite"], in: folder)
                #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaint)")
            }
        }

        /// The firm has nothing to mark of the hours so far; until then nobody may qualify.
        private func closeMarks(_ program: RunningProgram) async throws {
            let firm = try await Caller(program.webPort, as: "P-FIRM-12")
            let today = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)).civil.date
            for day in [today.adding(days: -1), today] {
                let answer = try await firm.post("/outlets/E0012-DA001/marks/close", ["day": day.description])
                #expect([200, 409].contains(answer.status))
            }
        }

        private func walk(_ id: String, _ program: RunningProgram) async throws {
            let today = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)).civil.date.description
            var people: [String: Caller] = [:]
            for attempt in Self.script {
                let caller: Caller
                if let known = people[attempt.person] {
                    caller = known
                } else {
                    caller = try await Caller(program.webPort, as: attempt.person)
                    people[attempt.person] = caller
                }
                // What proves the service is filed before it is recorded.
                if attempt.action == "serve", attempt.status == 422 {
                    let proof = try await caller.file(SamplePicture.jpeg("7"), in: id)
                    #expect(proof.text("location") != nil)
                }
                // A check and a service are of the minute in which the test takes them.
                let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
                let minutes = ["NOW": now, "SOON": now.adding(minutes: 1)].mapValues {
                    String($0.civil.minuteText.suffix(5))
                }
                var form = attempt.form.mapValues { $0 == "TODAY" ? today : minutes[$0] ?? $0 }
                form["seen_step"] = String(attempt.seen)
                let answer = try await caller.post("/cases/\(id)/\(attempt.action)", form)
                let outcome = [String(answer.status), answer.text("rule") ?? "", answer.text("field") ?? ""]
                #expect(outcome == [String(attempt.status), attempt.rule, attempt.field], "\(attempt)")
                if attempt.status != 200 { #expect(answer.text("remedy")?.isEmpty == false, "\(attempt)") }
            }
        }

        @Test func `a form without its token, or from elsewhere, is refused and changes nothing`() async throws {
            try await FinishedCity.served { program, _ in
                let officer = try await Caller(program.webPort, as: "P-CITY-1")
                let id = try #require(try await officer.get("/cases?state=found").texts("cases", "caseID").first)
                let form = ["seen_step": "0", "csrf": "0"]
                var stolen = Caller(program.webPort)
                stolen.borrow(officer)
                #expect(try await stolen.post("/cases/\(id)/warn", form).text("rule") == "WEB-CSRF")
                let elsewhere = try await officer.post("/cases/\(id)/warn", ["seen_step": "0"], origin: "http://evil")
                #expect(elsewhere.text("rule") == "WEB-ORIGIN")
                #expect(try await Caller(program.webPort).post("/cases/\(id)/warn", form).status == 401)
                #expect(try await officer.get("/cases/\(id)").text("state") == "found")
            }
        }

        private static func check(_ day: String, _ companion: String = "P-BRANCH-12") -> [String: String] {
            onSite.merging([
                "checked_on": day, "companion": companion, "findings": "属实", "shown": "true", "present": "示例班长",
                "signature": "signed",
            ]) { $1 }
        }

        private static func order(_ day: String, _ article: String = "《生态环境法典》第一千一百零七条") -> [String: String] {
            ["demands": "限期改正", "rectify_by": day, "article": article]
        }

        private static func qualify(_ branch: String) -> [String: String] {
            ["qualification": branch, "reason": "与台账一致"]
        }

        private static func recheck(_ passed: String) -> [String: String] {
            onSite.merging([
                "rechecked_on": "TODAY", "companion": "P-BRANCH-12", "findings": "看过", "passed": passed,
            ]) { $1 }
        }

        private static func serve(_ proof: String) -> [String: String] {
            ["served_on": "TODAY", "served_at": "NOW", "served_how": "direct", "proof": proof]
        }

        private static let onSite = ["began": "NOW", "ended": "SOON", "site": "采样平台（示例）"]
    }

    /// One form sent by somebody, and what must come of it.
    private struct Attempt {
        let person: String
        let action: String
        let form: [String: String]
        let seen: Int
        let status: Int
        let rule: String
        let field: String

        init(
            _ person: String, _ action: String, _ form: [String: String], _ seen: Int, _ status: Int,
            _ rule: String = "", _ field: String = ""
        ) {
            (self.person, self.action, self.form, self.seen) = (person, action, form, seen)
            (self.status, self.rule, self.field) = (status, rule, field)
        }
    }
}
