import Kernel

/// What the fields of facts are called on their page, and how their values are said.
enum FactWords {
    /// The word of a field; of a map's field that of the map with the key behind it.
    static func name(of field: String) -> Phrase {
        let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
        guard let word = words[parts[0]] else { return Phrase(field, field) }
        guard parts.count > 1 else { return word }
        return Phrase("\(word.zh) \(parts[1])", "\(word.en) \(parts[1])")
    }

    /// A value in words: amounts in 万元, codes by what they are called, all else as it stands.
    static func value(_ value: String, of field: String) -> Phrase {
        let name = field.split(separator: ".").first.map(String.init) ?? field
        if name.hasSuffix("Fen"), let amount = Int64(value) {
            return Phrase("\(TenThousandYuan.text(amount)) 万元", "\(TenThousandYuan.text(amount)) (10k yuan)")
        }
        let coded: Phrase? =
            switch name {
            case "standing": TaskStanding(rawValue: value)?.phrase
            case "verdict": ReviewVerdict(rawValue: value)?.phrase
            case "light": TaskLight(rawValue: value)?.phrase
            case "reason": LightReason(rawValue: value)?.phrase
            case "finding": ToleranceFinding.Finding(rawValue: value)?.phrase
            case "stage": DocumentStage(rawValue: value)?.phrase ?? PoolStage(rawValue: value)?.phrase
            case "act": acts[value]
            // What else a fact says is a text, a number or a day.
            default: nil
            }
        return coded ?? Phrase(value, value)
    }

    private static let acts = [
        "extension": Phrase("延期", "an extension"), "acceptance": Phrase("审核通过", "an acceptance"),
        "milestone": Phrase("里程碑完成", "that a milestone was reached"),
        "setting": Phrase("里程碑设置", "that a milestone was set"),
    ]

    private static let words: [String: Phrase] = ofWork.merging(ofMoney) { own, _ in own }

    private static let ofWork: [String: Phrase] = [
        "policy": Phrase("政策", "policy"), "task": Phrase("任务", "task"), "unit": Phrase("单位", "unit"),
        "units": Phrase("单位", "units"), "person": Phrase("责任人", "person"),
        "firstMonth": Phrase("首个填报月份", "first month"), "month": Phrase("月份", "month"),
        "months": Phrase("月份", "months"), "attempt": Phrase("第几次", "attempt"),
        "standing": Phrase("自评", "its own word"), "progress": Phrase("进展", "progress"),
        "evidence": Phrase("依据", "evidence"), "verdict": Phrase("审核意见", "verdict"),
        "note": Phrase("说明", "note"), "milestone": Phrase("里程碑序号", "milestone"),
        "title": Phrase("名称", "title"), "due": Phrase("应完成日期", "due"), "day": Phrase("日期", "day"),
        "deadline": Phrase("延期至", "until"), "document": Phrase("文件", "document"),
        "documentNumber": Phrase("文号", "document number"), "reason": Phrase("理由", "reason"),
        "light": Phrase("进度灯", "light"), "decision": Phrase("判定", "decision"), "act": Phrase("撤回事项", "act"),
        "target": Phrase("对象", "target"), "targetName": Phrase("对象名称", "name of the target"),
        "number": Phrase("序号", "number"), "name": Phrase("名称", "name"),
        "mediaType": Phrase("文件类型", "media type"), "size_bytes": Phrase("字节数", "bytes"),
        "sha256": Phrase("SHA-256", "SHA-256"), "fact": Phrase("事实序号", "fact"),
        "finding": Phrase("认定结论", "finding"), "met": Phrase("符合的条件", "conditions met"),
        "text": Phrase("内容", "text"), "texts": Phrase("内容", "texts"), "year": Phrase("年份", "year"),
        "indicator": Phrase("指标", "indicator"), "region": Phrase("地区", "district"),
        "value": Phrase("数值", "value"), "source": Phrase("数据来源", "source"),
        "figures": Phrase("数值个数", "figures"), "missing": Phrase("缺数个数", "missing"),
        "organisation": Phrase("机构", "organisation"), "tasks": Phrase("任务数", "tasks"),
        "directive": Phrase("督查通知或会议纪要", "notice or minutes"), "item": Phrase("事项", "item"),
        "what": Phrase("内容", "what"), "lastDay": Phrase("期限", "last day"), "again": Phrase("再次答复期限", "again until"),
        "period": Phrase("报告期", "period"), "reform": Phrase("改革", "reform"), "stage": Phrase("阶段", "stage"),
        "sort": Phrase("类别", "sort"), "series": Phrase("所属体系", "group"),
        "despite": Phrase("仍然定稿的理由", "why it was closed all the same"), "since": Phrase("起始", "since"),
        "duty": Phrase("待办编号", "duty"), "dutyKind": Phrase("待办类别", "kind of duty"),
        "reference": Phrase("对象", "about"),
        "reviewYears": Phrase("几年后评估", "years until review"), "step": Phrase("步骤", "step"),
    ]

    private static let ofMoney: [String: Phrase] = [
        "project": Phrase("项目", "project"), "investmentFen": Phrase("投资", "investment"),
        "plannedFen": Phrase("计划投资", "planned"), "planFen": Phrase("资金来源计划", "planned by source"),
        "doneFen": Phrase("完成投资", "spent"), "totalFen": Phrase("总投资", "total"),
        "amountFen": Phrase("金额", "amount"), "progress_percent": Phrase("形象进度 %", "built, %"),
        "overReason": Phrase("超出计划理由", "why more than planned"), "obstacle": Phrase("问题", "obstacle"),
        "owner": Phrase("责任单位", "owner"), "raisedOn": Phrase("提出日期", "raised on"),
        "how": Phrase("解决办法", "how"), "need": Phrase("要素需求", "need"), "amount": Phrase("数量", "amount"),
        "longitude": Phrase("经度", "longitude"), "latitude": Phrase("纬度", "latitude"),
        "photo": Phrase("照片", "photo"), "shows": Phrase("画面内容", "shows"), "fund": Phrase("资金", "fund"),
        "entry": Phrase("记录", "entry"), "belongsTo": Phrase("对应记录", "belongs to"),
        "application": Phrase("申请", "application"), "purpose": Phrase("用途", "purpose"),
        "answers": Phrase("答卷数", "answers"), "batch": Phrase("批次", "batch"),
        "centre": Phrase("调查机构", "survey centre"), "population": Phrase("总体人数", "population"),
        "districts": Phrase("地区数", "districts"), "firstDay": Phrase("开始日期", "first day"),
        "mean_hundredths": Phrase("平均分（百分之一分）", "mean (hundredths)"),
        "margin_hundredths": Phrase("误差（百分之一分）", "margin (hundredths)"),
    ]
}
