import Kernel
import Web

extension WorkTableRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .heading(let found):
            Problem(
                status: 422, rule: "GOV-TABLE-HEADING",
                what: Phrase("文件的表头“\(found)”不符", "“\(found)” is not the heading of such a table"),
                remedy: Phrase("请使用页面所列的表头；GBK 文件须注明编码", "use a heading of the page, and name GBK for a file in it"))
        case .size(let max):
            Problem(
                status: 422, rule: "GOV-TABLE-SIZE", what: Phrase("没有数据行，或行数过多", "it has no lines, or too many"),
                remedy: Phrase("含表头最多 \(max) 行", "at most \(max), the heading counted"))
        case .quotes:
            Problem(
                status: 422, rule: "GOV-TABLE-QUOTES", what: Phrase("引号没有成对", "a quotation mark does not close"),
                remedy: Phrase("字段内的引号须写两次", "a quotation mark within a field is written twice"))
        case .fieldCount(let found, let expected):
            Problem(
                status: 422, rule: "GOV-TABLE-FIELDS",
                what: Phrase("有 \(found) 个字段", "it has \(Counted.english(found, "field"))"),
                remedy: Phrase("应有 \(expected) 个", "there are \(expected)"))
        case .unreadable(let field):
            Problem(
                status: 422, rule: "GOV-TABLE-VALUE", field: field, what: Phrase("内容无法识别", "it cannot be read"),
                remedy: Self.form(of: field))
        case .noSuchPolicy:
            Problem(
                status: 422, rule: "GOV-TABLE-POLICY", field: "policy",
                what: Phrase("没有这份政策", "there is no such policy"),
                remedy: Phrase("请填已导入政策的编码，如 SZBF-2020-19", "give the code of a policy that is here, like SZBF-2020-19")
            )
        case .length(let field, let max):
            Problem(
                status: 422, rule: "GOV-TABLE-LENGTH", field: field, what: Phrase("为空或过长", "it is empty or too long"),
                remedy: Phrase("1 至 \(max) 个字符", "1 to \(max) characters"))
        }
    }

    /// How what stands in a column is written.
    private static func form(of field: String) -> Phrase {
        switch field {
        case "policy": Phrase("政策编码如 SZBF-2020-19", "a policy's code is like SZBF-2020-19")
        case "task", "reform", "review_years": Phrase("请填整数", "give a whole number")
        case "month": Phrase("月份如 2026-10", "a month is like 2026-10")
        case "standing":
            Phrase("自评为 on-track、at-risk、late 或 fulfilled", "standing is on-track, at-risk, late or fulfilled")
        case "sort": Phrase("类别为 system、scheme、list 或 measure", "sort is system, scheme, list or measure")
        // Every other column that can be misread holds a day.
        default: Phrase("日期如 2026-10-31", "a day is like 2026-10-31")
        }
    }
}
