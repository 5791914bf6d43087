import Kernel
import Web

/// What somebody new to the demonstration may try, as whom, and where it begins.
enum DemoTour {
    /// The stops of a city.
    ///
    /// - Parameter began: When a whole city was made; nil for a smaller one, which has fewer stops.
    static func stops(ofWholeCityMade began: Instant?) -> [Demonstration.Stop] {
        [
            desk, officer(began), branch, began.map { _ in newArea }, enterprise, began.map { _ in furnace }, approver,
            leadUnit, leadingGroup,
            policyOffice, bank, institution, administrator, security, audit,
        ].compactMap(\.self)
    }

    private static let desk = stop(
        "P-CITY-2", "值班：刚才发生了什么？", "Duty desk: what just happened?",
        [
            (
                "/desk", "看全市实时状态；先复制上面那行命令，在终端运行，几秒内出现新的超标",
                "Watch the city; copy the line above, run it in a terminal, see an exceedance within seconds"
            ),
            ("/desk?region=330603", "点一个区县，只看柯桥", "Choose a district: Keqiao alone"),
            ("/states", "哪些监测设备没有可用数据，轮到谁处理", "Which monitors yield no usable values, and whose move it is"),
        ])

    private static func officer(_ began: Instant?) -> Demonstration.Stop {
        let always = [
            (
                "/cases?state=all", "打开一个案件：每一步由谁、按哪条时限办理，打印文书",
                "Open a case: whose step is next by which term; print its documents"
            ),
            ("/cases/statistics", "各环节用时、逾期、误报", "Time to each step, overdue, false warnings"),
            (
                "/suspicions", "哪条曲线像是编的？看证据、误报率和判定步骤",
                "Which curve looks made up? The evidence, the rate of false alarms, the steps"
            ),
        ]
        let beyond = began.map { began in
            [
                (
                    "/outlets/E0032-DA001/computed", "设备折算值与按基准含氧量的复算为何不同",
                    "Why this device's converted values are not what reference oxygen gives"
                ),
                (
                    "/outlets/E0058-DA001/furnace/\(DemoPlaceStory.coldDay(startedAt: began))", "垃圾焚烧炉炉膛温度：哪一天低于 850 ℃",
                    "Furnace of a waste incinerator: on which day it fell below 850 °C"
                ),
            ]
        }
        return stop(
            "P-CITY-1", "市局执法人员：全市哪些事到期、哪些数据不可信？",
            "City officer: what is late in the city, and which values are not to be believed?",
            always + (beyond ?? []))
    }

    private static let branch = stop(
        "P-BRANCH-2", "分局执法人员：哪些归我，哪些要逾期？", "Branch officer: what is mine, what is late?",
        [
            (
                "/todo", "按时限排列的待办；现场核查须两名持证人员",
                "What is mine, by its clock; a check on site takes two officers with certificates"
            ),
            ("/cases?state=accepted", "已签收、等待现场核查的案件", "Cases taken over that wait for a check on site"),
            ("/devices", "辖区数采仪是否健康", "Whether the district's data loggers are well"),
        ])

    private static let newArea = stop(
        "P-BINHAI-1", "滨海新区环保办：新区里哪些归我？", "Office of Binhai New Area: what is mine in it?",
        [
            ("/todo", "新区内的待办，不论企业登记在哪个区", "What is mine in the area, whichever district a firm stands in"),
            ("/cases?state=all", "新区的案件", "The area's cases"),
            ("/states?standing=all", "新区内哪些监测设备没有可用数据", "Monitors in the area that yield no usable values"),
        ])

    private static let enterprise = stop(
        "P-FIRM-02", "企业环保负责人：我合规吗，下一步做什么？",
        "Enterprise manager: am I in order, and what must I do next?",
        [
            ("/", "一企一档：报告设备修复并上传证据，得到回执", "Own file: report a repair with evidence and get a receipt"),
            (
                "/outlets/E0002-DA001/marks", "标记数据：次日 12:00 前可标，首次标记永久保留",
                "Mark hours until noon of the next day; the first mark is kept for ever"
            ),
            (
                "/outlets/E0002-DW001?factor=w01018", "废水 COD 日均值与许可限值",
                "Daily COD of its waste water beside the permit's limit"
            ),
        ])

