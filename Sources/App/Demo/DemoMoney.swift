import Governance
import Kernel
import Persistence
import Registry

/// Invented needs and places of projects, a reserve pool and books of funds; each text that was made up says 示例.
struct DemoMoney: Sendable {
    let platform: Platform
    /// The end of the past.
    let now: Instant
    let people: [String: PersonID]
    let office: PersonID

    private static let policy = PolicyCode(checked: "SZBF-2020-19")

    /// A need: the project, its unit, what, how much, who grants it, asked and granted how many days ago.
    private static let needs:
        [(
            project: Int, unit: String, sort: ProjectNeedSort, what: String, amount: String, owner: String,
            asked: Int64,
            granted: Int64?
        )] = [
            (6, "上虞区政府", .land, "废盐填埋场二期用地（示例）", "4.6", "市自然资源和规划局", 60, nil),
            (6, "上虞区政府", .discharge, "化学需氧量指标（示例）", "12.5", "市生态环境局", 210, 150),
            (6, "上虞区政府", .energy, "新增用能指标（示例）", "8600", "市发改委", 190, 120),
            (3, "嵊州市政府", .forest, "供水管线使用林地（示例）", "1.28", "市自然资源和规划局", 300, 240),
            (3, "嵊州市政府", .water, "钦寸水厂取水许可量（示例）", "365", "市水利局", 320, 260),
            (9, "滨海新区管委会", .land, "原料堆场用地（示例）", "2.1", "市自然资源和规划局", 95, 30),
            (10, "市生态环境局", .land, "监控中心机房（示例）", "0.05", "市自然资源和规划局", 400, 380),
        ]

    /// Where a project lies; invented points of its district.
    private static let places: [(project: Int, unit: String, longitude: String, latitude: String)] = [
        (1, "上虞区政府", "120.8703", "30.0312"), (2, "柯桥区政府", "120.5921", "30.1867"),
        (3, "嵊州市政府", "120.8214", "29.5886"), (4, "柯桥区政府", "120.4735", "30.1449"),
        (5, "柯桥区政府", "120.6018", "30.1925"), (6, "上虞区政府", "120.8836", "30.1581"),
        (7, "诸暨市政府", "120.2364", "29.7103"), (8, "嵊州市政府", "120.8529", "29.6211"),
        (9, "滨海新区管委会", "120.7105", "30.1352"),
    ]

    /// A project of the pool, in 万元.
    private struct Entry {
        let name: String
        let region: String
        let sort: String
        let unit: String
        let total: String
        let plan: [String]
        let note: String
        let stage: PoolStage
        let secured: [(source: String, amount: String)]
    }

    private static let pool: [Entry] = [
        Entry(
            name: "曹娥江下游岸带生态修复工程（示例）", region: "330604", sort: "ecology", unit: "上虞区政府", total: "28600",
            plan: ["12000", "6600", "0", "10000"], note: "岸带 11.5 公里生态缓冲带和湿地恢复（示例）", stage: .building,
            secured: [("bonds", "12000"), ("government", "4200")]),
        Entry(
            name: "柯桥印染集聚区中水回用二期（示例）", region: "330603", sort: "water", unit: "柯桥区政府", total: "41500",
            plan: ["15000", "3500", "15000", "8000"], note: "日回用 5 万吨，反渗透浓水达标处理（示例）", stage: .applied,
            secured: [("social", "9000")]),
        Entry(
            name: "越城工业园区挥发性有机物绿岛（示例）", region: "330602", sort: "air", unit: "市经信局", total: "9800",
            plan: ["0", "1800", "8000", "0"], note: "集中喷涂和活性炭集中再生中心（示例）", stage: .ripe,
            secured: [("government", "600")]),
        Entry(
            name: "诸暨五金园区地下水风险管控（示例）", region: "330681", sort: "soil", unit: "诸暨市政府", total: "6200",
            plan: ["0", "3200", "0", "3000"], note: "2 处地块阻隔和监测自然衰减（示例）", stage: .reserve, secured: []),
        Entry(
            name: "嵊州市域外收集飞灰资源化（示例）", region: "330683", sort: "waste", unit: "嵊州市政府", total: "18400",
            plan: ["6000", "0", "9400", "3000"], note: "年处理飞灰 3 万吨（示例）", stage: .applied,
            secured: [("social", "4000"), ("bank", "3000")]),
        Entry(
            name: "新昌江源头水源涵养林提升（示例）", region: "330624", sort: "ecology", unit: "新昌县政府", total: "5300",
            plan: ["0", "4300", "0", "1000"], note: "林分改造 1,200 公顷（示例）", stage: .running,
            secured: [("government", "4300"), ("bank", "1000")]),
        Entry(
            name: "滨海新区雨污管网排查修复（示例）", region: "3306BH", sort: "water", unit: "滨海新区管委会", total: "15200",
            plan: ["8000", "4200", "0", "3000"], note: "修复三级以上缺陷管段 64 公里（示例）", stage: .ripe,
            secured: [("government", "2100")]),
        Entry(
            name: "全市大气走航和激光雷达能力建设（示例）", region: "", sort: "capacity", unit: "市生态环境局", total: "3600",
            plan: ["0", "3600", "0", "0"], note: "走航车 2 台、激光雷达 3 台（示例）", stage: .building,
            secured: [("government", "3600")]),
    ]

