import Kernel
import Web

/// What somebody new to the demonstration may try, as whom, and where it begins.
enum DemoTour {
    static let stops: [Demonstration.Stop] = [
        stop(
            "P-CITY-1", "/desk",
            "值班：看全市实时状态，点区县只看该地；把终端里那行命令粘贴运行，几秒内出现新的超标",
            "Duty desk: watch the city, choose a region; paste the terminal's line and see an exceedance in seconds"),
        stop(
            "P-CITY-1", "/cases", "督办：打开一个案件，看每一步由谁、按哪条时限办理，并打印文书",
            "Supervise: open a case, see whose step is next by which term, and print its documents"),
        stop(
            "P-CITY-1", "/suspicions", "线索：哪条曲线像是编的？看证据、误报率和判定步骤",
            "Clues: which curve looks made up? See the evidence, the rate of false alarms, the steps"),
        stop(
            "P-BRANCH-2", "/todo", "分局：按时限排列的待办；现场核查须两名持证人员",
            "A branch: what is mine, by its clock; a check on site takes two officers with certificates"),
        stop(
            "P-FIRM-02", "/", "企业：我现在要做什么？报告设备修复并上传证据，得到回执",
            "An enterprise: what must I do now? Report a repair with evidence and get a receipt"),
        stop(
            "P-ADMIN", "/quarantine", "管理员：无法读取的报文为什么被隔离，怎样恢复",
            "Administrator: why stretches of bytes were set aside, and how to take them back"),
    ]

    /// What needs nobody.
    static let doors: [Demonstration.Door] = [
        Demonstration.Door(
            path: "/public/outlets",
            what: Phrase("公众：各排放口最近的数据与限值", "Anybody: the newest data beside their limits")),
        Demonstration.Door(
            path: "/openapi.json", what: Phrase("程序：全部接口的说明", "Programs: the description of every interface")),
    ]

    private static func stop(_ person: String, _ path: String, _ zh: String, _ en: String) -> Demonstration.Stop {
        Demonstration.Stop(person: PersonID(checked: person), path: path, what: Phrase(zh, en))
    }
}
