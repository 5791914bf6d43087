import Kernel
import Web

extension AnalysisRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .unknownPeriod:
            Problem(
                status: 422, rule: "GOV-ANALYSIS-PERIOD", field: "period",
                what: Phrase("不是季度或年份", "this is no quarter or year"),
                remedy: Phrase("请按 2026-Q3、2026 或 2026-330602 的格式填写", "write it like 2026-Q3, 2026 or 2026-330602"))
        case .notBegun:
            Problem(
                status: 422, rule: "GOV-ANALYSIS-PERIOD", field: "period",
                what: Phrase("该季度或年份尚未开始", "that period has not begun"),
                remedy: Phrase("请填已经开始的季度或年份", "give one that has begun"))
        case .unknownRegion(let region):
            Problem(
                status: 422, rule: "GOV-ANALYSIS-REGION", field: "period",
                what: Phrase("没有代码为 \(region) 的区、县（市）", "no district has the code \(region)"),
                remedy: Phrase("请填本市区、县（市）的行政区划代码，如 2026-330602", "give the code of a district, like 2026-330602"))
        case .openedTwice(let period):
            Problem(
                status: 409, rule: "GOV-ANALYSIS-TWICE", field: "period",
                what: Phrase("\(period) 的报告已经建立", "there is a report on \(period) already"),
                remedy: Phrase("请从清单进入该报告", "go there from the list"))
        case .noSuchAnalysis:
            Problem(
                status: 404, rule: "GOV-ANALYSIS", what: Phrase("没有这份报告", "there is no such report"),
                remedy: Phrase("请从清单进入", "go there from the list"))
        case .isIssued:
            Problem(
                status: 409, rule: "GOV-ANALYSIS-ISSUED",
                what: Phrase("报告已经印发，不再更改", "the report was issued and stays as it is"),
                remedy: Phrase("以后的更正会列在报告之后", "later corrections are shown beside it"))
        case .monthsOpen(let months):
            Problem(
                status: 409, rule: "GOV-ANALYSIS-MONTHS",
                what: Phrase(
                    "尚有月份未定稿：\(months.map(\.description).joined(separator: "、"))",
                    "months are not closed yet: \(months.map(\.description).joined(separator: ", "))"),
                remedy: Phrase(
                    "请先在“双指标和综合评价”页将这些月份定稿", "close them first on the page “The dual index and evaluations”"))
        case .textMissing(let part):
            Problem(
                status: 422, rule: "GOV-ANALYSIS-TEXT", field: part.rawValue,
                what: Phrase("“\(part.phrase.zh)”尚未填写", "“\(part.phrase.en)” is not written yet"),
                remedy: Phrase("请写完各部分并保存，再印发", "write and keep every part, then issue it"))
        }
    }
}