    func live(_ access: any WriteAccess) throws {
        for need in Self.needs { try enter(need, access) }
        for place in Self.places {
            try platform.governance.take(
                ProjectAct.place(longitude: place.longitude, latitude: place.latitude), on: place.project,
                of: Self.policy, by: person(place.unit), at: now, in: access)
        }
        for entry in Self.pool { try enter(entry, access) }
        try relocationFund(access)
        try attainmentFund(access)
    }

    private func person(_ unit: String) -> PersonID { people[unit] ?? office }
    private func day(_ ago: Int64) -> CivilDate { now.civil.date.adding(days: -ago) }

    private func enter(
        _ need: (
            project: Int, unit: String, sort: ProjectNeedSort, what: String, amount: String, owner: String,
            asked: Int64,
            granted: Int64?
        ), _ access: any WriteAccess
    ) throws {
        try platform.governance.take(
            ProjectAct.ask(
                need.sort, what: need.what, amount: need.amount, owner: need.owner, on: day(need.asked)),
            on: need.project, of: Self.policy, by: person(need.unit), at: now, in: access)
        guard let granted = need.granted else { return }
        let number = Self.needs.filter { $0.project == need.project }.firstIndex { $0.what == need.what } ?? 0
        try platform.governance.take(
            ProjectAct.grant(number + 1, on: day(granted), document: "批复〔2026〕\(need.project)\(number + 1) 号（示例）"),
            on: need.project, of: Self.policy, by: person(need.unit), at: now, in: access)
    }

    private func enter(_ entry: Entry, _ access: any WriteAccess) throws {
        // It was entered some months ago, and went on since.
        let start = now.adding(hours: -24 * 200)
        let doer = person(entry.unit)
        let number = try platform.governance.enter(
            SaidPoolProject(
                name: entry.name, region: entry.region, sort: entry.sort, unit: entry.unit, total: entry.total,
                plan: entry.plan, note: entry.note), by: doer, at: start, in: access)
        let stages = PoolStage.allCases.filter { $0 > .reserve && $0 <= entry.stage }
        for (place, stage) in stages.enumerated() {
            try platform.governance.take(
                PoolAct.move(stage, on: day(180 - 40 * Int64(place)), note: "审查意见（示例）"), on: number, by: doer,
                at: now, in: access)
        }
        for secured in entry.secured {
            try platform.governance.take(
                PoolAct.secure(
                    source: secured.source, amount: secured.amount, document: "资金下达文件（示例）", on: day(70)),
                on: number, by: doer, at: now, in: access)
        }
    }

