import Kernel
import Web

/// Importing answers of a survey: the form, and the report of each line that was refused.
struct SurveyImportPage: Page {
    static let template = "Governance/SurveyImportPage"

    let survey: Survey
    let report: WorkImport.Report?
    let way: WorkImport.Way?
    let refused: RefusedForm?

    private var table: WorkImportPage { WorkImportPage(report: report, way: way, refused: refused) }

    struct Content: Encodable, Sendable {
        let year: Int
        let columns: String
        let report: WorkImportPage.Content
    }

    func title(_ language: Language) -> String {
        Phrase("导入答卷：\(survey.year) 年度", "Import answers of \(survey.year)")(language)
    }

    var content: Content {
        Content(year: survey.year, columns: SurveyTable.heading(of: survey), report: table.content)
    }

    func view(_ language: Language) -> [String: Any] {
        table.view(language).merging([
            "year": String(survey.year), "name": survey.title, "columns": SurveyTable.heading(of: survey),
            "chineseColumns":
                ([SurveyTable.respondentColumns[1], SurveyTable.regionColumns[1]] + survey.dimensions.map(\.name.zh))
                .joined(separator: ","),
            "example": "A0001,\(survey.strata.first?.region.text ?? ""),"
                + survey.dimensions.map { _ in "5" }.joined(separator: ","),
        ]) { $1 }
    }
}
