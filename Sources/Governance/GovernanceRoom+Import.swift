import Foundation
public import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// 5,000 lines of 400 bytes.
    private static let tableBytesMax: Int64 = 2 * 1_024 * 1_024

    /// Tables of values and reports, in.
    var importRoutes: [Route] {
        let workers = Permission.roles([.cityOfficer, .liaison])
        return [
            Route.page(
                "/governance/import", summary: Phrase("导入指标数值和月报", "the form to import values and reports"),
                permission: workers
            ) { _ in WorkImportPage(report: nil, way: nil, refused: nil) },
            Route(
                .post, "/governance/import", summary: Phrase("导入指标数值和月报", "import values and reports"),
                permission: workers, fields: WorkImportPage.fields, answer: .page,
                upload: UploadRule(
                    field: WorkImportPage.file, bytesMax: Self.tableBytesMax, folder: workFiles.incoming),
                onRefusal: { visit in .page(WorkImportPage(report: nil, way: nil, refused: visit.refused)) },
                handler: { visit in try await take(visit) }),
        ]
    }

    private func take(_ visit: Visit) async throws -> Reply {
        let text = try uploadedTable(visit)
        let way = WorkImport.Way(rawValue: visit.form["way"] ?? "") ?? .check
        let report = try await importWork(
            csv: text, way: way, by: try visit.signedIn().person, at: visit.now)
        let page = WorkImportPage(report: report, way: way, refused: nil)
        guard let refusal = report.refusal(of: way, field: WorkImportPage.file) else { return .page(page) }
        if visit.wantsJSON { throw refusal }
        return .page(page, status: refusal.status)
    }

    /// The text of the table that a form brought, in the encoding that it names.
    func uploadedTable(_ visit: Visit) throws -> String {
        guard let file = visit.file, file.size_bytes > 0 else { throw Problem.noWorkTable }
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
        let isGBK = visit.form["encoding"] == "gbk"
        guard let text = isGBK ? workFiles.text(gbk: bytes) : String(validating: bytes, as: UTF8.self) else {
            throw isGBK ? Problem.notInGBK : Problem.notInUTF8
        }
        if let place = TextPlace(ofPrivateUseIn: text) {
            throw Problem.privateUse(at: place, rule: "GOV-TABLE-CHARACTER", field: WorkImportPage.file)
        }
        return text
    }

    /// Takes a table of documents of reforms, and no other.
    public func importDocuments(
        csv: String, way: WorkImport.Way, by person: PersonID, at now: Instant
    ) async throws -> WorkImport.Report {
        try await WorkImport(tasks: desk, indicators: indicators, pool: poolDesk)
            .take(csv, among: [WorkTable.documentColumns], way: way, by: person, at: now, in: database)
    }

    /// Takes a table of values, reports, documents or projects of the reserve pool in the name of a person, each line
    /// by the checks of the forms.
    public func importWork(
        csv: String, way: WorkImport.Way, by person: PersonID, at now: Instant
    ) async throws -> WorkImport.Report {
        try await WorkImport(tasks: desk, indicators: indicators, pool: poolDesk)
            .take(csv, way: way, by: person, at: now, in: database)
    }
}

extension Problem {
    fileprivate static let noWorkTable = Problem(
        status: 422, rule: "GOV-TABLE-FILE", field: WorkImportPage.file,
        what: Phrase("没有收到文件", "no file came in"), remedy: Phrase("请选择 CSV 文件", "choose a CSV file"))

    fileprivate static let notInUTF8 = Problem(
        status: 422, rule: "GOV-TABLE-UTF8", field: WorkImportPage.file,
        what: Phrase("文件不是 UTF-8", "the file is not UTF-8"),
        remedy: Phrase("请另存为“CSV UTF-8”，或选择编码 GBK", "save it as CSV UTF-8, or name GBK as its encoding"))

    fileprivate static let notInGBK = Problem(
        status: 422, rule: "GOV-TABLE-GBK", field: WorkImportPage.file,
        what: Phrase("文件不是 GBK", "the file is not GBK"),
        remedy: Phrase(
            "请选择文件真正的编码：另存为“CSV UTF-8”的文件选 UTF-8", "name its true encoding; a file saved as CSV UTF-8 is UTF-8"))
}
