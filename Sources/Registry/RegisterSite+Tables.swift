public import Facts
import Foundation
public import Kernel
import Persistence
import Web

/// The register as a table: out for everybody in scope, in for city officers.
extension RegisterSite {
    /// What a file may weigh, about 10,000 lines: it holds the one writer while it is taken. More goes by the command
    /// line.
    private static let bytesMax: Int64 = 2 * 1_024 * 1_024

    /// The whole register in sight; it tells of people, so that taking it away is kept for the audit.
    private var export: Route {
        var route = Route(
            .get, "/register/export.csv", summary: Phrase("导出污染源库", "the register as a table"),
            permission: Self.readers, answer: .text("text/csv; charset=utf-8")
        ) { visit in
            let scope = try visit.signedIn().scope
            let room = room
            return .text(
                try await database.read { try room.table(scope: scope, in: $0) },
                contentType: "text/csv; charset=utf-8")
        }
        route.leavesTrace = true
        return route
    }

    var tableRoutes: [Route] {
        [
            export,
            Route.page(
                "/register/import", summary: Phrase("导入污染源库", "the form to import the register"),
                permission: Self.city
            ) { _ in RegisterImportPage(report: nil, way: nil, refused: nil) },
            Route(
                .post, "/register/import", summary: Phrase("导入污染源库", "import a table"), permission: Self.city,
                fields: RegisterImportPage.fields, answer: .page,
                upload: UploadRule(
                    field: RegisterImportPage.file, bytesMax: Self.bytesMax, folder: surroundings.incoming),
                onRefusal: { visit in
                    .page(RegisterImportPage(report: nil, way: nil, refused: visit.refused))
                },
                handler: { visit in try await take(visit) }),
        ]
    }

    private func take(_ visit: Visit) async throws -> Reply {
        guard let file = visit.file, file.size_bytes > 0 else { throw Problem.noTable }
        let way = RegisterImportPage.Way(rawValue: visit.form["way"] ?? "") ?? .check
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
        let isGBK = visit.form["encoding"] == "gbk"
        guard let text = isGBK ? surroundings.gbk(bytes) : String(validating: bytes, as: UTF8.self) else {
            throw isGBK ? Problem.notGBK : Problem.notUTF8
        }
        if let place = TextPlace(ofPrivateUseIn: text) {
            throw Problem.privateUse(at: place, rule: "REG-CHARACTER", field: RegisterImportPage.file)
        }
        let report = try await take(
            text, way: way, scope: try visit.signedIn().scope, by: .person(try visit.signedIn().person))
        let page = RegisterImportPage(report: report, way: way, refused: nil)
        guard let refusal = page.refusal else { return .page(page) }
        if visit.wantsJSON { throw refusal }
        return .page(page, status: refusal.status)
    }

    /// Takes a table, each line by the checks of the forms.
    ///
    /// - Returns: What was taken, or would be: with `.check`, and with `.whole` when a line was refused, nothing is.
    public func take(
        _ csv: String, way: RegisterImportPage.Way, scope: Scope, by author: FactAuthor
    ) async throws -> RegisterReport {
        let table = RegisterTable(csv: csv)
        let (room, onEnterprise) = (room, surroundings.onEnterprise)
        do {
            return try await database.write { access in
                let report = try room.take(table, scope: scope, by: author, in: access)
                guard way == .good || (way == .whole && report.refused.isEmpty) else { throw Undone(report: report) }
                for enterprise in report.enterprises { try onEnterprise(enterprise, author, access) }
                return report
            }
        } catch let undone as Undone {
            return undone.report
        }
    }

    /// Ends a transaction that shall leave nothing, with what it found.
    private struct Undone: Error {
        let report: RegisterReport
    }
}

extension Problem {
    fileprivate static let noTable = Problem(
        status: 422, rule: "REG-FILE", field: RegisterImportPage.file,
        what: Phrase("没有收到文件", "no file came in"), remedy: Phrase("请选择 CSV 文件", "choose a CSV file"))

    fileprivate static let notUTF8 = Problem(
        status: 422, rule: "REG-UTF8", field: RegisterImportPage.file,
        what: Phrase("文件不是 UTF-8", "the file is not UTF-8"),
        remedy: Phrase("请另存为“CSV UTF-8”，或选择编码 GBK", "save it as CSV UTF-8, or name GBK as its encoding"))

    fileprivate static let notGBK = Problem(
        status: 422, rule: "REG-GBK", field: RegisterImportPage.file,
        what: Phrase("文件不是 GBK", "the file is not GBK"),
        remedy: Phrase(
            "请选择文件真正的编码：另存为“CSV UTF-8”的文件选 UTF-8", "name its true encoding; a file saved as CSV UTF-8 is UTF-8"))
}
