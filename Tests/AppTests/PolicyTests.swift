import Foundation
import TestMaterial
import Testing

extension ProgramTests {
    /// A policy from its promise to its lights, over the program's own pages.
    struct PolicyTests {
        private static let work = "/governance/SZBF-2020-19/tasks/25"

        @Test func `every page that the coverage names exists, and a returned report is walked to a green light`()
            async throws
        {
            let file = try RepositoryFile.text("share/policy/coverage.json")
            let told = try JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: Any]
            let places = try #require(told?["places"] as? [[String: Any]])
            try await FinishedCity.served { program, _ in
                let shown = try await Caller(program.webPort).get("/policy")
                #expect(shown.texts("mechanisms", "extent").count == 111)
                #expect(shown.texts("mechanisms", "extent").filter { $0 != "none" }.count == places.count)
                let lead = try await Caller(program.webPort, as: "P-LEAD")
                let office = try await Caller(program.webPort, as: "P-CITY-2")
                let bank = try await Caller(program.webPort, as: "P-BANK")
                func light() async throws -> String? {
                    let page = try await Caller(program.webPort).get("/policy/SZBF-2020-19/tasks/25")
                    return (page.json["task"] as? [String: Any])?["reason"] as? String
                }
                #expect(try await light() == "returned")
                let month = try #require(try await lead.get(Self.work).texts("reports", "month").last)
                let said = [
                    "month": month, "standing": "on-track", "progress": "凭证已补充（示例）", "evidence": "凭证第 1 号（示例）",
                ]
                let stranger = try await bank.post(Self.work + "/report", said)
                #expect(stranger.status == 403 && stranger.text("rule") == "GOV-LEAD")
                #expect(try await bank.get(Self.work).status == 403)
                // Banks have liaisons too, but no sight of the board.
                for place in ["/governance", "/governance/scores"] {
                    #expect(try await bank.get(place).text("rule") == "GOV-BOARD")
                    #expect(try await lead.get(place).status == 200)
                }
                #expect(try await lead.post(Self.work + "/report", said).status == 200)
                // A PNG that is none inside is refused here as it is among photos.
                let spoilt = try await lead.file(
                    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 7], at: Self.work + "/evidence",
                    with: ("evidence_month", month))
                #expect(spoilt.text("rule") == "SUP-FILE-PICTURE", "\(spoilt.status)")
                // The leading group reads what nobody reviewed yet, and changes nothing.
                let group = try await Caller(program.webPort, as: "P-GROUP")
                #expect(try await group.get(Self.work).status == 200)
                #expect(try await group.post(Self.work + "/report", said).text("rule") == "GOV-LEAD")
                // What the office returned stays returned until the office says otherwise.
                #expect(try await light() == "returned")
                #expect(try await lead.post(Self.work + "/report", said).text("rule") == "GOV-MONTH-TWICE")
                let verdict = ["reviewed_month": month, "verdict": "accepted", "note": "情况属实（示例）"]
                #expect(try await lead.post(Self.work + "/review", verdict).status == 403)
                #expect(try await office.post(Self.work + "/review", verdict).status == 200)
                #expect(try await light() == "on-track")
            }
        }

        @Test func `feedback leaves no trace of who sends it, its receipt shows the answer, and a flood is stopped`()
            async throws
        {
            try await FinishedCity.served { program, _ in
                let lead = try await Caller(program.webPort, as: "P-LEAD")
                let office = try await Caller(program.webPort, as: "P-CITY-2")
                var said = ["service": "policy", "text": "<b>灯</b>的说明再清楚些（示例）"]
                for dimension in ["gain", "satisfaction", "awareness", "participation", "confidence"] {
                    said[dimension] = "4"
                }
                let sent = try await lead.post("/voice", said)
                let receipt = try #require(sent.text("location"))
                #expect(sent.status == 200 && receipt.hasPrefix("/voice?receipt="), "\(sent.status)")
                let audit = try await Caller(program.webPort, as: "P-AUDIT").get("/audit")
                #expect(audit.status == 200 && !"\(audit.json)".contains("/voice"))
                let open = try await office.get("/governance/voice?state=open")
                let newest = try #require((open.json["feedback"] as? [[String: Any]])?.first?["number"] as? Int)
                let answer = ["outcome": "answered", "answer": "已补充说明（示例）"]
                #expect(try await lead.post("/governance/voice/\(newest)/answer", answer).status == 403)
                #expect(try await office.post("/governance/voice/\(newest)/answer", answer).status == 200)
                let shown = try await Caller(program.webPort).get(receipt)
                #expect((shown.json["receipt"] as? [String: Any])?["answer"] as? String == "已补充说明（示例）")
                var refused: [String?] = []
                for _ in 0..<5 { refused.append(try await Caller(program.webPort).post("/voice", said).text("rule")) }
                #expect(refused == [nil, nil, nil, nil, "GOV-VOICE-LIMIT"])
            }
        }

        @Test func `another policy is imported whole, or in part when asked to, and verifies`() async throws {
            try await TemporaryFolder.with { folder in
                let made = try await CommandRun.of(
                    ["init", "--admin", "root", "--database", "real.sqlite"], input: "a lake is a mirror\n", in: folder)
                #expect(made.exitCode == 0, "\(made.complaint)")
                let text = try RepositoryFile.text("share/policy/szbf-2020-19.json")
                    .replacing("\"code\": \"SZBF-2020-19\"", with: "\"code\": \"OTHER-1\"")
                    .replacing("\"lead_units\": [\"市提升办\"]", with: "\"lead_units\": [\"市不存在局\"]")
                try Data(text.utf8).write(to: folder.appending(path: "policy.json"))
                let order = ["import", "policy", "policy.json", "--database", "real.sqlite"]
                let whole = try await CommandRun.of(order, in: folder)
                #expect(whole.exitCode == 1 && whole.output.contains("nothing was imported"), "\(whole)")
                #expect(whole.output.contains("tasks[15].lead_units: names 市不存在局"), "\(whole.output)")
                let good = try await CommandRun.of(order + ["--accept-good"], in: folder)
                #expect(good.exitCode == 0 && good.output.contains("OTHER-1: 22 articles, 69 tasks"), "\(good)")
                let gb18030 = String.Encoding(rawValue: 0x8000_0632)
                try #require(text.data(using: gb18030)).write(to: folder.appending(path: "policy.json"))
                let foreign = try await CommandRun.of(order, in: folder)
                #expect(foreign.exitCode == 1 && foreign.complaint.contains("or name --encoding gbk"), "\(foreign)")
                let known = try await CommandRun.of(order + ["--encoding", "gbk", "--accept-good"], in: folder)
                #expect(known.exitCode == 1 && known.output.contains("GOV-FILE-KNOWN"), "\(known)")
                let line = "AIR_PM25,,2026-10,28,月报（示例）,"
                let table = "indicator,region,month,value,source,reason\n\(line)\n"
                let gbk = try #require(table.data(using: gb18030))
                try gbk.write(to: folder.appending(path: "values.csv"))
                let values = ["import", "work", "values.csv", "--person", "P-ADMIN", "--database", "real.sqlite"]
                let unnamed = try await CommandRun.of(values, in: folder)
                #expect(unnamed.exitCode == 1 && unnamed.complaint.contains("no utf-8 table"), "\(unnamed)")
                let nobody = try await CommandRun.of(
                    [
                        "import", "work", "values.csv", "--person", "NOBODY", "--database", "real.sqlite", "--encoding",
                        "gbk",
                    ], in: folder)
                let said = "person: there is no such person (GOV-PERSON); give the code"
                #expect(nobody.exitCode == 1 && nobody.output.contains(said), "\(nobody)")
                let named = try await CommandRun.of(values + ["--encoding", "gbk", "--accept-good"], in: folder)
                #expect(named.exitCode == 1 && named.output.contains("GOV-IND-OWNER"), "\(named)")
                let sound = try await CommandRun.of(["verify", "--database", "real.sqlite"], in: folder)
                #expect(sound.exitCode == 0, "\(sound.output)\(sound.complaint)")
            }
        }
    }
}