    /// The fund of task 17: what moves of the chemical enterprises, with an entry that was taken back.
    private func relocationFund(_ access: any WriteAccess) throws {
        let doer = person("市财政局")
        let fund = try platform.governance.open(
            SaidFund(
                policy: Self.policy, name: "市区化工产业跨区域集聚提升专项基金（示例）", unit: "市财政局",
                purpose: "支持市区印染化工企业集聚搬迁和环保深度治理（示例）", task: "17"), by: doer, at: now, in: access)
        let year = day(0).parts.year
        let firms = try platform.registry.enterprises(scope: .city, limit: 3, in: access).map(\.name)
        guard firms.count == 3 else { throw DemoCity.Defect(line: 0) }
        func make(_ act: FundAct) throws {
            try platform.governance.take(act, on: fund, by: doer, at: now, in: access)
        }
        func move(_ year: Int, _ amount: String, _ name: String, _ ago: Int64) -> FundAct {
            .allocate(
                year: "\(year)", amount: amount, FundTarget(.enterprise, name), what: "搬迁入园设备和治理设施补助（示例）",
                document: "绍财建〔\(year)〕\(ago) 号（示例）", on: day(ago))
        }
        try make(
            .budget(
                year: "\(year - 1)", amount: "12000", what: "年初预算（示例）", document: "上年预算（示例）", on: day(430)))
        try make(
            .budget(
                year: "\(year)", amount: "15000", what: "年初预算（示例）", document: "本年预算（示例）", on: day(165)))
        try make(move(year - 1, "4800", firms[0], 420))
        try make(move(year - 1, "5200", firms[1], 410))
        try make(move(year, "6500", firms[2], 160))
        try make(
            .allocate(
                year: "\(year)", amount: "1800", FundTarget(.project, "2"), what: "集聚企业污水接入（示例）",
                document: "绍财建〔\(year)〕58 号（示例）", on: day(150)))
        try make(.use(of: 3, amount: "4800", what: "竣工验收后拨付（示例）", document: "凭证 0311（示例）", on: day(200)))
        try make(.use(of: 4, amount: "3100", what: "设备到货拨付（示例）", document: "凭证 0325（示例）", on: day(190)))
        try make(.use(of: 5, amount: "2600.5", what: "首批拨付（示例）", document: "凭证 0702（示例）", on: day(90)))
        try make(.use(of: 6, amount: "180", what: "勘察设计费（示例）", document: "凭证 0718（示例）", on: day(70)))
        try make(.counter(10, reason: "误记：应为 108 万元（示例）", document: "更正单 01（示例）"))
        try make(.use(of: 6, amount: "108", what: "勘察设计费（示例）", document: "凭证 0718 更正（示例）", on: day(70)))
    }

    private func attainmentFund(_ access: any WriteAccess) throws {
        let fund = try platform.governance.open(
            SaidFund(
                policy: Self.policy, name: "市级环境空气质量达标奖补资金（示例）", unit: "市生态环境局",
                purpose: "重点行业挥发性有机物和工业炉窑治理奖补（示例）", task: ""), by: office, at: now, in: access)
        let year = "\(day(0).parts.year)"
        let entries: [FundAct] = [
            .budget(year: year, amount: "4200", what: "年初预算（示例）", document: "本年预算（示例）", on: day(165)),
            .allocate(
                year: year, amount: "2600", FundTarget(.other, "炉窑清洁能源替代"), what: "第一批奖补（示例）",
                document: "绍市环〔\(year)〕41 号（示例）", on: day(140)),
            .allocate(
                year: year, amount: "900", FundTarget(.task, "9"), what: "监测能力（示例）",
                document: "绍市环〔\(year)〕77 号（示例）", on: day(60)),
            .use(of: 2, amount: "1950", what: "通过核查的 26 家企业（示例）", document: "凭证 0906（示例）", on: day(50)),
        ]
        for entry in entries { try platform.governance.take(entry, on: fund, by: office, at: now, in: access) }
        try apply(for: fund, access)
    }

    /// An application that was accepted and followed, one that was returned, one that waits.
    private func apply(for fund: Int, _ access: any WriteAccess) throws {
        let (unit, year) = ("柯桥区政府", "\(day(0).parts.year)")
        func say(_ amount: String, _ what: String, daysAgo: Int64) throws {
            try platform.governance.take(
                FundAct.apply(unit: unit, amount: amount, FundTarget(.other, "印染定型机废气治理"), what: what), on: fund,
                by: person(unit), at: now.adding(hours: -24 * daysAgo), in: access)
        }
        func judge(_ number: Int, _ verdict: ReviewVerdict, _ note: String, daysAgo: Int64) throws {
            try platform.governance.take(
                FundAct.judge(number, as: verdict, note: note), on: fund, by: office,
                at: now.adding(hours: -24 * daysAgo), in: access)
        }
        try say("320", "12 台定型机废气治理改造（示例）", daysAgo: 45)
        try judge(1, .accepted, "符合奖补范围（示例）", daysAgo: 41)
        try platform.governance.take(
            FundAct.grant(application: 1, year: year, document: "绍市环〔\(year)〕96 号（示例）", on: day(30)), on: fund,
            by: office, at: now, in: access)
        try say("600", "在线监测设备更新（示例）", daysAgo: 20)
        try judge(2, .returned, "不在奖补范围，请从监测能力任务列支（示例）", daysAgo: 16)
        try say("180", "7 台定型机废气治理改造（示例）", daysAgo: 1)
    }
}