    private static let furnace = stop(
        "P-FIRM-58", "垃圾焚烧厂负责人：五项日均值和炉温达标吗？",
        "Manager of a waste incinerator: are daily means and furnace in order?",
        [
            ("/", "本企业的案件和待办", "The plant's own cases and duties"),
            (
                "/outlets/E0058-DA001/days", "五项污染物近30日日均值与炉温超低次数，点数值看怎样得出",
                "Daily means of five pollutants and the furnace's low readings, each with how it comes about"
            ),
            (
                "/outlets/E0058-DA001", "1号焚烧炉烟囱：限值、超标事件、炉温曲线",
                "Stack of furnace 1: limits, exceedances, the furnace's curve"
            ),
        ])

    private static let approver = stop(
        "P-CITY-1", "审批人员：这里能不能建，走哪条路径？", "Approver: may this be built here, and by which route?",
        [
            ("/register/parks", "园区及其企业", "The parks and the firms in them"),
            ("/enterprises", "同一地方已有哪些企业、什么行业", "Which firms and trades a place already has"),
            ("/register/enterprise/E0001", "一家企业的登记信息及每次更改", "One firm's entry and each change of it"),
        ],
        later: Phrase("选址红线、准入结论与条款依据、审批时限", "the site's outline, the verdict with its clauses, the clock"))

    private static let leadUnit = stop(
        "P-LEAD", "牵头单位：我们承诺了什么，进展如何？", "Lead unit: what did we promise, where do we stand?",
        [
            ("/governance/mine", "牵头的任务、应报月报和逾期", "The tasks it leads, reports due and overdue"),
            ("/policy/indicators/ENERGY_CUT", "填报指标：一次更正照样可见", "File an indicator; a correction stays in sight"),
            (
                "/governance/SZBF-2020-19/tasks/25", "月报被退回：补充后重报", "A returned report: mend it and report again"
            ),
            ("/governance/pool", "储备项目：阶段、资金来源和缺口", "The reserve pool: stages, sources of money, the gap"),
        ])

    private static let leadingGroup = stop(
        "P-GROUP", "领导小组：70项任务推进得怎样？", "Leading group: how do the 70 tasks go?",
        [
            ("/governance", "进度灯、逾期单位、指标与目标、双指标、项目投资", "Lights, who is late, indicators, the dual index, money"),
            ("/governance/ranking", "督查通报：各单位得分、红灯和逾期", "The ranking: each unit's score, red lights and what is late"),
            ("/governance/scores", "双指标象限和评价，点分数看依据", "The quadrant and the evaluations; a score shows its facts"),
            ("/governance/analyses", "季度形势分析和年度报告，可打印", "Reports of the quarter and the year, to be printed"),
            ("/policy", "政策点名的机制，哪些已经建成", "Which of the mechanisms that the policy names work by now"),
        ])

    private static let policyOffice = stop(
        "P-CITY-2", "主管办公室：哪些月报等我审核？", "The office: which reports wait for a review?",
        [
            ("/governance/reviews", "审核月报；自己填报的由他人审核", "Review reports; never one's own"),
            ("/governance/voice", "答复公众评价，限五个工作日", "Answer public feedback within five working days"),
            ("/governance/directives", "督查通知和会议纪要：答复、验收", "Inspection notices and minutes: answers and acceptance"),
        ])

    private static let bank = stop(
        "P-BANK", "银行：这家企业可靠吗？", "Bank: may I rely on this firm?",
        [
            ("/standing", "查找企业，出具一份带编号的查询单", "Search an enterprise and take a numbered sheet"),
            ("/public/sheets", "任何人都能验证查询单编号", "Anybody can check the number of a sheet"),
            ("/public/outlets", "公开的监测数据和限值", "The public values beside their limits"),
        ],
        later: Phrase(
            "信用评价；扫环保码看颜色、有效期、理由和签名",
            "the credit rating; scan the code: colour, validity, reasons, signature"))

