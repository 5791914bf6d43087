import Facts
import Kernel
import TestMaterial
import Testing
import Web

@testable import Supervision

struct DocumentPageTests {
    /// One kind of exceedance, and what a document says of it in Chinese.
    struct Row: Sendable, CustomTestStringConvertible {
        let pollutant: String
        let averaging: MeanPeriod?
        let unit: String?
        let figures: [String]
        let limit: String
        let label: String
        let peak: String
        let multiple: String?
        /// The texts that judge, forbid and punish it.
        let basis: [String]
        var standard: String?
        var kind: LimitSourceKind? = .standard
        var testDescription: String { "\(pollutant) \(figures)" }

        func episode(
            _ name: String = "EX1", level: WarningLevel = .yellow, isWithdrawn: Bool = false, hours: Int = 1,
            isProvisional: Bool = false
        ) throws -> CaseEpisode {
            let numbers = try figures.map { try #require(DecimalNumber($0)) }
            let start = Instant(startOf: CivilDate(dayNumber: 20_779))
            let extent = ExceedanceExtent(
                firstHour: start, lastHour: start, hours: hours, peak: numbers[0], limit: numbers[1],
                multiple: numbers[2], level: level, ended: true, unit: unit, averaging: averaging)
            return CaseEpisode(
                episode: EpisodeID(checked: name), pollutant: PollutantCode(checked: pollutant), extent: extent,
                isWithdrawn: isWithdrawn, mergedInto: nil,
                traits: EpisodeTraits(
                    averaging: averaging == .day ? .day : .hour, isProvisional: isProvisional, isToxic: false))
        }

        var ground: ExceedanceGround {
            ExceedanceGround(
                factor: Phrase("示例因子", "example factor"), rule: "MON-02 v3", decision: DecisionID(checked: "D7"),
                limit: limit, limitSource: Phrase("排污许可证（示例）", "discharge permit (invented)"),
                limitStandard: standard, limitKind: kind)
        }
    }

    private static let kept = "《生态环境法典》第二百四十八条（焚烧炉炉膛温度）（凭记忆，未核对原文）"
    private static let gas = Row(
        pollutant: "a21026", averaging: nil, unit: nil, figures: ["50", "35", "0.43"], limit: "≤ 35 mg/m³",
        label: "最高小时均值", peak: "50 mg/m³", multiple: "0.43",
        basis: [
            "《浙江省大气污染防治条例》第十七条（以小时均值判定）（已核对原文）", "《生态环境法典》第一百五十一条（已核对原文）",
            "《生态环境法典》第一千一百零七条（超标）（已核对原文）",
        ])
    private static let water = Row(
        pollutant: "w01018", averaging: .day, unit: "mg/L", figures: ["60", "50", "0.2"], limit: "≤ 50 mg/L",
        label: "最高日均值", peak: "60 mg/L", multiple: "0.2",
        basis: [
            "水污染物以日均值判定（凭记忆，未核对原文）", "《生态环境法典》第一百五十一条、第一百七十九条第二款（已核对原文）",
            "《生态环境法典》第一千一百零三条（超许可）（已核对原文）",
        ], kind: .permit)
    private static let furnace = Row(
        pollutant: "a01901", averaging: .day, unit: "degC", figures: ["812", "850", "0"], limit: "≥ 850 ℃",
        label: "据以判定的最低5分钟均值", peak: "812 ℃", multiple: nil,
        basis: [
            "GB 18485-2014《生活垃圾焚烧污染控制标准》；《生活垃圾焚烧发电厂自动监测数据应用管理规定》（部令第10号）"
                + "（日均值、炉膛温度）（已核对原文）", kept,
        ],
        standard: "GB 18485")
    private static let kiln = Row(
        pollutant: "a01901", averaging: .day, unit: "degC", figures: ["1012", "1100", "0"], limit: "≥ 1100 ℃",
        label: "据以判定的最低5分钟均值", peak: "1012 ℃", multiple: nil,
        basis: ["GB 18484-2020《危险废物焚烧污染控制标准》3.19、9.3、9.4（日均值、炉膛温度）（已核对原文）", kept],
        standard: "GB 18484")
    private static let acid = Row(
        pollutant: "w01001", averaging: .day, unit: "1", figures: ["5.2", "6", "0"], limit: "6–9",
        label: "最低日均值", peak: "5.2", multiple: nil, basis: water.basis,
        kind: .permit)
    private static let detected = Row(
        pollutant: "w20111", averaging: .day, unit: "mg/L", figures: ["0.02", "0.01", "0"],
        limit: "ND (< 0.01 mg/L)", label: "最高日均值", peak: "0.02 mg/L", multiple: nil, basis: water.basis,
        kind: .permit)
    static let rows = [gas, water, furnace, kiln, acid, detected]

