import Kernel

/// What is wrong with one place of a policy file.
struct PolicyFileRefusal: Equatable, Sendable {
    /// The rules that a policy file is held against.
    enum Rule: String, Sendable, CaseIterable {
        case form = "GOV-FILE-FORM"
        case length = "GOV-FILE-LENGTH"
        case character = "GOV-FILE-CHARACTER"
        case twice = "GOV-FILE-TWICE"
        case reference = "GOV-FILE-REFERENCE"
        case unit = "GOV-FILE-UNIT"
        case deadline = "GOV-FILE-DEADLINE"
        case money = "GOV-FILE-MONEY"
        case sum = "GOV-FILE-SUM"
        case address = "GOV-FILE-ADDRESS"
    }

    /// `tasks[3].lead_units`.
    let field: String
    let rule: Rule
    /// What stood there, shortened, where that helps.
    var found = ""

    /// What is wrong.
    var what: Phrase {
        switch rule {
        case .form: Phrase("缺失或格式不对", "is missing or has another form")
        case .length: Phrase("为空或超过 4000 字", "is empty or longer than 4000 characters")
        case .character: Phrase("含私用区字符（行:字符 \(found)）", "has a character of private use (line:column \(found))")
        case .twice: Phrase("编号重复：\(found)", "the number \(found) stands there twice")
        case .reference: Phrase("指向不存在的编号：\(found)", "points at \(found), which the file does not have")
        case .unit: Phrase("单位不在单位清单中：\(found)", "names \(found), which is not among the units")
        case .deadline: Phrase("时限文字与年份不一致：\(found)", "the words “\(found)” do not say these years")
        case .money: Phrase("投资额不是 0 至 1 亿万元的整数", "is no whole number from 0 to 100,000,000 万元")
        case .address: Phrase("本系统没有这个页面：\(found)", "names \(found), which is no page of this program")
        case .sum: Phrase("项目投资合计为 \(found) 万元，与文件所称不符", "the projects sum to \(found) 万元, which is not what is stated")
        }
    }

    /// What helps.
    var remedy: Phrase {
        switch rule {
        case .form: Phrase("请按 share/policy 中自带文件的格式填写", "write it as the shipped file in share/policy does")
        case .length: Phrase("请填写原文，或分条填写", "give the text, or divide it")
        case .character: Phrase("请改成通用字符", "write it with a common character")
        case .twice: Phrase("请改为不重复的编号", "give each its own number")
        case .reference: Phrase("请改正编号，或补上被指向的条目", "correct the number, or add what it points at")
        case .unit: Phrase("请在 units 中补上该单位，或改正名称", "add the unit to units, or correct its name")
        case .deadline:
            Phrase("请写成 2020年、2020—2021年 或 长期，并填写相同的年份", "write 2020年, 2020—2021年 or 长期, and the same years")
        case .money: Phrase("请以万元为单位填写整数", "give whole 万元")
        case .address:
            Phrase(
                "请填写本系统的页面地址，如 /policy/tasks", "give the address of a page as this program has it, like /policy/tasks")
        case .sum: Phrase("请核对各项目投资额", "check what each project costs")
        }
    }
}
