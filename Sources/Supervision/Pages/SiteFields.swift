import Kernel
import Standards
import Web

/// What a record of a check on site says beside its findings. Which fields a step needs is said by its form.
enum SiteFields {
    static let all: [FormField] = [
        time("began", Phrase("开始时间", "Began at")), time("ended", Phrase("结束时间", "Ended at")),
        FormField(
            name: "site", label: Phrase("检查地点", "Place"), kind: .text(max: 200), required: true,
            hint: Phrase("如 2号锅炉脱硫塔出口采样平台", "such as the sampling platform behind boiler 2")),
        FormField(
            name: "shown", label: Phrase("已向当事人出示执法证件", "The officers' certificates were shown"), kind: .flag,
            required: true),
        FormField(
            name: "present", label: Phrase("在场的企业人员（姓名、职务）", "Person of the enterprise present (name, post)"),
            kind: .text(max: 100), required: true, hint: Phrase("无人在场的填“无”", "write “none” where nobody was")),
        FormField(
            name: "signature", label: Phrase("企业人员签名", "Signature of the enterprise"),
            kind: .choice(StepTimes.Signature.allCases.map(\.rawValue)), required: true,
            optionLabels: [
                StepTimes.Signature.signed.rawValue: Phrase("已签名", "signed"),
                StepTimes.Signature.refused.rawValue: Phrase("拒绝签名", "refused"),
                StepTimes.Signature.absent.rawValue: Phrase("无人在场", "nobody was there"),
            ]),
        FormField(
            name: "refusal", label: Phrase("未签名的原因和见证人", "Why it was not signed, and who witnessed it"),
            kind: .text(max: 200), required: false, hint: Phrase("未签名的必填", "needed where nobody signed")),
    ]

    /// How values are measured while a device is broken.
    static let substitute: [FormField] = [
        FormField(
            name: SubstituteMeasuring.field, label: Phrase("替代监测方式", "How values are measured meanwhile"),
            kind: .choice(SubstituteMeasuring.allCases.map(\.rawValue)), required: true,
            hint: Phrase(
                "人工监测每日不少于4次，间隔不超过6小时", "by hand at least 4 times a day, at most 6 hours apart"),
            optionLabels: Dictionary(
                uniqueKeysWithValues: SubstituteMeasuring.allCases.map { ($0.rawValue, $0.phrase) })),
        FormField(
            name: SubstituteMeasuring.byField,
            label: Phrase("监测机构、仪器或停产原因", "Institution, instrument, or why the plant stands"),
            kind: .longText(max: 500), required: true,
            hint: Phrase("写明机构名称或仪器型号编号", "the name of the institution, or type and number of the instrument")),
        FormField(
            name: SubstituteMeasuring.dayField, label: Phrase("首次监测日期", "Measured from"), kind: .date,
            required: false, hint: Phrase("停产的可不填", "not needed where the plant stands")),
    ]

    private static func time(_ name: String, _ label: Phrase) -> FormField {
        FormField(
            name: name, label: label, kind: .text(max: 5), required: true,
            hint: Phrase("24小时制，如 09:30", "by the 24-hour clock, such as 09:30"))
    }
}