    private static func page(
        _ form: [String: String], now episodes: [CaseEpisode] = [CaseExample.episode(hours: 9, level: .red)]
    ) throws -> DocumentPage {
        let order = CaseExample.step(.order, from: .confirmed, to: .ordered, number: 6, changing: form)
        let subject = CaseExample.subject(at: .confirmed, episodes: episodes, more: [order])
        return DocumentPage(
            document: try #require(CaseDocument(of: 6, in: subject)), subject: subject, place: .example)
    }

    private static func exceedances(_ page: DocumentPage, _ language: Language = .chinese) -> [[String: Any]] {
        page.view(language)["exceedances"] as? [[String: Any]] ?? []
    }

    @Test(arguments: rows)
    func `a document says mean, factor, limit, source, rule and legal basis of its exceedance`(row: Row) throws {
        let episode = try row.episode()
        let stated = CaseDocument.stated(
            .order, of: CaseExample.subject(at: .confirmed, episodes: [episode]), on: [episode.episode: row.ground],
            rules: try CaseExample.rules())
        let view = try #require(Self.exceedances(Self.page(stated)).first)
        #expect(view["peakLabel"] as? String == row.label)
        #expect(view["peak"] as? String == row.peak && view["limit"] as? String == row.limit)
        #expect(view["hasMultiple"] as? Bool == (row.multiple != nil))
        #expect(view["multiple"] as? String == row.multiple ?? "")
        #expect(episode.extent.multipleText == row.multiple ?? "–")
        #expect((view["factor"] as? String)?.hasPrefix("示例因子 \(row.pollutant)") == true)
        #expect(view["source"] as? String == "排污许可证（示例）")
        #expect(view["rule"] as? String == "MON-02 v3" && view["decision"] as? String == "D7")
        #expect((view["bases"] as? [[String: String]])?.map { $0["value"] } == row.basis)
    }

    @Test func `a document tells of all that stood, the heaviest first, and keeps it`() throws {
        let episodes = [
            try Self.gas.episode("EX1", level: .blue), try Self.furnace.episode("EX2", level: .red),
            try Self.water.episode("EX3", level: .red, isWithdrawn: true),
        ]
        let before = CaseExample.subject(at: .confirmed, episodes: episodes)
        let stated = CaseDocument.stated(.order, of: before)
        let page = try Self.page(stated)
        let views = Self.exceedances(page)
        #expect(views.map { $0["peak"] as? String } == ["812 ℃", "50 mg/m³"])
        #expect(views.map { $0["heading"] as? String } == ["超标情况（1/2）", "超标情况（2/2）"])
        #expect(page.view(.english)["level"] as? String == "red")
        // What nobody told is left out, not made up.
        #expect(views.allSatisfy { $0["hasRule"] as? Bool == false && ($0["bases"] as? [Any])?.isEmpty == true })
    }

    @Test func `a document of a case in which nothing stands says so`() throws {
        let gone = CaseExample.subject(at: .found, episodes: [try Self.gas.episode(isWithdrawn: true)])
        let views = Self.exceedances(try Self.page(CaseDocument.stated(.dismiss, of: gone)))
        #expect(views.map { $0["hasStanding"] as? Bool } == [true])
    }

    @Test(arguments: [("0", nil), ("0.43", nil), ("0.43", "degC")] as [(String, String?)])
    func `a step of an earlier program prints what it states and nothing of today`(
        multiple: String, unit: String?
    ) throws {
        var form = [
            "stated_from": "2026-11-20 07:00", "stated_until": "2026-11-20 09:00", "stated_peak": "50",
            "stated_limit": "35", "stated_multiple": multiple, "stated_level": "blue",
        ]
        form["stated_unit"] = unit
        let page = try Self.page(form)
        let views = Self.exceedances(page)
        let view = try #require(views.first)
        #expect(views.count == 1 && page.view(.english)["level"] as? String == "blue")
        #expect(view["period"] as? String == "2026-11-20 07:00 – 2026-11-20 09:00")
        #expect(view["peakLabel"] as? String == "最不利值" && view["hasFactor"] as? Bool == false)
        #expect(view["hasMultiple"] as? Bool == (multiple != "0" && unit == nil))
        #expect(view["hasSource"] as? Bool == false && view["hasRule"] as? Bool == false)
    }

    /// What a paper of a long, provisional exceedance states, whose rule an authority adopted.
    private static func statedAtLength(hours: Int) throws -> [String: String] {
        let long = try gas.episode(hours: hours, isProvisional: true)
        let first = Instant(startOf: CivilDate(dayNumber: 20_779))
        let ground = ExceedanceGround(
            factor: gas.ground.factor, rule: "MON-02 v3", decision: DecisionID(checked: "D7"), limit: gas.limit,
            limitSource: nil, adoption: Phrase("示例采用文件", "example adoption"),
            values: (0..<hours).map { number in
                ExceedingValue(
                    start: first.adding(hours: Int64(number)), judged: DecimalNumber(50),
                    measured: number == 0 ? DecimalNumber(41) : nil, mark: number == 0 ? "N|\n" : nil)
            })
        return CaseDocument.stated(
            .order, of: CaseExample.subject(at: .confirmed, episodes: [long]), on: [long.episode: ground])
    }

    @Test(arguments: [(24, 24, false), (25, 24, true)])
    func `a paper lists the means above the limit, at most 24, and says how the multiple comes about`(
        hours: Int, lines: Int, hasMore: Bool
    ) throws {
        let view = try #require(Self.exceedances(Self.page(Self.statedAtLength(hours: hours))).first)
        let values = try #require(view["values"] as? [[String: String]])
        #expect(values.count == lines && view["hasMore"] as? Bool == hasMore)
        #expect(values[0] == ["start": "2026-11-22 00:00", "judged": "50", "measured": "41", "mark": "N"])
        #expect(values[1]["measured"] == "–" && values[1]["mark"] == "–")
        #expect(view["formula"] as? String == "(50 − 35) ÷ 35 ≈ 0.43")
        #expect(view["adoption"] as? String == "示例采用文件" && view["isProvisional"] as? Bool == true)
    }

    @Test func `a furnace's paper lists its five-minute means and counts those that find no room`() throws {
        let day = try Self.furnace.episode()
        let ground = ExceedanceGround(
            factor: Self.furnace.ground.factor, rule: "MON-05 v2", decision: DecisionID(checked: "D7"),
            limit: Self.furnace.limit, limitSource: nil,
            values: (0..<30).map { window in
                ExceedingValue(
                    start: day.extent.firstHour.adding(minutes: 5 * Int64(window)), judged: DecimalNumber(812),
                    measured: nil, mark: nil)
            })
        let stated = CaseDocument.stated(
            .order, of: CaseExample.subject(at: .confirmed, episodes: [day]), on: [day.episode: ground])
        let view = try #require(Self.exceedances(Self.page(stated)).first)
        let values = try #require(view["values"] as? [[String: String]])
        #expect(values.count == 24 && values[1]["start"] == "2026-11-22 00:05")
        #expect(view["more"] as? String == "另有 6 个不符合限值的均值，见上列判定。")
    }

    /// An order of six means, of which one is left, or none.
    private static func closureOfSix(_ action: CaseAction) throws -> [String: String] {
        let (six, one) = (try gas.episode(hours: 6), try gas.episode(isWithdrawn: action == .dismiss))
        let ordered = CaseDocument.stated(
            .order, of: CaseExample.subject(at: .confirmed, episodes: [six]), on: [six.episode: gas.ground])
        let order = CaseExample.step(.order, from: .ordered, to: .ordered, number: 7, changing: ordered)
        return CaseDocument.stated(
            action, of: CaseExample.subject(at: .ordered, episodes: [one], more: [order]), on: [one.episode: gas.ground]
        )
    }

    @Test(arguments: [CaseAction.close, .dismiss])
    func `a closure states what the order was about, and what is left of it`(action: CaseAction) throws {
        let form = try Self.closureOfSix(action)
        let view = try #require(Self.exceedances(try Self.page(form)).first)
        let words = try #require((view["ordered"] as? [[String: String]])?.first?["value"])
        #expect(words.hasPrefix("按改〔2026〕1-2号所列的 6 个均值；"))
        #expect(words.hasSuffix(action == .close ? "的 1 个均值，最不利值 50" : "按其后的数据已不成立"))
        #expect(form["stated_count"] == "6" && form["stated_hours"] == (action == .close ? "1" : "0"))
    }

    @Test func `every word of the document has both languages`() throws {
        var walk = try TemplateWalk(DocumentPage.template)
        let told = try Self.gas.episode(isWithdrawn: true)
        let full = CaseDocument.stated(
            .order, of: CaseExample.subject(at: .confirmed, episodes: [told]), on: [told.episode: Self.gas.ground],
            rules: try CaseExample.rules())
        let old = ["stated_from": "2026-11-20 07:00"]
        let certificates = [
            "certificate": "SL-1", "companion_name": "示例人员", "days_off": "示例", "days_off_en": "example",
        ]
        for form in [
            full, old, full.merging(certificates) { $1 }, try Self.statedAtLength(hours: 25),
            try Self.closureOfSix(.close),
        ] {
            for language in Language.allCases { try walk.walk(Self.page(form).view(language)) }
        }
        for language in Language.allCases {
            try walk.walk(Self.decision("true").view(language))
            try walk.walk(Self.warning(isWithdrawn: false).view(language))
        }
        for page in [try PaperPartsTests.order(), try PaperPartsTests.closure(at: .cleared)] {
            for language in Language.allCases { try walk.walk(page.view(language)) }
        }
        let gone = CaseExample.subject(
            at: .ordered, episodes: [CaseExample.episode(isWithdrawn: true)], isServiceOwed: true)
        let order = try #require(gone.order.flatMap { CaseDocument(of: $0.number, in: gone) })
        for language in Language.allCases {
            try walk.walk(DocumentPage(document: order, subject: gone, place: .example).view(language))
        }
        #expect(walk.problems == [] && walk.unvisited == [])
    }

    /// The paper of the second decision on a request: the first granted the fifteenth.
    private static func decision(_ granted: String) throws -> DocumentPage {
        let steps = [
            (CaseAction.askTime, nil, [:]), (.decideTime, "true", [:]), (.askTime, nil, ["until": "2026-12-20"]),
            (.decideTime, granted, ["opinion": "示例意见"]),
        ].enumerated().map { index, step in
            CaseExample.step(
                step.0, from: .ordered, to: .ordered, number: 7 + index, outcome: step.1, changing: step.2)
        }
        let subject = CaseExample.subject(at: .ordered, more: steps)
        return DocumentPage(
            document: try #require(CaseDocument(of: 10, in: subject)), subject: subject, place: .example)
    }

    @Test(arguments: [("true", "2026-12-20"), ("false", "2026-12-15")])
    func `the decision on more time is a paper of its own with the term before and after`(
        granted: String, after: String
    ) throws {
        let page = try Self.decision(granted)
        let view = page.view(.chinese)
        #expect(page.content.number == "延〔2026〕1-2号" && page.title(.chinese) == "延期审批单")
        let lines = try #require(view["request"] as? [[String: String]])
        let said = Dictionary(lines.map { ($0["label"] ?? "", $0["value"] ?? "") }) { $1 }
        #expect(said["责令文书"] == "改〔2026〕1号" && said["申请时间及回执"] == "2026-12-01 10:00 · 〔2026〕1-9号")
        #expect(said["原期限"] == "2026-12-15" && said["审批后期限"] == after && said["申请延至"] == "2026-12-20")
        #expect(said["审批时间"] == "2026-12-02 10:00" && said["申请理由"] == "备件")
        let handled = try #require(view["lines"] as? [[String: String]]).compactMap { $0["value"] }
        #expect(handled == [granted == "true" ? "同意" : "不同意", "示例意见"])
    }

    private static func warning(isWithdrawn: Bool) throws -> DocumentPage {
        let episode = try gas.episode(isWithdrawn: isWithdrawn)
        let subject = CaseExample.subject(at: .found, episodes: [episode])
        let step = try ClosedLoop.take(
            .warn, on: subject, seenStep: 0, form: [:], by: CaseExample.actor(.cityOfficer),
            at: StepMoment(now: CaseExample.opened, rules: try CaseExample.rules(), officers: []))
        let warned = CaseExample.subject(at: .found, episodes: [episode], more: [step])
        return DocumentPage(
            document: try #require(CaseDocument(of: 1, in: warned)), subject: warned, place: .example)
    }

    @Test func `the supervision order says until when the enterprise answers, if anything stands`() throws {
        let view = try Self.warning(isWithdrawn: false).view(.chinese)
        #expect(view["answerBy"] as? String == "2026-11-23 12:00" && view["hasTerm"] as? Bool == true)
        #expect(try Self.warning(isWithdrawn: true).view(.chinese)["hasTerm"] as? Bool == false)
    }

    @Test(arguments: CaseDocument.Kind.allCases) func `each kind has a name and a word of its own`(
        kind: CaseDocument.Kind
    ) {
        let others = CaseDocument.Kind.allCases.filter { $0 != kind }
        #expect(!others.map(\.word).contains(kind.word) && !others.map(\.phrase).contains(kind.phrase))
    }

    @Test func `the desk keeps with the step on what the exceedance was found`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        let id = CaseID(checked: "2026-0001")
        try await stage.take(.warn, on: id)
        try await stage.take(.answer, on: id)
        let steps = try #require(try await stage.subject(id)).steps
        #expect(steps.first?.form["stated_rule"] == "MON-02 v3" && steps.first?.form["stated_source"] == "示例许可证")
        #expect(steps.first?.form["stated_law_judging"]?.hasPrefix("《浙江省大气污染防治条例》") == true)
        #expect(steps.last?.form.keys.contains { $0.hasPrefix("stated") } == false)
    }

    @Test(
        arguments: [
            ("2026-08-14", .standard, ["judging", "第十八条", "第九十九条第二项"]),
            ("2026-08-15", .standard, ["judging", "第一百五十一条", "第一千一百零七条"]),
            ("2026-08-14", .permit, ["judging", "第十七条第二款", "第三十四条第一项"]),
            ("2026-08-15", .permit, ["judging", "第一百七十九条第二款", "第一千一百零三条"]),
            ("2026-08-15", .localOrder, ["judging"]), ("2026-08-15", nil, ["judging"]),
        ] as [(String, LimitSourceKind?, [String])])
    func `the law named is that of the exceedance's day and of the kind of text its limit stands in`(
        day: String, kind: LimitSourceKind?, articles: [String]
    ) throws {
        let start = Instant(startOf: try #require(CivilDate(day)))
        let extent = ExceedanceExtent(
            firstHour: start, lastHour: start, hours: 1, peak: DecimalNumber(50), limit: DecimalNumber(35),
            multiple: DecimalNumber(1), level: .yellow, ended: true)
        let known = CaseExample.episode()
        let bases = try CaseExample.rules().legalBases(
            of: CaseEpisode(
                episode: known.episode, pollutant: known.pollutant, extent: extent, isWithdrawn: false,
                mergedInto: nil, traits: known.traits), limit: CaseExample.limit(of: kind))
        #expect(bases.map(\.part.rawValue) == ["judging", "violated", "penalty"].prefix(articles.count).map { $0 })
        #expect(zip(bases, articles).dropFirst().allSatisfy { $0.basis.zh.contains($1) })
        #expect(bases.allSatisfy { !$0.sentence.zh.isEmpty && !$0.sentence.en.isEmpty })
    }
}
