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
        case .timeTooEarly(let field, let after):
            said(
                Phrase(
                    "该时间早于立案、责令改正或其送达（\(after.civil.minuteText)）",
                    "this lies before the case, the order or its service (\(after.civil.minuteText))"),
                Phrase(
                    "请填写 \(after.civil.minuteText) 以后的时间；在此之前所做的不能作为本案的核查、送达或复查",
                    "give a time from \(after.civil.minuteText) on: what was done before is no check, service or "
                        + "re-check of this case"), field)
        case .faultLater(let field, let last):
            said(
                Phrase(
                    "故障开始于应由其说明的超标时段之后，不能说明此前的时段",
                    "the fault began after hours that it is to explain, and explains none before its own"),
                Phrase(
                    "故障须不晚于 \(last.civil.minuteText) 开始；此前的时段请另作定性，与本案无关的故障请在排放口的状态页报告",
                    "it must have begun by \(last.civil.minuteText); qualify earlier hours otherwise, and report "
                        + "another fault on the outlet's page of states"), field)
        case .noSubstitute(let field):
            said(
                Phrase("设备故障期间须有替代监测安排", "values must be measured by hand while the device is broken"),
                Phrase(
                    "请选择监测方式，写明机构或仪器和首次监测日期：每日不少于4次，间隔不超过6小时；已停产的写明原因",
                    "choose a method, name the institution or the instrument and the first day: at least 4 times a "
                        + "day, at most 6 hours apart; where the plant stands, say why"), field)
        case .recordLacks(let field):
            field == "shown"
                ? said(
                    Phrase("现场检查须出示执法证件", "a check on site shows the officers' certificates"),
                    Phrase("请先出示证件并在记录中写明", "show them first, and say so in the record"), field)
                : said(
                    Phrase("未签名须注明原因", "where nobody signed the record says why"),
                    Phrase("请写明拒签或不在场的情况，如有见证人一并写明", "say how it was refused or who was absent, and who witnessed it"),
                    field)
        case .proofUnfit(let lack):
            said(
                lack.phrase,
                Phrase(
                    "请由执法人员在责令之后将送达回证、邮件回执或公告上传为本案证据，再填写其编号",
                    "an officer files the receipt of service, of mail, or the notice after the order; give its number"),
                "proof")
        case .objected(let record, let words):
            said(
                Phrase(
                    "同行执法人员对\(record)有异议：\(Self.unended(words))",
                    "the second officer objected to \(record): \(Self.unended(words))"),
                Phrase("请写明仍采用该记录的理由", "say why the record stands all the same"), RecordObjection.field)
        default: Problem.notFound
        }
    }

    /// Somebody's words without their full stop: what stands behind them brings its own.
    private static func unended(_ words: String) -> String {
        let ends: Set<Character> = ["。", "．", ".", "；", ";", " ", "\n"]
        return String(words.reversed().drop { ends.contains($0) }.reversed())
    }

    private func said(_ what: Phrase, _ remedy: Phrase, _ field: String) -> Problem {
        Problem(status: 422, rule: rule.rawValue, field: field, what: what, remedy: remedy)
    }
}

extension ProofLack {
    /// What is wrong with the file.
    fileprivate var phrase: Phrase {
        switch self {
        case .unknown: Phrase("送达证明不是本案的证据", "the proof is no file of this case")
        case .ofEnterprise: Phrase("送达证明由企业上传，不能证明送达", "the proof was filed by the enterprise, and proves no service")
        case .beforeOrder(let ordered):
            Phrase(
                "送达证明上传于责令（\(ordered.civil.minuteText)）之前，不能证明送达",
                "the proof was filed before the order (\(ordered.civil.minuteText)), and proves no service of it")
        }
    }
}
