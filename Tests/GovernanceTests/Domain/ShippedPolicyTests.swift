import Foundation
import Kernel
import TestMaterial
import Testing

@testable import Governance

struct ShippedPolicyTests {
    @Test func `the shipped policy is whole: 22 articles, 70 tasks, 10 reforms, 10 projects, 111 mechanisms, 34 units`()
        throws
    {
        let file = try ShippedFile.policy()
        #expect(file.refusals == [])
        let policy = try #require(file.document)
        let counts = [
            policy.articles.count, policy.tasks.count, policy.reforms.count, policy.projects.count,
            policy.mechanisms.count, policy.units.count,
        ]
        #expect(counts == [22, 70, 10, 10, 111, 34])
        #expect(policy.meta.documentNumber == "绍政办发〔2020〕19号")
        #expect(policy.meta.issued.description == "2020-06-08")
        #expect(policy.sections.count == 6)
    }

    @Test func `its projects are planned at 1,054,013 万元, counted in fen`() throws {
        let policy = try #require(try ShippedFile.policy().document)
        #expect(policy.investmentFen == 1_054_013_000_000)
        #expect(TenThousandYuan.text(policy.investmentFen) == "1,054,013")
        #expect(TenThousandYuan.text(0) == "0" && TenThousandYuan.text(999_000_000) == "999")
    }

    @Test func `of its tasks 15 are long-term, 33 end with one year, 22 within a range of years`() throws {
        let policy = try #require(try ShippedFile.policy().document)
        let kinds = Dictionary(policy.tasks.map { ($0.kind, 1) }, uniquingKeysWith: +)
        #expect(kinds == [.longTerm: 15, .year: 33, .range: 22])
        #expect(policy.task(5)?.writtenLastDay?.description == "2022-12-31")
        #expect(policy.task(7)?.writtenLastDay == nil)
        let day = try #require(CivilDate("2026-11-28"))
        #expect(policy.task(7)?.lastDay(on: day, extendedTo: nil).description == "2026-12-31")
    }

    @Test(arguments: [
        ("articles.json", "articles", "articles", "text"), ("articles.json", "articles", "articles", "title"),
        ("tasks.json", "tasks", "tasks", "text"), ("tasks.json", "tasks", "tasks", "deadline_raw"),
        ("reforms.json", "reforms", "reforms", "text"), ("projects.json", "projects", "projects", "content"),
        ("projects.json", "projects", "projects", "name"), ("named_systems.json", "rows", "mechanisms", "name"),
        ("lead_units.json", "units", "units", "unit"),
    ])
    func `every text is the document's own, to the letter`(
        seed: String, seedList: String, list: String, field: String
    ) throws {
        guard let text = try SampleFile.text(of: seed, in: .seed) else { return }
        func texts(_ json: some DataProtocol, _ list: String) throws -> [String] {
            let tree = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
            return (tree?[list] as? [[String: Any]] ?? []).compactMap { $0[field] as? String }
        }
        let own = try texts(ShippedFile.bytes("policy/szbf-2020-19.json"), list)
        #expect(!own.isEmpty)
        #expect(try own == texts(Array(text.utf8), seedList))
    }

    @Test func `lead units of tasks are the document's own`() throws {
        guard let text = try SampleFile.text(of: "lead_units.json", in: .seed) else { return }
        let policy = try #require(try ShippedFile.policy().document)
        let tree = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        for unit in tree?["units"] as? [[String: Any]] ?? [] {
            let name = try #require(unit["unit"] as? String)
            #expect(policy.tasks.filter { $0.leadUnits.contains(name) }.map(\.number) == unit["tasks"] as? [Int])
        }
    }
}
