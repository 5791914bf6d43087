import Access
import Kernel

/// The first page of a lead unit, an institution or a bank: what there is for them today, and what will come.
struct WelcomePage: Page {
    static let template = "Web/WelcomePage"

    let name: String
    let organisation: Organisation?
    /// Where their day begins, if it is elsewhere.
    var home: String?

    /// The leading group is an organisation of the lead units' kind without tasks of its own.
    private var isLeadingGroup: Bool { organisation?.kind == .leadUnit && home == "/governance" }

    struct Content: Encodable {
        let organisation: String?
        let kind: String?
        let today: [String]
        /// What the organisation's own work here waits for; nil when it can be done today.
        let waitsFor: Phrase?
        let later: [Phrase]
    }

    func title(_ language: Language) -> String {
        organisation?.name ?? Phrase("您好，\(name)", "Welcome, \(name)")(language)
    }

    var content: Content {
        Content(
            organisation: organisation?.id.text, kind: organisation?.kind.rawValue,
            today: today.map(\.path), waitsFor: waitsFor, later: later)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "question": question(language),
            "isWaiting": waitsFor != nil, "waitsFor": waitsFor?(language) ?? "",
            "today": today.map {
                ["path": $0.path, "word": $0.word(language), "what": $0.what(language)]
            },
            "hasLater": !later.isEmpty, "later": later.map { $0(language) },
        ]
    }

    private var today: [(path: String, word: Phrase, what: Phrase)] {
        switch organisation?.kind {
        case .leadUnit where isLeadingGroup:
            Self.ofTheLeadingGroup + Self.ofLeadUnits.dropFirst(2).dropLast() + Self.ofEverybody
        case .leadUnit: Self.ofLeadUnits + Self.ofEverybody
        case .bank: Self.ofBanks + Self.ofEverybody
        case .institution: Self.ofInstitutions + Self.ofEverybody.filter { $0.path == "/account" }
        case .cityBureau, .branch, .areaOffice, .enterprise, nil: Self.ofEverybody
        }
    }

    private static let ofTheLeadingGroup: [(path: String, word: Phrase, what: Phrase)] = [
        (
            "/governance", Phrase("政策推进", "The policy's progress"),
            Phrase("全部任务的进度灯、逾期单位、重点项目", "the lights of all tasks, who is late, the key projects")
        ),
        (
            "/policy/indicators", Phrase("政策指标", "Indicators"),
            Phrase("每项指标的目标和现状", "each indicator with its goal and where it stands")
        ),
        (
            "/governance/scores", Phrase("双指标和综合评价", "The dual index and evaluations"),
            Phrase("环境和经济各得几分，为什么", "how environment and economy score, and why")
        ),
        (
            "/governance/ranking", Phrase("区县排名", "Ranking of districts"),
            Phrase("各区县的得分和差距", "how districts score, and how far apart they are")
        ),
    ]

    /// The first two and the last are of those who have tasks.
    private static let ofLeadUnits: [(path: String, word: Phrase, what: Phrase)] = [
        (
            "/governance/mine", Phrase("本单位任务", "My unit's tasks"),
            Phrase("每项任务的进度灯、应报月报和逾期", "each task with its light, the reports that are due, and what is late")
        ),
        (
            "/governance", Phrase("政策推进", "The policy's progress"),
            Phrase("全部任务的进度灯、逾期单位、重点项目", "the lights of all tasks, who is late, the key projects")
        ),
        (
            "/governance/ranking", Phrase("督查通报", "Ranking of lead units"),
            Phrase("各单位得分、红灯、逾期月报和逾期事项", "each unit's score, red lights, overdue reports and items")
        ),
        (
            "/governance/scores", Phrase("评价和双指标", "Evaluations and the dual index"),
            Phrase("区县和单位得分，环境与经济的象限图", "districts and units by their scores; environment beside economy")
        ),
        (
            "/governance/directives", Phrase("督查通知和会议纪要", "Inspection notices and minutes"),
            Phrase("要求本单位办理的事项、时限和答复", "what the unit is to do, until when, and its answers")
        ),
        (
            "/governance/analyses", Phrase("环保经济形势分析", "Environment and economy"),
            Phrase("季度和年度报告", "the reports on quarters and years")
        ),
        (
            "/policy/projects", Phrase("重点项目", "Key projects"),
            Phrase("投资、进度、要素需求、困难问题和照片", "money, progress, land and quotas, obstacles and photos")
        ),
        (
            "/governance/pool", Phrase("项目储备库", "Reserve of projects"),
            Phrase("储备、成熟、申报、在建、投运和资金缺口", "stages from reserve to running, and the gap in money")
        ),
        (
            "/governance/funds", Phrase("专项资金", "Funds"),
            Phrase("预算、分配、使用和余额", "budgets, allocations, uses and what is left")
        ),
        (
            "/governance/import", Phrase("导入表格", "Import tables"),
            Phrase("指标数值、月报和储备项目，逐行检查", "values, reports and projects, each line checked")
        ),
    ]

    private static let ofBanks: [(path: String, word: Phrase, what: Phrase)] = [
        (
            "/standing", Phrase("企业信息查询", "How an enterprise stands"),
            Phrase("一个搜索框；带编号、可验证、可打印的查询单", "one search box; a numbered sheet that can be checked and printed")
        ),
        (
            "/public/sheets", Phrase("查询单验证", "Check a sheet"),
            Phrase("输入编号，看今天是否仍是这样", "type its number: whether it says the same today")
        ),
    ]

    private static let ofInstitutions: [(path: String, word: Phrase, what: Phrase)] = [
        (
            "/public/outlets?standing=marked", Phrase("哪里可能需要服务", "Where service may be needed"),
            Phrase(
                "公开数据里设备带故障、维护、校准等标记的排放口",
                "outlets whose devices mark their public values: a fault, maintenance, calibration")
        ),
        (
            "/public/outlets?standing=silent", Phrase("哪里没有新数据", "Where values stopped coming"),
            Phrase("有限值的因子没有数据或不再更新的排放口", "outlets where a limited factor has no value, or no new one")
        ),
        (
            "/policy", Phrase("技术服务市场的承诺", "What services were promised"),
            Phrase(
                "第十八条：第三方治理、环保管家、机构考核和退出，每项写明能否使用",
                "article 18: treatment by third parties, advisers, how services are judged; each says if it works")
        ),
        (
            "/voice", Phrase("评价政府服务", "Say how you find the office's services"),
            Phrase("不留姓名，凭回执看答复，限五个工作日", "without your name; the receipt shows the answer within five working days")
        ),
    ]

    private static let ofEverybody: [(path: String, word: Phrase, what: Phrase)] = [
        (
            "/policy", Phrase("政策与落实", "The policy and what came of it"),
            Phrase("政策承诺了什么，哪些已经能用", "what it promised, and what of it works by now")
        ),
        (
            "/public/outlets", Phrase("公开的监测数据", "Public monitoring values"),
            Phrase("各排放口最近的数据和限值，公众也能看", "the newest values beside their limits, as anybody may see them")
        ),
        (
            "/account", Phrase("我的账号", "My account"),
            Phrase("密码、双因素认证、会话和令牌", "password, second factor, sessions and tokens")
        ),
    ]

    private var question: Phrase {
        switch organisation?.kind {
        case .bank: Phrase("这家企业可靠吗？", "May I rely on this firm?")
        case .leadUnit where isLeadingGroup:
            Phrase("城市环境在变好吗，企业得到帮助了吗？", "Is the city getting better, and is business helped?")
        case .leadUnit: Phrase("我们承诺了什么，进展如何？", "What did we promise, and where do we stand?")
        case .institution: Phrase("谁需要我，我的评价如何？", "Who needs me, and how am I rated?")
        case .cityBureau, .branch, .areaOffice, .enterprise, nil: Phrase("今天能做什么？", "What can I do today?")
        }
    }

    /// Why an institution cannot do its own work here yet.
    private var waitsFor: Phrase? {
        guard organisation?.kind == .institution else { return nil }
        return Phrase(
            "接需求、接订单、登记上门服务和被评价都随环保技术服务市场上线。该市场尚未建成，贵机构今天只能查看下面各项，还不能接单。",
            """
            Requests, orders, visits and ratings come with the market of environmental services. It is not built yet: \
            today there is what stands below, and no order can be taken.
            """)
    }

    private var later: [Phrase] {
        switch organisation?.kind {
        case .bank:
            [
                Phrase("企业环境信用评价", "the credit rating of enterprises"),
                Phrase("扫企业的环保码：颜色和有效期", "scan a firm's environment code: its colour and how long it holds"),
                Phrase("按类别列出的理由", "the reasons, by group"),
                Phrase("签名是否有效", "whether the signature is valid"),
            ]
        case .institution:
            [
                Phrase("企业的需求和订单", "requests and orders of firms"),
                Phrase("上门服务记录", "visits"),
                Phrase("评分及其变动原因", "the score, and what moved it"),
            ]
        case .leadUnit, .cityBureau, .branch, .areaOffice, .enterprise, nil: []
        }
    }
}
