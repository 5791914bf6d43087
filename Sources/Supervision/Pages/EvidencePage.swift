import Kernel
import Web

/// The field names of the form that files evidence.
enum EvidenceForm {
    static let file = "file"
    static let fields = [
        FormField(
            name: "note", label: Phrase("说明", "What it shows"), kind: .text(max: 200), required: true,
            hint: Phrase("例如：检修记录、现场照片、校准单", "for instance a record of repair, a photograph on site"))
    ]
}

/// The files of a case, and the form that adds one.
struct EvidencePage: ListPage {
    static let template = "Supervision/EvidencePage"

    let subject: SupervisionCase
    let files: [EvidenceFile]
    let rules: ClosedLoopRules
    let refused: RefusedForm?
    /// A case has few files: the list comes whole.
    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let caseID: String
        let bytesMax: Int64
        let files: [File]

        struct File: Encodable, Sendable {
            let number: Int
            let name: String
            let mediaType: String
            let size_bytes: Int64
            let sha256: String
            let note: String
            let by: String
            let at: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("证据 · \(subject.documentNumber)", "Evidence · \(subject.documentNumber)")(language)
    }

    var content: Content {
        Content(
            caseID: subject.id.text, bytesMax: rules.evidenceBytesMax,
            files: files.map { file in
                Content.File(
                    number: file.number, name: file.name, mediaType: file.kind.rawValue, size_bytes: file.size_bytes,
                    sha256: file.sha256.hex, note: file.note, by: file.actorName, at: file.at.civil.isoText)
            })
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<EvidenceFile>] = [
            TableColumn(Phrase("编号", "No.")) { .number($0.number) },
            TableColumn(Phrase("文件", "File")) { .text($0.name) },
            TableColumn(Phrase("类型", "Media type")) { .text($0.kind.rawValue) },
            TableColumn(Phrase("大小（字节）", "Size (bytes)")) { .number($0.size_bytes) },
            TableColumn(Phrase("SHA-256", "SHA-256")) { .text($0.sha256.hex) },
            TableColumn(Phrase("说明", "What it shows")) { .text($0.note) },
            TableColumn(Phrase("上传人", "By")) { .text($0.actorName) },
            TableColumn(Phrase("上传时间", "Filed")) { .moment($0.at) },
        ]
        return [ListTable(Phrase("案件证据", "Evidence"), files, language, columns: columns)]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "case": subject.id.text,
            "number": subject.documentNumber,
            "hasFiles": !files.isEmpty,
            "files": files.map { Self.line($0, of: subject, language) },
            "mayFile": ClosedLoop.stand(of: subject.state) != nil,
            "isRefused": refused != nil,
            "problems": refused?.told(language) ?? [],
            "note": refused?.typed["note"] ?? "",
            "bytesMax": String(rules.evidenceBytesMax),
            "megabytesMax": String(rules.evidenceBytesMax / 1_048_576),
        ]
    }

    static func line(_ file: EvidenceFile, of subject: SupervisionCase, _ language: Language) -> [String: Any] {
        [
            "href": "/cases/\(subject.id)/evidence/\(file.number)/file",
            "receipt": "/cases/\(subject.id)/evidence/\(file.number)",
            "fileNumber": String(file.number),
            "fileName": file.name,
            "note": file.note,
            "isPicture": file.kind.isPicture,
            "size": size(file.size_bytes),
            "digest": String(file.sha256.hex.prefix(16)),
            "who": "\(file.actorName) · \(file.role.phrase(language))",
            "at": file.at.civil.minuteText,
        ]
    }

    static func size(_ bytes: Int64) -> String {
        bytes < 1_048_576 ? "\(max(1, bytes / 1_024)) KB" : "\(bytes / 1_048_576) MB"
    }
}
