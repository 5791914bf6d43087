public import Access
import Kernel

extension CertificateRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        switch self {
        case .unknownPerson:
            Problem(
                status: 422, rule: "ACC-PERSON", field: "person",
                what: Phrase("没有这个人员", "nobody is known by this code"),
                remedy: Phrase("请从名单中选择", "choose one of those listed"))
        case .notAnOfficer:
            Problem(
                status: 422, rule: "ACC-OFFICER", field: "person",
                what: Phrase("只有执法人员可以登记执法证", "certificates are for officers"),
                remedy: Phrase("请选择执法人员", "choose an officer"))
        case .periodReversed:
            Problem(
                status: 422, rule: "ACC-PERIOD", field: "valid_to",
                what: Phrase("有效期止早于起", "it would end before it begins"),
                remedy: Phrase("请核对证件上的日期", "compare the days with the certificate"))
        case .numberTaken:
            Problem(
                status: 409, rule: "ACC-NUMBER", field: "number", what: Phrase("该证号已登记", "this number is registered"),
                remedy: Phrase("请核对证号；换证时登记新证号", "check the number; a new certificate has a new one"))
        case .unknownNumber:
            Problem(
                status: 404, rule: "ACC-UNKNOWN", field: "number",
                what: Phrase("没有这个有效证号", "no certificate of this number counts"),
                remedy: Phrase("请从名册中选择", "choose one of the register"))
        }
    }
}
