import Kernel
import Web

/// What the service of an order is recorded with.
enum ServiceFields {
    private static let proof = FormField(
        name: "proof", label: Phrase("送达证明（证据编号）", "Proof (number of the evidence)"), kind: .text(max: 4),
        required: true,
        hint: Phrase(
            "送达回证、邮件回执或公告等；责令之后由执法人员在本案证据中上传",
            "the receipt of service, of mail, or the notice: an officer files it in the case after the order"))

    static let all: [FormField] = [
        FormField(
            name: "served_on", label: Phrase("送达日期", "Served on"), kind: .date, required: true,
            hint: Phrase(
                "邮寄的填回执上的收件日期；公告的填发布日期，公告期满视为送达",
                "of mail the day on its receipt; of a notice the day it was published: it counts when its term is over")
        ),
        FormField(
            name: "served_at", label: Phrase("送达时间", "Served at"), kind: .text(max: 5), required: false,
            hint: Phrase(
                "24小时制，如 09:30；直接、留置、电子送达必填", "by the 24-hour clock, such as 09:30; not needed of mail and notices")),
        FormField(
            name: "served_how", label: Phrase("送达方式", "How"),
            kind: .choice(OrderService.Way.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(
                OrderService.Way.allCases.map { ($0.rawValue, $0.phrase) }, uniquingKeysWith: { first, _ in first })),
        proof,
    ]

    /// What became of the order of a case that a step dismisses.
    static func ended(by step: Step, _ language: Language) -> [[String: String]] {
        guard let told = StatedPaper(in: step.form).order else { return [] }
        return [["label": Phrase("责令改正", "The order")(language), "value": told(language)]]
    }

    /// The proof as a choice among the files of the case that can be one.
    static func shownProof(_ all: [EvidenceFile], of subject: SupervisionCase) -> FormField {
        let files = all.filter { ProofLack(of: $0, for: subject) == nil }
        return FormField(
            name: proof.name, label: proof.label, kind: .choice(files.map { "\($0.number)" }), required: true,
            hint: proof.hint,
            optionLabels: Dictionary(
                files.map { ("\($0.number)", Phrase("\($0.number) \($0.name)", "\($0.number) \($0.name)")) },
                uniquingKeysWith: { first, _ in first }))
    }
}

extension OrderService.Way {
    /// The way as people read it.
    var phrase: Phrase {
        switch self {
        case .direct: Phrase("直接送达", "handed over")
        case .left: Phrase("留置送达", "left there")
        case .electronic: Phrase("电子送达", "electronically")
        case .mail: Phrase("邮寄送达", "by mail")
        case .notice: Phrase("公告送达", "by public notice")
        }
    }
}
