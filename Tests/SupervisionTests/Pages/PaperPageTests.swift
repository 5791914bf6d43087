import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct PaperPageTests {
    static func file(_ kind: EvidenceKind) -> EvidenceFile {
        EvidenceFile(
            number: (EvidenceKind.allCases.firstIndex(of: kind) ?? 0) + 1, name: "照片.\(kind.ending)", kind: kind,
            size_bytes: 3_000_000, sha256: Digest256(of: kind.rawValue), note: "现场照片", actor: PersonID(checked: "P1"),
            actorName: "示例人员", role: .enterpriseManager, at: CaseExample.opened)
    }

    @Test func `the page of evidence has all its words, empty, full and closed`() throws {
        var walk = try TemplateWalk(EvidencePage.template)
        for state in [CaseState.checked, .closed] {
            for files in [[], EvidenceKind.allCases.map(Self.file)] {
                for language in Language.allCases {
                    let page = EvidencePage(
                        subject: CaseExample.subject(at: state), files: files, rules: try CaseExample.rules(),
                        refused: nil)
                    var view = page.view(language)
                    for isRefused in [false, true] {
                        let words: [String: Any] = [
                            "isRefused": isRefused, "what": "x", "remedy": "x", "rule": "x", "note": "x",
                        ]
                        view.merge(words) { $1 }
                        try walk.walk(view)
                    }
                    #expect(page.content.files.count == files.count)
                }
            }
        }
        #expect(walk.problems == [] && walk.unvisited == [])
    }

    @Test(arguments: CaseState.allCases)
    func `each step has a receipt, and the five documents have title, number, date and seal`(state: CaseState) throws {
        var (receipts, documents) = (try TemplateWalk(ReceiptPage.template), try TemplateWalk(DocumentPage.template))
        let subject = CaseExample.subject(at: state)
        for step in subject.steps {
            for language in Language.allCases {
                let receipt = ReceiptPage(subject: subject, place: .example, matter: .step(step), windows: [.example])
                try receipts.walk(receipt.view(language))
                #expect(receipt.number == "回执〔2026〕1-\(step.number)号" && !receipt.title(language).isEmpty)
                guard let document = CaseDocument(of: step.number, in: subject) else { continue }
                let page = DocumentPage(document: document, subject: subject, place: .example)
                try documents.walk(page.view(language))
                #expect(page.content.number == "\(document.kind.word)〔2026〕1号")
                #expect(page.title(language) == document.kind.phrase(language))
                let (year, month, day) = step.at.civil.date.parts
                #expect(page.view(.chinese)["date"] as? String == "\(year)年\(month)月\(day)日")
            }
        }
        let kinds = subject.steps.compactMap { CaseDocument(of: $0.number, in: subject)?.kind }
        // The two others are made by steps beside the line.
        let beside: [CaseDocument.Kind] = [.moreTime, .handOver]
        if state == .closed { #expect(kinds == CaseDocument.Kind.allCases.filter { !beside.contains($0) }) }
        #expect(receipts.problems == [] && documents.problems == [])
        #expect(CaseDocument(of: 99, in: subject) == nil)
    }

    @Test func `a second order has a number of its own`() throws {
        let again = CaseExample.step(.order, from: .failed, to: .ordered, number: 9)
        let subject = CaseExample.subject(at: .failed, more: [again])
        #expect(try #require(CaseDocument(of: 6, in: subject)).number(in: subject) == "〔2026〕1号")
        #expect(try #require(CaseDocument(of: 9, in: subject)).number(in: subject) == "〔2026〕1-2号")
    }

    @Test func `a document keeps what stood when it was issued`() throws {
        let before = CaseExample.subject(at: .confirmed)
        let stated = CaseDocument.stated(.order, of: before)
        #expect(stated["stated_multiple"] == "1" && CaseDocument.stated(.answer, of: before).isEmpty)
        let order = CaseExample.step(.order, from: .confirmed, to: .ordered, number: 6, changing: stated)
        let later = CaseExample.subject(
            at: .confirmed, episodes: [CaseExample.episode(hours: 9, level: .red)], more: [order])
        let document = try #require(CaseDocument(of: 6, in: later))
        let view = DocumentPage(document: document, subject: later, place: .example).view(.english)
        #expect(view["level"] as? String == "yellow")
        let told = try #require(view["exceedances"] as? [[String: Any]])
        #expect((told.first?["period"] as? String)?.hasSuffix("2026-11-23 09:00") == true && told.count == 1)
    }

    @Test func `the receipt of evidence names its digest`() throws {
        let file = Self.file(.png)
        let page = ReceiptPage(
            subject: CaseExample.subject(at: .warned), place: .example, matter: .evidence(file), windows: [])
        #expect(page.content.sha256 == file.sha256.hex && page.number == "回执〔2026〕1-证2号")
    }

    @Test func `refusals of files say what and what helps`() {
        let refusals: [EvidenceRefusal] = [
            .nothing, .unknownKind, .activeContent(name: "JS"), .sealed(.encrypted), .tooMany(max: 50), .closed,
            .defective(.behind),
        ]
        #expect(Set(refusals.map(\.problem.rule)).count == refusals.count)
        for refusal in refusals {
            for phrase in [refusal.problem.what, refusal.problem.remedy] {
                #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty)
            }
        }
    }
}
