import Kernel
import Web

/// Why a SensorThings address is not answered.
enum SensorRefusal: Error, Equatable {
    case notOffered(option: String)
    case wrongValue(option: String)
    case wrongNumber(String, ClosedRange<Int>)
    case unreadableFilter(at: String)
    case unknownField(String, known: [String])
    case tooMany
}

extension SensorRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .notOffered(let option):
            Problem(
                status: 400, rule: "STA-OPTION", field: option,
                what: Phrase("不支持查询选项 \(option)", "the option \(option) is not offered"),
                remedy: Phrase(
                    "可用：$filter、$top、$skip、$orderby、$count", "there are $filter, $top, $skip, $orderby and $count"))
        case .wrongValue(let option):
            Problem(
                status: 400, rule: "STA-VALUE", field: option,
                what: Phrase("\(option) 的值不正确", "the value of \(option) cannot be read"),
                remedy: Phrase(
                    "$count 为 true 或 false；$orderby 为至多 \(SensorOptions.orderMax) 个字段，以逗号分隔，各可加 asc 或 desc；"
                        + "$skiptoken 照 nextLink 所给",
                    "$count is true or false; $orderby is up to \(SensorOptions.orderMax) fields with commas between, "
                        + "each with asc or desc behind it; $skiptoken is as nextLink gave it"))
        case .wrongNumber(let option, let range):
            Problem(
                status: 400, rule: "STA-BOUND", field: option,
                what: Phrase("\(option) 超出范围", "\(option) is out of range"),
                remedy: Phrase(
                    "请取 \(range.lowerBound) 至 \(range.upperBound) 的整数",
                    "give a whole number from \(range.lowerBound) to \(range.upperBound)"))
        case .unreadableFilter(let place):
            Problem(
                status: 400, rule: "STA-FILTER", field: "$filter",
                what: Phrase("$filter 在“\(place)”处无法读取", "$filter cannot be read at “\(place)”"),
                remedy: Phrase(
                    "例：phenomenonTime ge 2026-11-01T00:00:00Z and result gt 35；网址中的 + 须写作 %2B",
                    "for example phenomenonTime ge 2026-11-01T00:00:00Z and result gt 35; a + in an address is "
                        + "written %2B"))
        case .unknownField(let field, let known):
            Problem(
                status: 400, rule: "STA-FIELD", field: field,
                what: Phrase("没有字段 \(field)", "there is no field \(field)"),
                remedy: Phrase(
                    "可用字段：\(known.joined(separator: "、"))", "there are \(known.joined(separator: ", "))"))
        case .tooMany:
            Problem(
                status: 400, rule: "STA-TOO-MANY", field: "$filter",
                what: Phrase(
                    "需要查看的实体超过 \(SensorOptions.lookedAtMax) 个",
                    "more than \(SensorOptions.lookedAtMax) entities would have to be looked at"),
                remedy: Phrase(
                    "请用 phenomenonTime 缩小时间范围，或按已知编号查询单个实体",
                    "narrow the times by phenomenonTime, or ask for single entities by their identifiers"))
        }
    }
}
