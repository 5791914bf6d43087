import Kernel
import Web

extension CaseRefusal {
    /// What a record on site, a report of a fault or a service lacks, in words.
    var problemOfRecord: Problem {
        switch self {
        case .timeUnfit(let field):
            said(
                Phrase("时间不能使用", "this time cannot be used"),
                Phrase(
                    "请填写已过去的时间，格式如 09:30；结束不同于开始，早于开始的结束按次日计",
                    "give a time that has passed, written like 09:30; an end before the beginning is on the next day"),
                field)
        case .noSubstitute:
            said(
                Phrase("设备故障期间须有替代监测安排", "values must be measured by hand while the device is broken"),
                Phrase(
                    "请写明由谁、如何监测：每日不少于4次，间隔不超过6小时",
                    "say who measures and how: at least 4 times a day, at most 6 hours apart"), "substitute")
        case .recordLacks(let field):
            field == "shown"
                ? said(
                    Phrase("现场检查须出示执法证件", "a check on site shows the officers' certificates"),
                    Phrase("请先出示证件并在记录中写明", "show them first, and say so in the record"), field)
                : said(
                    Phrase("未签名须注明原因", "where nobody signed the record says why"),
                    Phrase("请写明拒签或不在场的情况，如有见证人一并写明", "say how it was refused or who was absent, and who witnessed it"),
                    field)
        case .proofUnknown:
            said(
                Phrase("送达证明不是本案的证据", "the proof is no file of this case"),
                Phrase(
                    "请先在本案证据中上传送达回证，再填写其编号", "file the receipt of service among the evidence first, and give its number"
                ),
                "proof")
        default: Problem.notFound
        }
    }

    private func said(_ what: Phrase, _ remedy: Phrase, _ field: String) -> Problem {
        Problem(status: 422, rule: rule.rawValue, field: field, what: what, remedy: remedy)
    }
}
