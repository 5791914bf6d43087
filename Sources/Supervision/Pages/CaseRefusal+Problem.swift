import Kernel
public import Web

extension CaseRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        switch self {
        case .notFound: Problem.notFound
        case .wrongRole, .merged, .overtaken, .wrongState, .stillStands, .alreadyHandedOver, .alreadyReported,
            .alreadyServed, .notServed, .tooLate:
            problemOfPlace
        case .choiceMissing, .dateMissing, .dateOutOfRange, .beyondTheLaw, .article:
            problemOfForm
        case .markTooLate, .hoursInDisorder, .hoursElsewhere, .windowMissing, .markRefused:
            problemOfMark
        case .marksOpen, .marksUndecided, .dataUndecided, .notResent:
            problemOfMarks
        case .conditionUnfit(let defect):
            refused(422, defect.phrase, defect.remedy, defect.field)
        case .provisional, .nothingToConfirm, .stillExceeding:
            problemOfExceedance
        case .noCertificate, .companionIsSelf, .companionUnknown, .sameOfficer:
            problemOfOfficers
        case .timeUnfit, .timeTooEarly, .faultLater, .noSubstitute, .recordLacks, .proofUnfit, .objected:
            problemOfRecord
        }
    }

    private var problemOfPlace: Problem {
        switch self {
        case .wrongRole(let needed):
            refused(
                403, Phrase("这一步由\(needed.phrase.zh)办理", "this step is taken by the \(needed.phrase.en)"),
                Phrase("请转相应人员办理", "leave it to the person in charge"))
        case .merged(let heir):
            refused(
                409,
                Phrase(
                    "本案已并入案件 \(heir?.documentNumber ?? "")",
                    "this case was merged into case \(heir?.documentNumber ?? "")"),
                Phrase("请在合并后的案件中办理；原有记录和证据均保留", "go on there; all that was written and filed here is kept"))
        case .overtaken(let state):
            refused(
                409,
                Phrase(
                    "提交前案件已被办理，现处于“\(state.phrase.zh)”",
                    "somebody was quicker: the case now stands at “\(state.phrase.en)”"),
                Phrase(
                    "请查看最新情况；同一表单无需再次提交，所填内容保留在页面上",
                    "look at what was done; the form need not be sent again, and what you wrote stands on the page"))
        case .wrongState(let action, let state):
            refused(
                409,
                Phrase(
                    "案件现处于“\(state.phrase.zh)”，不能“\(action.phrase.zh)”",
                    "the case stands at “\(state.phrase.en)”; “\(action.phrase.en)” does not start there"),
                Phrase("请按页面所示的下一步办理", "take the next step the page shows"))
        case .stillStands:
            refused(
                409, Phrase("该超标仍然成立，不能撤销案件", "the exceedance stands; its case cannot be dismissed"),
                Phrase("请按程序办理；数据更正使超标不成立后方可撤销", "go on by the procedure; only a withdrawn exceedance is dismissed"))
        case .alreadyHandedOver:
            refused(
                409, Phrase("本案已移送立案", "the case was handed over before"),
                Phrase("无需重复移送", "it need not be handed over again"))
        case .alreadyReported:
            refused(
                409, Phrase("本案的设备故障已报告", "the device fault was reported before"),
                Phrase("无需重复报告；修复后请报告修复", "it need not be reported again; report the repair when it is done"))
        case .alreadyServed:
            refused(
                409, Phrase("该责令改正的送达已记录", "the service of this order is recorded already"),
                Phrase("无需重复记录；送达情况见案件页面", "it need not be recorded again; the page of the case shows it"))
        case .notServed:
            refused(
                409, Phrase("责令改正尚未记录送达，不能复查", "the order was not served yet, so nothing can be re-checked"),
                Phrase(
                    "请先上传送达证明并记录送达；复查自送达之日起进行",
                    "file the proof and record the service first; the order counts from then"))
        case .tooLate:
            refused(
                409, Phrase("期限已过或已有待审批的申请，不能再申请延期", "the term is over, or a request is open already"),
                Phrase("请等待审批，或提交整改报告", "wait for the decision, or file the rectification report"))
        default: Problem.notFound
        }
    }

    private var problemOfForm: Problem {
        switch self {
        case .choiceMissing(let field):
            refused(
                422, Phrase("请选择一项", "choose one"),
                Phrase("请选择表单所列的一项", "choose one of those the form lists"), field)
        case .dateMissing(let field):
            refused(
                422, Phrase("请填写日期", "a date is needed"),
                Phrase("格式如 2026-11-23", "written like 2026-11-23"), field)
        case .dateOutOfRange(let field, let from, let to):
            refused(
                422, Phrase("日期不在允许范围内", "the date lies outside what is allowed"),
                from == to
                    ? Phrase("只能填写 \(from)", "give \(from), the only day possible")
                    : Phrase("请填写 \(from) 至 \(to) 之间的日期", "give a day from \(from) to \(to)"), field)
        case .beyondTheLaw(let field, let last):
            refused(
                422, Phrase("期限超出规定", "the term is longer than the rules allow"),
                Phrase("最迟为 \(last)", "the last possible day is \(last)"), field)
        case .article(let defect, let proposed):
            refused(422, defect.phrase, defect.remedy(proposed: proposed), NamedArticle.field)
        default: Problem.notFound
        }
    }

    private var problemOfMark: Problem {
        switch self {
        case .markTooLate(let until):
            refused(
                409,
                Phrase(
                    "该日的标记已于 \(until.termText) 截止",
                    "the marks of that day were closed at \(until.termText)"),
                Phrase(
                    "请在反馈或证据中说明情况；执法人员定性为“标记错误”后可更正标记",
                    "tell what happened in the answer or as evidence; once an officer finds the mark wrong, it can be "
                        + "corrected"), "first_day")
        case .hoursInDisorder:
            refused(
                422, Phrase("结束小时早于开始小时", "the last hour lies before the first"),
                Phrase("请更正时段", "correct the hours"), "last_hour")
        case .hoursElsewhere(let from, let to):
            refused(
                422, Phrase("所填时段与本案超标时段不符", "these hours are not those of the case"),
                Phrase(
                    "本案超标时段为 \(from.civil.minuteText) 至 \(to.civil.minuteText)；其他时段请在排放口的标记页标记",
                    "the case is about \(from.civil.minuteText) to \(to.civil.minuteText); mark other hours on the "
                        + "outlet's page of marks"), "first_hour")
        case .windowMissing:
            refused(
                422, Phrase("启动、停运须选择启停类型", "starting or stopping needs its kind"),
                Phrase(
                    "请选择与本排放口相符的类型；都不相符请选“未列入”，所标时段照常判定",
                    "choose the kind of this source; if none fits choose “not listed”, and the hours are judged"),
                "window")
        case .markRefused(let status, let rule, let field, let what, let remedy):
            Problem(status: status, rule: rule, field: field, what: what, remedy: remedy)
        default: Problem.notFound
        }
    }

    private var problemOfExceedance: Problem {
        switch self {
        case .provisional(let until):
            refused(
                409,
                Phrase(
                    "企业可标记至 \(until.termText)，暂不能定性，也不能拒绝采信新数据",
                    "the enterprise may mark these hours until \(until.termText)"),
                Phrase(
                    "请在此之后办理，或请企业在排放口的标记页声明无需标记",
                    "do it then, or ask the enterprise to state on the outlet's page of marks that there is none"))
        case .nothingToConfirm:
            refused(
                409, Phrase("该超标已不成立，不能定性为真超标", "the exceedance no longer stands; it cannot be a true one"),
                Phrase(
                    "标记不属实的请选择撤销企业标记；否则由市局撤销案件并说明理由",
                    "set the marks aside if they are wrong; else the city bureau dismisses the case with a reason"),
                "qualification")
        case .stillExceeding(let byDays):
            refused(
                409, Phrase("该排放口仍在超标，尚不能复查合格或销号", "the outlet still exceeds; it cannot be found right or closed"),
                byDays
                    ? Phrase("请待日均值恢复达标后再办理", "take this step when the mean of a day complies again")
                    : Phrase("请待小时值恢复达标后再办理", "take this step when an hour complies again"))
        default: Problem.notFound
        }
    }

    private var problemOfOfficers: Problem {
        switch self {
        case .noCertificate(let name, let day, let field):
            refused(
                422, Phrase("\(name) 在 \(day) 没有有效的执法证", "\(name) has no valid certificate on \(day)"),
                Phrase(
                    "请由持有有效执法证的人员办理；证件有误请联系系统管理员",
                    "an officer with a valid certificate takes the step; the administrator corrects the register"),
                field)
        case .companionIsSelf:
            refused(
                422, Phrase("同行执法人员不能是本人", "the second officer cannot be yourself"),
                Phrase("请选择另一名执法人员", "choose another officer"), "companion")
        case .companionUnknown:
            refused(
                422, Phrase("同行执法人员不在本辖区名册中", "the second officer is not in the register of this region"),
                Phrase("请从名册中选择", "choose one of those listed"), "companion")
        case .sameOfficer(byChange: false):
            refused(
                409, Phrase("复查、确认或定性人员不得销号本案", "whoever re-checked, confirmed or qualified may not close the case"),
                Phrase("请由另一名执法人员销号", "another officer closes it"))
        case .sameOfficer:
            refused(
                409,
                Phrase(
                    "改动所涉限值或规则采用的人员不得撤销本案",
                    "whoever changed the limit or the rule's adoption may not dismiss the case"),
                Phrase("请由市局另一名执法人员撤销", "another officer of the city dismisses it"))
        default: Problem.notFound
        }
    }

    private func refused(
        _ status: Int, _ what: Phrase, _ remedy: Phrase, _ field: String? = nil
    ) -> Problem {
        Problem(status: status, rule: rule.rawValue, field: field, what: what, remedy: remedy)
    }
}
