public import Access
import Kernel

extension AccessRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        let (status, field, what, remedy) = words
        return Problem(status: status, rule: "ACC-\(code)", field: field, what: what, remedy: remedy)
    }

    private var code: String {
        switch self {
        case .unknownPerson: "PERSON"
        case .hasLeft: "LEFT"
        case .oneself: "ONESELF"
        case .otherAdministration: "THREE"
        case .sameName: "SAME-NAME"
        case .lastAdministrator: "LAST"
        case .entryNeeded: "ENTRY"
        case .confirmationNeeded: "CONFIRM"
        case .otherKindNeeded: "OTHER-KIND"
        case .noReset: "RESET"
        case .roleElsewhere: "ROLE"
        case .noOrganisation: "NO-ORGANISATION"
        case .unknownOrganisation: "ORGANISATION"
        case .sameOrganisation: "ORGANISATION-SAME"
        case .organisationTaken: "ORGANISATION-TAKEN"
        case .organisationName: "NAME"
        case .regionNeeded: "REGION"
        case .enterpriseOnly: "ENTERPRISE"
        case .unknownEnterprise: "ENTERPRISE-UNKNOWN"
        case .loginTaken: "LOGIN-TAKEN"
        case .successorNeeded: "SUCCESSOR-NEEDED"
        case .successorUnfit: "SUCCESSOR"
        case .successorElsewhere: "SUCCESSOR-ELSEWHERE"
        case .wrongCode: "CODE"
        case .noSecondFactor: "NO-FACTOR"
        case .alreadyEnrolled: "ENROLLED"
        case .wrongPassword: "PASSWORD"
        case .samePassword: "PASSWORD-SAME"
        case .passwordsDiffer: "PASSWORD-TWICE"
        case .unknownSession: "SESSION"
        case .unknownToken: "TOKEN-UNKNOWN"
        case .tokenTooFar: "TOKEN-REACH"
        case .unknownNarrowing: "TOKEN-NARROWING"
        case .narrowingUnseen: "TOKEN-NARROWING-SEEN"
        case .tokenLife: "TOKEN-LIFE"
        }
    }

    private typealias Words = (status: Int, field: String?, what: Phrase, remedy: Phrase)

    private var words: Words {
        switch self {
        case .unknownPerson, .hasLeft, .oneself, .otherAdministration, .sameName, .lastAdministrator, .loginTaken,
            .successorNeeded, .successorUnfit, .successorElsewhere:
            wordsOfPeople
        case .entryNeeded, .confirmationNeeded, .otherKindNeeded, .noReset: wordsOfAdministrators
        case .roleElsewhere, .noOrganisation, .unknownOrganisation, .sameOrganisation, .organisationTaken,
            .organisationName, .regionNeeded, .enterpriseOnly, .unknownEnterprise:
            wordsOfOrganisations
        case .wrongCode, .noSecondFactor, .alreadyEnrolled, .wrongPassword, .samePassword, .passwordsDiffer,
            .unknownSession, .unknownToken, .tokenTooFar, .unknownNarrowing,
            .narrowingUnseen, .tokenLife:
            wordsOfProofs
        }
    }

    private var wordsOfPeople: Words {
        switch self {
        case .hasLeft:
            (
                409, nil, Phrase("此人已离岗", "this person has left"),
                Phrase("离岗后不能再变更；返岗请新建人员", "nothing changes afterwards; enter somebody who returns anew")
            )
        case .oneself:
            (
                403, nil, Phrase("不能对自己进行此操作", "nobody does this for themselves"),
                Phrase("请由另一位管理员办理", "ask another administrator")
            )
        case .otherAdministration:
            (
                409, "role",
                Phrase("系统、安全、审计管理员不得由同一人担任", "nobody administers two of system, security and audit"),
                Phrase("请选择另一位人员", "choose somebody else")
            )
        case .sameName:
            (
                409, "role",
                Phrase("已有同名人员担任管理员", "somebody of this name administers something already"),
                Phrase("确为不同人员时，请在姓名后加以区分", "if they are two people, write their names differently")
            )
        case .lastAdministrator:
            (
                409, nil, Phrase("这是最后一位此类管理员", "this is the last administrator of this kind"),
                Phrase("请先授权接任的管理员", "grant the role to somebody else first")
            )
        case .loginTaken:
            (
                409, "login", Phrase("登录名已被使用", "somebody signs in with this login"),
                Phrase("请换一个登录名", "choose another one")
            )
        case .successorNeeded:
            (
                409, "successor",
                Phrase("此人有未完成的任务，且该岗位没有其他人", "there are open duties and nobody else at this post"),
                Phrase("请先增加同岗位人员并指定接手人", "enter somebody at the same post and name them as successor")
            )
        case .successorUnfit:
            (
                422, "successor", Phrase("接手人须为同一岗位的在岗人员", "the successor must be active at the same post"),
                Phrase("请从名单中选择", "choose one of those listed")
            )
        case .successorElsewhere:
            (
                422, "successor",
                Phrase(
                    "此人是政策任务责任人，接手人须为同一单位人员",
                    "this person answers for tasks of a policy: the successor must be of the same organisation"),
                Phrase(
                    "请选择同一单位人员；没有的，不选接手人，由主管办公室另定责任人",
                    "choose somebody of the same organisation, or nobody: then the office names somebody"
                )
            )
        default:
            // Of the ten that `words` sends here, the others are above.
            (
                404, "person", Phrase("没有这个人员", "nobody is known by this code"),
                Phrase("请从名单中选择", "choose one of those listed")
            )
        }
    }

    private var wordsOfAdministrators: Words {
        switch self {
        case .entryNeeded:
            (
                409, "role",
                Phrase("此人未由系统管理员登记为该管理员", "the system administrator did not enter this person for it"),
                Phrase("请由系统管理员以该角色登记人员后再授权", "have the person entered with this role, then grant it")
            )
        case .confirmationNeeded:
            (
                409, nil, Phrase("重置管理员须由另一类管理员确认", "another administrator must confirm this reset"),
                Phrase("请提出重置申请，由系统或审计管理员确认", "ask for it; the system or audit administrator confirms")
            )
        case .otherKindNeeded:
            (
                403, nil, Phrase("须由另一类管理员确认", "an administrator of another kind confirms"),
                Phrase("请由系统管理员或审计管理员办理", "ask the system or the audit administrator")
            )
        default:
            // Of the four that `words` sends here, the others are above.
            (
                409, nil, Phrase("没有待确认的重置，或已失效、已处理", "no such reset waits, or it lapsed or was settled"),
                Phrase("请查看“待确认的重置”；仍需要时由安全管理员重新申请", "look at the resets that wait; ask anew if it is needed")
            )
        }
    }

    private var wordsOfOrganisations: Words {
        switch self {
        case .roleElsewhere:
            (
                422, "role", Phrase("该单位没有这个角色", "this organisation has no such role"),
                Phrase("请选择与单位类型相符的角色", "choose a role that fits the kind of organisation")
            )
        case .noOrganisation:
            (
                409, nil, Phrase("此人尚未登记所属单位", "this person belongs to no organisation yet"),
                Phrase("请由系统管理员办理离岗后重新登记", "the system administrator enters the person anew")
            )
        case .sameOrganisation:
            (
                422, "organisation", Phrase("此人已在该单位", "the person works there already"),
                Phrase(
                    "请选择另一单位；同单位换角色由安全管理员授予",
                    "choose another one; within it the security administrator grants roles")
            )
        case .organisationTaken:
            (
                409, "organisation", Phrase("单位编号或名称已登记", "the code or the name is registered"),
                Phrase("请核对编号和名称", "check both")
            )
        case .organisationName:
            (
                422, "name", Phrase("名称为空、过长或含有不可见字符", "the name is empty, too long or holds invisible characters"),
                Phrase("姓名 1 至 40 字，单位名称和用途 1 至 80 字", "1 to 40 characters for a person, 1 to 80 otherwise")
            )
        case .regionNeeded:
            (
                422, "region", Phrase("分局和新区办须登记所在区域", "branches and area offices need a region"),
                Phrase("请填写行政区划代码", "give the region's code")
            )
        case .enterpriseOnly:
            (
                422, "enterprise",
                Phrase("企业须登记污染源库编号，其他单位不填", "enterprises name their entry in the register, others none"),
                Phrase("请核对单位类型和企业编号", "check the kind and the enterprise's code")
            )
        case .unknownEnterprise:
            (
                422, "enterprise", Phrase("污染源库没有这家企业", "the register has no such enterprise"),
                Phrase("请从提示中选取企业编号；新企业须先登记", "choose a code that is offered; enter a new enterprise first")
            )
        default:
            // Of the nine that `words` sends here, the others are above.
            (
                404, "organisation", Phrase("没有这个单位", "there is no such organisation"),
                Phrase("请先登记单位", "enter the organisation first")
            )
        }
    }

    private var wordsOfProofs: Words {
        switch self {
        case .wrongCode:
            (
                422, "code", Phrase("验证码不正确或已过期", "the code is wrong or too old"),
                Phrase("请输入验证器此刻显示的六位数字，并核对手机时间", "type the six digits shown now; check the phone's clock")
            )
        case .noSecondFactor:
            (
                409, nil, Phrase("没有可处理的双因素认证", "there is no second factor"),
                Phrase("请先绑定验证器", "enrol one first")
            )
        case .alreadyEnrolled:
            (
                409, nil, Phrase("已启用双因素认证", "a second factor is enrolled already"),
                Phrase("更换手机请由安全管理员重置", "the security administrator resets it for a new phone")
            )
        case .wrongPassword:
            (
                422, "present", Phrase("当前密码不正确", "the present password is wrong"),
                Phrase("请重新输入", "type it again")
            )
        case .samePassword:
            (
                422, "fresh", Phrase("新密码与当前密码相同", "the new password is the present one"),
                Phrase("请设置不同的密码", "choose another one")
            )
        case .passwordsDiffer:
            (
                422, "again", Phrase("两次输入的新密码不一致", "the two new passwords are not the same"),
                Phrase("请重新输入", "type them again")
            )
        case .unknownSession:
            (
                404, nil, Phrase("没有这个会话", "there is no such session"),
                Phrase("它可能已经结束，请刷新列表", "it may be over; load the list again")
            )
        case .tokenTooFar:
            (
                422, "reach", Phrase("令牌权限不得超出本人", "a token reaches no further than its owner"),
                Phrase("管理员的令牌只能读取：请选择只读", "an administrator's token only reads: choose read")
            )
        case .unknownNarrowing:
            (
                422, "narrowing", Phrase("没有这个区域或企业", "the region or enterprise is none of this city"),
                Phrase("请核对代码：区域如 330602，企业如 E0001", "check the code: a region like 330602, an enterprise like E0001")
            )
        case .narrowingUnseen:
            (
                422, "narrowing",
                Phrase("所有人看不到这个区域或企业的数据", "the owner sees nothing of this region or enterprise"),
                Phrase("请改选其可见的区域或企业，或留空", "choose one that the owner sees, or leave it empty")
            )
        case .tokenLife:
            (
                422, "days", Phrase("令牌有效期须为 1 至 366 天", "a token lives 1 to 366 days"),
                Phrase("请改正天数", "correct the days")
            )
        default:
            // Of the twelve that `words` sends here, the others are above.
            (
                404, "token", Phrase("没有这个有效令牌", "no token of this code counts"),
                Phrase("请从列表中选择", "choose one of those listed")
            )
        }
    }
}

extension AdmissionRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        switch self {
        case .alreadyAdmitted: AccessRefusal.loginTaken.problem
        case .password(let refusal):
            Problem(
                status: 422, rule: "ACC-PASSWORD-RULE", field: "fresh", what: refusal.phrase,
                remedy: Phrase(
                    "密码 12 至 128 位，至少 5 个不同字符，不含登录名，不由常见词、键盘顺序和连续数字拼成",
                    "12 to 128 characters, at least 5 different ones, without the login, not made of common words, "
                        + "rows of keys and counted digits"))
        }
    }
}

extension PasswordRule.Refusal {
    /// The refusal in words.
    var phrase: Phrase {
        switch self {
        case .tooShort: Phrase("密码少于 12 位", "the password has fewer than 12 characters")
        case .tooLong: Phrase("密码超过 128 位", "the password has more than 128 characters")
        case .tooUniform: Phrase("密码中不同字符少于 5 个", "the password has fewer than 5 different characters")
        case .containsLogin: Phrase("密码包含登录名", "the login stands in the password")
        case .tooCommon:
            Phrase("密码由常见词、键盘顺序或连续数字拼成", "the password is made of common words, rows of keys or counted digits")
        }
    }
}
