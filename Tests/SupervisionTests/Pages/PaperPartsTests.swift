import Facts
import Kernel
import Testing
import Web

@testable import Supervision

struct PaperPartsTests {
    private static let file = EvidenceFile(
        number: 1, name: "示例|照片.jpg", kind: .jpeg, size_bytes: 9, sha256: Digest256(of: "1"), note: "x",
        actor: PersonID(checked: "P1"), actorName: "示例人员", role: .branchOfficer, at: CaseExample.opened)

    private static func ground(_ party: CaseParty? = .example) -> PaperGround {
        PaperGround(place: .example, party: party, files: [file])
    }

    /// The paper of a step that is taken where a case stands.
    private static func page(
        _ action: CaseAction, at state: CaseState, by role: Role = .branchOfficer,
        episodes: [CaseEpisode] = [CaseExample.episode()], on ground: PaperGround = ground(),
        changing: [String: String] = [:]
    ) throws -> DocumentPage {
        let subject = CaseExample.subject(at: state, episodes: episodes)
        let day = Int64(subject.steps.count)
        let form = CaseExample.form(of: action).merging(["rectify_by": "2026-12-06"]) { $1 }
        let step = try ClosedLoop.take(
            action, on: subject, seenStep: subject.steps.count,
            form: form.merging(changing) { $1 }, by: CaseExample.actor(role, "P2"),
            at: StepMoment(
                now: CaseExample.opened.adding(hours: 24 * day), rules: CaseExample.rules(),
                officers: CaseExample.officers(["P2", "P-SECOND"]),
                grounds: [EpisodeID(checked: "EX1"): try #require(CaseEvidence.example.ground)], paper: ground))
        let after = CaseExample.subject(at: state, episodes: episodes, more: [step])
        return DocumentPage(
            document: try #require(CaseDocument(of: step.number, in: after)), subject: after, place: .example)
    }

    static func order(at state: CaseState = .confirmed, to party: CaseParty = .example) throws -> DocumentPage {
        try page(.order, at: state, on: ground(party))
    }

    static func closure(at state: CaseState) throws -> DocumentPage {
        try page(.close, at: state, by: .cityOfficer)
    }

    private static func lines(_ page: DocumentPage, _ name: String) -> [String: String] {
        let parts = page.view(.chinese)[name] as? [[String: Any]] ?? []
        let lines = parts.flatMap { $0["partLines"] as? [[String: String]] ?? [] }
        return Dictionary(lines.map { ($0["label"] ?? "", $0["value"] ?? "") }) { $1 }
    }

    @Test func `an order says to whom it goes, on what it rests and what follows, as its step holds it`() throws {
        let page = try Self.order()
        let party = Self.lines(page, "addresseeParts")
        #expect(party["名称"] == "示例热电有限公司" && party["统一社会信用代码"] == "91330600MA00000000")
        #expect(party["地址"] == "未登记" && party["法定代表人或主要负责人"] == "未登记")
        let ground = Self.lines(page, "groundParts")
        #expect(ground["现场检查记录"] == "检〔2026〕1号（2026-11-26）" && ground["认定未改正的复查"] == nil)
        #expect(ground["证据 1"] == "示例照片.jpg · SHA-256 \(Digest256(of: "1").hex)")
        #expect(ground["自动监测数据作为证据的依据"]?.contains("第二十三条") == true)
        // What forbids is violated, what punishes and orders handles it; how it is judged is neither.
        #expect(ground["违反的条款"] == "《生态环境法典》第一千一百零七条")
        let handling = try #require(ground["处理依据"])
        #expect(handling.hasPrefix("《生态环境法典》第一千一百零三条（超许可）") && handling.contains("《行政处罚法》"))
        #expect(!handling.contains("第十七条") && !handling.contains("第一千一百零七条"))
        let told = Self.lines(page, "noticeParts")
        #expect(told["立即停止"]?.contains("立即停止") == true && told["拒不改正的后果"]?.contains("第一千零六十条") == true)
        #expect(told["救济途径和期限"]?.contains("60日") == true && told["救济途径和期限"]?.contains("6个月") == true)
        #expect(told["拒不改正的后果"]?.contains("凭记忆") == true && told["救济途径和期限"]?.contains("已核对原文") == true)
        #expect(page.view(.chinese)["office"] as? String == "绍兴市生态环境局越城分局")
    }

    @Test func `an order names the head that the register has, and the re-check that it follows`() throws {
        let party = CaseParty(
            name: "示例", creditCode: nil, address: "示例路 1 号", post: "法定代表人", person: "示例人")
        let page = try Self.order(at: .failed, to: party)
        #expect(Self.lines(page, "addresseeParts")["法定代表人或主要负责人"] == "示例人（法定代表人）")
        #expect(Self.lines(page, "addresseeParts")["统一社会信用代码"] == "未登记")
        let ground = Self.lines(page, "groundParts")
        #expect(ground["认定未改正的复查"]?.hasPrefix("复〔2026〕1号") == true)
    }

    @Test(arguments: [
        (CaseState.cleared, "已排除超标", "工况（启停）", false), (.rechecked, "超标属实", "真超标", true),
    ])
    func `a closure says as what the case ended, and names a violated article only of a true exceedance`(
        state: CaseState, outcome: String, branch: String, isTrue: Bool
    ) throws {
        let page = try Self.closure(at: state)
        let lines = Self.lines(page, "groundParts")
        #expect(lines["结论"]?.contains(outcome) == true && lines["定性"] == branch)
        #expect(lines["定性理由"]?.isEmpty == false && (lines["复查结果"] != nil) == isTrue)
        #expect(lines["此前文书"]?.hasPrefix("督〔2026〕1号、检〔2026〕1号") == true)
        let views = try #require(page.view(.chinese)["exceedances"] as? [[String: Any]])
        #expect(views.map { ($0["bases"] as? [Any])?.isEmpty == false } == [isTrue])
        let first = try #require(views.first)
        #expect((first["heading"] as? String)?.contains("已排除") == !isTrue)
        // What was cleared is told as data, and not as an exceedance.
        #expect(first["periodLabel"] as? String == (isTrue ? "超标时段" : "数据时段"))
        #expect((first["multipleLabel"] as? String)?.contains("不作超标认定") == !isTrue)
        #expect(first["hasStanding"] as? Bool == !isTrue)
        #expect(lines["排除的依据"] == (isTrue ? nil : "已排除超标，经定性为：\(branch)"))
        #expect(page.view(.chinese)["office"] as? String == "绍兴市生态环境局")
    }

    @Test(
        arguments: [
            ([:], ["企业人员签名": "示例班长＿＿＿＿＿＿＿＿＿＿"]),
            (["signature": "refused", "refusal": "示例原因"], ["企业人员拒绝签名": "示例原因"]),
        ] as [([String: String], [String: String])])
    func `a record of a check has lines for both officers and the enterprise, and lists the files`(
        changes: [String: String], line: [String: String]
    ) throws {
        let page = try Self.page(.check, at: .accepted, changing: changes)
        let parts = try #require(page.view(.chinese)["noticeParts"] as? [[String: Any]])
        let lines = try #require(parts.first?["partLines"] as? [[String: String]])
        #expect(lines.filter { $0["label"] == "执法人员签名" }.map { $0["value"]?.contains("SL-P") } == [true, true])
        #expect(line.allSatisfy { label, value in lines.contains { $0["label"] == label && $0["value"] == value } })
        #expect(Self.lines(page, "groundParts")["证据 1"]?.contains("SHA-256") == true)
        let handled = try #require(page.view(.chinese)["lines"] as? [[String: String]])
        #expect(handled.contains { $0["value"] == "采样平台（示例）" } && handled.contains { $0["value"] == "是" })
    }

    @Test(
        arguments: [
            ([.value], "按补传或更正的数据不再成立"), ([.limit], "不再成立，起因：限值变更"),
            ([.limit, .value], "二氧化硫不再成立，起因：限值变更；氮氧化物按补传或更正的数据不再成立"),
        ] as [([JudgingCause], String)])
    func `a dismissed case violated nothing, and its paper says what excused each exceedance`(
        causes: [JudgingCause], words: String
    ) throws {
        var ground = Self.ground()
        ground.gone = zip([PollutantCode.sulphurDioxide, PollutantCode(checked: "a21002")], causes).map {
            GoneExceedance(pollutant: $0, cause: $1)
        }
        let page = try Self.page(
            .dismiss, at: .ordered, by: .cityOfficer, episodes: [CaseExample.episode(isWithdrawn: true)], on: ground)
        let lines = Self.lines(page, "groundParts")
        let views = try #require(page.view(.chinese)["exceedances"] as? [[String: Any]])
        #expect(lines["排除的依据"] == words && views.map { $0["standing"] as? String } == [words])
        #expect(lines["结论"] == "超标不成立，案件撤销" && lines["定性理由"] == nil && lines["复查结果"] == nil)
        #expect(page.document.step.form.keys.allSatisfy { !$0.contains("basis") })
    }

    @Test(arguments: [("2023-12-31", "浙江省生态环境厅"), ("2024-01-01", "《行政复议法》第二十条")])
    func `remedies are those of the day of the paper`(day: String, word: String) throws {
        let date = try #require(CivilDate(day))
        let rules = try CaseExample.rules()
        #expect(rules.paperText(.remedy, on: date)?.zh.contains(word) == true)
        // Before the permit regulation nothing said that automatic data are evidence.
        #expect(rules.paperText(.evidence, on: try #require(CivilDate("2021-02-28"))) == nil)
    }

    @Test func `papers of earlier programs say no more than their steps`() throws {
        let old = CaseExample.step(.order, from: .confirmed, to: .ordered, number: 6)
        let subject = CaseExample.subject(at: .confirmed, more: [old])
        let page = DocumentPage(
            document: try #require(CaseDocument(of: 6, in: subject)), subject: subject, place: .example)
        for name in ["addresseeParts", "groundParts", "noticeParts"] {
            #expect((page.view(.chinese)[name] as? [[String: Any]])?.isEmpty == true)
        }
        #expect(page.view(.chinese)["office"] as? String == "越城分局")
    }
}
