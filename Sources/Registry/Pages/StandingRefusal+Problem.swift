import Kernel
import Web

extension StandingRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .noBank:
            Problem(
                status: 403, rule: "REG-STANDING-BANK",
                what: Phrase("只有银行的联络员可以查询企业信息", "only liaisons of banks ask how an enterprise stands"),
                remedy: Phrase(
                    "公开的监测数据无须查询：/public/outlets",
                    "public values need no question: /public/outlets"))
        case .unknownEnterprise:
            Problem(
                status: 422, rule: "REG-STANDING-ENTERPRISE", field: "enterprise",
                what: Phrase("污染源库中没有这家企业", "the register holds no such enterprise"),
                remedy: Phrase("请先查找，再从结果中选择", "search first and choose from what is found"))
        }
    }
}