    private static let institution = stop(
        "P-LAB", "服务机构、专家：谁需要我，我的评价如何？", "Service institution: who needs me, how am I rated?",
        [
            ("/start", "首页：今天能做什么，什么随服务市场上线", "The first page: what there is today, and what the market will bring"),
            (
                "/public/outlets?standing=marked", "谁可能需要我：哪些排放口的设备带故障、维护标记",
                "Who may need me: outlets whose devices say fault or maintenance"
            ),
            (
                "/policy/SZBF-2020-19/articles/18", "政策对技术服务市场的承诺，哪些已经能用",
                "What the policy promises the market of services, and what of it works"
            ),
            ("/voice", "评价一项政府服务，凭回执看答复", "Say how you find a service of the office; see the answer"),
        ],
        later: Phrase(
            "需求、订单、上门记录和评分随环保技术服务市场上线",
            "requests, orders, visits and the score with what moved it come with the market of services"))

    private static let administrator = stop(
        "P-ADMIN", "系统管理员：设备和报文接得上吗？", "Administrator: do devices and frames come through?",
        [
            ("/quarantine", "无法读取的报文为什么被隔离，怎样恢复", "Why stretches of bytes were set aside, and how to take them back"),
            ("/registrations", "一台新数采仪等待分配编号", "A new data logger waits for its number"),
            ("/people", "人员、单位与离岗移交", "People, organisations, and hand-over when somebody leaves"),
        ])

    private static let security = stop(
        "P-SECURITY", "安全管理员：谁能做什么？", "Security administrator: who may do what?",
        [
            ("/people/P-BRANCH-1", "一名人员的角色、会话和双因素认证", "One person's roles, sessions and second factor"),
            ("/tokens", "给一个程序发放只读令牌，限定一个区县，随时注销", "Make a token that reads one district; revoke it at any time"),
            ("/resets", "重置密码须两名管理员确认", "Resets of passwords, which take two administrators"),
        ])

    private static let audit = stop(
        "P-AUDIT", "审计管理员：谁做过什么？", "Audit administrator: who did what?",
        [
            ("/audit", "每一次提交：谁、何时、从哪里、结果如何", "Every form sent: who, when, from where, and what came of it"),
            ("/audit/journal", "日志：什么人写下了什么事实", "The journal: who wrote which fact"),
        ])

    /// What needs nobody.
    static let doors: [Demonstration.Door] = [
        Demonstration.Door(
            path: "/public/outlets",
            what: Phrase("各排放口最近的数据与限值", "The newest values beside their limits")),
        Demonstration.Door(
            path: "/policy/tasks", what: Phrase("政策承诺的任务和进度灯", "What the policy promises, and its lights")),
        Demonstration.Door(
            path: "/policy/projects",
            what: Phrase("重点项目在哪里，钱花到哪一步", "Where the key projects lie, and how far their money went")),
        Demonstration.Door(
            path: "/policy/surveys",
            what: Phrase("公众满意度：各区县得分和误差", "Satisfaction by district, with its margin of error")),
        Demonstration.Door(
            path: "/voice", what: Phrase("评价一项服务，凭回执看答复", "Say how you find a service; see the answer")),
        Demonstration.Door(
            path: "/openapi.json", what: Phrase("程序：全部接口的说明", "Programs: the description of every interface")),
    ]

    private static func stop(
        _ person: String, _ zh: String, _ en: String, _ tries: [(path: String, zh: String, en: String)],
        later: Phrase? = nil
    ) -> Demonstration.Stop {
        Demonstration.Stop(
            person: PersonID(checked: person), question: Phrase(zh, en),
            tries: tries.map { Demonstration.Door(path: $0.path, what: Phrase($0.zh, $0.en)) }, later: later)
    }
}
