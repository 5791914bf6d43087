import Kernel
import Web

/// What somebody handed in, with its number and moment: to be kept or printed.
struct ReceiptPage: Page {
    static let template = "Supervision/ReceiptPage"

    /// What the receipt is for.
    enum Matter: Sendable {
        case step(Step)
        case evidence(EvidenceFile)
    }

    let subject: SupervisionCase
    let place: CasePlace
    let matter: Matter
    /// The kinds of starting and stopping that a mark may claim.
    let windows: [CaseMarkWindow]

    struct Content: Encodable, Sendable {
        let number: String
        let caseID: String
        let what: String
        let by: String
        let at: String
        let sha256: String?
    }

    /// 回执〔2026〕1-3号; evidence is counted apart, with a 证.
    var number: String {
        switch matter {
        case .step(let step): "回执〔\(subject.year)〕\(subject.number)-\(step.number)号"
        case .evidence(let file): "回执〔\(subject.year)〕\(subject.number)-证\(file.number)号"
        }
    }

    private var author: (name: String, role: Role, at: Instant) {
        switch matter {
        case .step(let step): (step.actorName, step.role, step.at)
        case .evidence(let file): (file.actorName, file.role, file.at)
        }
    }

    private func what(_ language: Language) -> String {
        switch matter {
        case .step(let step): step.action.phrase(language)
        case .evidence: Phrase("上传证据", "File evidence")(language)
        }
    }

    func title(_ language: Language) -> String { Phrase("受理回执", "Receipt")(language) }

    var content: Content {
        var sha256: String?
        if case .evidence(let file) = matter { sha256 = file.sha256.hex }
        return Content(
            number: number, caseID: subject.id.text, what: what(.english), by: author.name,
            at: author.at.civil.isoText, sha256: sha256)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "case": subject.id.text,
            "caseNumber": subject.documentNumber,
            "number": number,
            "enterpriseName": place.enterpriseName,
            "outletTitle": place.outletTitle,
            "what": what(language),
            "who": "\(author.name) · \(author.role.phrase(language))",
            "at": author.at.civil.secondText,
            "lines": lines(language),
        ]
    }

    private func lines(_ language: Language) -> [[String: String]] {
        switch matter {
        case .step(let step): CaseForm.lines(of: step, windows: windows, language)
        case .evidence(let file):
            [
                ["label": Phrase("文件", "File")(language), "value": file.name],
                ["label": Phrase("说明", "What it shows")(language), "value": file.note],
                ["label": Phrase("大小", "Size")(language), "value": EvidencePage.size(file.size_bytes)],
                ["label": "SHA-256", "value": file.sha256.hex],
            ]
        }
    }
}
