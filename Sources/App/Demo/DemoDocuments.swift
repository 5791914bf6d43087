import Governance
import Kernel

/// The 62 systems of the waste-free city (“无废城市”建设试点62项制度) that reform 10 of the policy orders, as a table that is
/// imported. The policy names their number alone: each title is invented and says 示例.
enum DemoDocuments {
    private static let series = "“无废城市”建设试点62项制度"

    /// Who drafts the systems about a kind of waste, and what they are called.
    private static let groups: [(unit: String, titles: [String])] = [
        (
            "市经信局",
            [
                "工业固体废物源头减量评价制度", "清洁生产审核与固废减量衔接制度", "绿色工厂固废管理评价制度", "印染污泥产生量核定制度",
                "工业固废资源化利用产品认定制度", "一般工业固废分类收集体系建设制度", "一般工业固废电子联单制度", "工业固废贮存场所规范化制度",
                "大宗固废综合利用税收衔接制度", "园区固废集中收集转运制度", "工业固废跨区域处置协调制度", "工业固废信息公开制度", "工业固废年度申报核查制度",
            ]
        ),
        (
            "市生态环境局",
            [
                "危险废物经营单位分级管理制度", "小微产废企业危险废物收集制度", "危险废物转移电子联单管理制度", "危险废物贮存规范化考核制度",
                "废盐资源化利用试点管理制度", "危险废物填埋量控制制度", "实验室危险废物收集制度", "机动车维修危险废物收集制度", "医疗废物集中处置保障制度",
                "危险废物应急处置联动制度", "危险废物环境责任保险制度", "危险废物司法处置衔接制度",
            ]
        ),
        (
            "市综合执法局",
            [
                "生活垃圾分类投放管理制度", "生活垃圾分类收运制度", "餐厨垃圾收运处置特许经营制度", "大件垃圾回收处理制度", "再生资源回收网点建设制度",
                "低价值可回收物补贴制度", "生活垃圾焚烧飞灰管理制度", "生活垃圾处理费阶梯计收制度", "快递包装减量回收制度", "塑料污染治理联合检查制度",
                "农村生活垃圾分类考核制度", "垃圾分类宣传志愿服务制度",
            ]
        ),
        (
            "市无废办",
            [
                "建筑垃圾产生量核定制度", "建筑垃圾运输电子联单制度", "建筑垃圾消纳场所选址制度", "建筑垃圾再生产品推广应用制度", "装修垃圾定点投放制度",
                "工程渣土利用平衡调度制度", "建筑泥浆处置管理制度", "建筑垃圾执法联动制度",
            ]
        ),
        (
            "市无废办",
            [
                "农药废弃包装物回收制度", "废旧农膜回收利用制度", "秸秆综合利用补助制度", "畜禽粪污资源化利用制度", "病死动物无害化处理制度",
                "水产养殖尾水污泥处置制度", "农业固废统计调查制度",
            ]
        ),
        (
            "市无废办",
            [
                "“无废城市”建设目标责任制度", "“无废城市”建设考核评价制度", "“无废细胞”创建管理制度", "固体废物信息平台数据共享制度",
                "固体废物执法司法联动制度", "固体废物举报奖励制度", "固体废物项目用地保障制度", "固体废物领域绿色金融支持制度", "“无废城市”建设资金管理制度",
                "“无废城市”建设工作督查制度",
            ]
        ),
    ]

    /// How far a system came: when it was issued, its stages before, and what followed.
    private struct Course {
        let due: String
        /// The days of draft, opinion, legality, issue, filing and review; empty for what was not reached.
        let days: [CivilDate?]
    }

    /// The table of the 62, as far as they came by a day.
    static func table(on today: CivilDate) -> String {
        let heading =
            "policy,reform,title,unit,sort,series,due,review_years,draft,opinion,legality,issued,filed,reviewed,note"
        let all = groups.flatMap { group in group.titles.map { (group.unit, $0) } }
        let lines = all.enumerated().map { place, document in
            let course = course(place)
            // What lies ahead of the demonstration's own past has not happened in it.
            let days = course.days.map { day in day.flatMap { $0 <= today ? $0.description : nil } ?? "" }
            let cells =
                ["SZBF-2020-19", "10", "\(document.1)（示例）", document.0, "system", series, course.due, "5"] + days
            return (cells + ["登记（示例）"]).joined(separator: ",")
        }
        return ([heading] + lines).joined(separator: "\n") + "\n"
    }

    /// Most were issued in the first two years and reviewed since; some are late at one stage or another.
    private static func course(_ place: Int) -> Course {
        let shift = Int64(place)
        switch place {
        case 0..<44:
            let issued = day(2020, 9, 20)?.adding(days: shift * 9)
            // Every eleventh was not looked at again in time.
            let reviewed = place % 11 == 10 ? nil : issued?.adding(days: 365 * 5 - 30)
            return Course(
                due: "2021-12-31",
                days: [-90, -60, -20, 0, 20].map { issued?.adding(days: $0) } + [reviewed])
        case 44..<50:
            let issued = day(2023, 6, 1)?.adding(days: shift)
            return Course(due: "2023-12-31", days: [-90, -60, -20, 0, 20].map { issued?.adding(days: $0) } + [nil])
        case 50..<54:
            let issued = day(2026, 10, 1)?.adding(days: (shift - 50) * 15)
            return Course(due: "2026-12-31", days: [-90, -60, -20, 0].map { issued?.adding(days: $0) } + [nil, nil])
        case 54..<60:
            let drafted = day(2026, 7, 1)?.adding(days: (shift - 54) * 20)
            return Course(
                due: "2026-12-31",
                days: [drafted, drafted?.adding(days: 40), place < 57 ? drafted?.adding(days: 80) : nil, nil, nil, nil])
        // The last two were not begun; one of them should have been issued.
        default:
            return Course(due: place == 60 ? "2026-06-30" : "2027-06-30", days: Array(repeating: nil, count: 6))
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
        CivilDate(year: year, month: month, day: day)
    }
}
