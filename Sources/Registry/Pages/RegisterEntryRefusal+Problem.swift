import Kernel
public import Web

extension RegisterEntryRefusal: DescribedRefusal {
    /// The refusal in words: field, rule, remedy; a field that several kinds have by its common name.
    public var problem: Problem { problem(of: nil) }

    /// The same about an entry of a kind, whose fields have names of their own.
    ///
    /// - Parameter heading: What the table calls the field, where it is not the form's name of it.
    public func problem(of kind: RegisterKind?, under heading: String? = nil) -> Problem {
        let (status, rule, what, remedy) = words(of: kind, under: heading)
        return Problem(status: status, rule: "REG-\(rule)", field: heading ?? field, what: what, remedy: remedy)
    }

    /// What a field is called in the form of a kind; of an unknown kind as all forms call it.
    static func label(_ field: String, of kind: RegisterKind?) -> Phrase {
        if let own = kind.flatMap({ RegisterForm.field(field, of: $0) }) { return own.label }
        if let own = ownLabels[field] { return own }
        let fields = RegisterKind.allCases.lazy.compactMap { RegisterForm.field(field, of: $0) }
        return fields.first?.label ?? Phrase(field, field)
    }

    private static let ownLabels = [
        "code": Phrase("编号", "code"), "region": Phrase("区域", "region"), "enterprise": Phrase("企业", "enterprise"),
        "record": Phrase("记录类型 record", "record"), "device_password": Phrase("设备密码", "device password"),
        "name": Phrase("名称", "Name"),
    ]

    private typealias Words = (status: Int, rule: String, what: Phrase, remedy: Phrase)

    private func words(of kind: RegisterKind?, under heading: String?) -> Words {
        let name = heading.map { Phrase($0, $0) } ?? field.map { Self.label($0, of: kind) } ?? Phrase("", "")
        return switch self {
        case .missing, .tooLong, .characters, .choice, .number, .date, .code, .telephone, .mail: wordsOfValues(name)
        case .unknown, .elsewhere, .taken, .unavailable, .furnace, .halfPosition, .region, .devicePassword, .enterprise:
            wordsOfSurroundings(name)
        case .fixed, .outdated, .unchanged, .differs: wordsOfChanges(name, of: kind)
        case .heading, .fieldCount, .quotes, .column, .size: wordsOfFiles
        }
    }

    /// How codes of a field are written.
    private static func form(ofCodesIn field: String) -> Phrase {
        switch field {
        case "factors":
            Phrase(
                "请填 HJ 212 因子编码，空格分隔，最多 40 个，如 a21026 a34013",
                "give factor codes of HJ 212, a space between them, at most 40, such as a21026 a34013")
        case "credit_code": Phrase("统一社会信用代码为 18 位数字或大写字母", "it has 18 digits and capital letters")
        // All other codes are written alike.
        default:
            Phrase("请只用字母、数字和 . _ -，最多 48 位（企业 32 位）", "letters, digits and . _ -, at most 48 (enterprises 32)")
        }
    }

    private func wordsOfValues(_ name: Phrase) -> Words {
        switch self {
        case .tooLong(_, let max):
            (
                422, "LENGTH", Phrase("“\(name.zh)”超过 \(max) 个字", "“\(name.en)” has more than \(max) characters"),
                Phrase("请缩短", "shorten it")
            )
        case .characters:
            (
                422, "CHARACTERS", Phrase("“\(name.zh)”含有不可见字符", "“\(name.en)” holds invisible characters"),
                Phrase(
                    "请删去换行、改变书写方向等字符，或重新键入",
                    "take out line breaks, marks of direction and the like, or type it anew")
            )
        case .choice:
            (
                422, "CHOICE", Phrase("“\(name.zh)”不在可选范围内", "“\(name.en)” is none of the choices"),
                Phrase("请使用列表中的代码", "use a code of the list")
            )
        case .number(_, let range):
            (
                422, "NUMBER",
                Phrase(
                    "“\(name.zh)”须为 \(range.lowerBound) 至 \(range.upperBound) 的十进制数",
                    "“\(name.en)” is a decimal number from \(range.lowerBound) to \(range.upperBound)"),
                Phrase("请核对数值和单位，最多 16 位", "check figure and unit; at most 16 characters")
            )
        case .date:
            (
                422, "DATE", Phrase("“\(name.zh)”不是日期", "“\(name.en)” is no date"),
                Phrase("请按 2026-11-23 填写", "write it as 2026-11-23")
            )
        case .code(let field):
            (
                422, "CODE", Phrase("“\(name.zh)”不是有效编号", "“\(name.en)” is no code"), Self.form(ofCodesIn: field)
            )
        case .telephone:
            (
                422, "TELEPHONE", Phrase("“\(name.zh)”不是电话号码", "“\(name.en)” is no telephone number"),
                Phrase("5 至 20 位数字，可含 + - ( ) 空格和“转”", "5 to 20 digits, with + - ( ) and spaces between them")
            )
        case .mail:
            (
                422, "MAIL", Phrase("“\(name.zh)”不是邮箱地址", "“\(name.en)” is no mail address"),
                Phrase("请按 name@example.cn 填写", "write it as name@example.cn")
            )
        default:
            // Of the nine that `words` sends here, the others are above.
            (
                422, "REQUIRED", Phrase("“\(name.zh)”未填写", "“\(name.en)” is missing"),
                Phrase("请填写", "fill it in")
            )
        }
    }

    private func wordsOfSurroundings(_ name: Phrase) -> Words {
        switch self {
        case .elsewhere:
            (
                422, "ELSEWHERE",
                Phrase("“\(name.zh)”属于其他企业或其他区域", "“\(name.en)” belongs to another enterprise or region"),
                Phrase("请选择本企业的条目、同区域的园区", "choose an entry of this enterprise, a park of this region")
            )
        case .taken(_, let holder):
            (
                409, "TAKEN", Phrase("“\(name.zh)”已由 \(holder) 使用", "“\(name.en)” is taken by \(holder)"),
                Phrase("请核对是否重复登记，或另取一个", "check whether it is entered already, or choose another")
            )
        case .unavailable:
            (
                409, "UNAVAILABLE",
                Phrase("“\(name.zh)”在此不能使用此值", "“\(name.en)” cannot have this value here"),
                Phrase("请核对是否有误；无误时请联系市局登记", "check it; if it is right, ask the city bureau to enter it")
            )
        case .furnace:
            (
                422, "FURNACE",
                Phrase("炉窑须填炉窑类型，其他设施不填", "a furnace has its kind, other facilities have none"),
                Phrase("请同时核对“用途”和“炉窑类型”", "check purpose and kind of furnace together")
            )
        case .halfPosition:
            (
                422, "POSITION", Phrase("经度和纬度须同时填写", "longitude and latitude stand together"),
                Phrase("请补全或都留空", "give both or none")
            )
        case .region:
            (
                422, "REGION", Phrase("区域不属于本市或不在您的辖区", "the region is none of this city, or not yours"),
                Phrase("请使用辖区内的行政区划代码", "use the code of a region that you work in")
            )
        case .devicePassword:
            (
                422, "PASSWORD", Phrase("设备密码为 1 至 6 个可见字符", "a device password has 1 to 6 visible characters"),
                Phrase("请核对数采仪的 PW", "check what the logger sends as PW")
            )
        case .enterprise:
            (
                422, "ENTERPRISE", Phrase("没有这个企业，或不在您的辖区", "there is no such enterprise, or not in your sight"),
                Phrase("请核对企业编号；企业须先登记", "check the code; the enterprise is entered first")
            )
        default:
            // Of the nine that `words` sends here, the others are above.
            (
                422, "UNKNOWN", Phrase("“\(name.zh)”没有登记", "“\(name.en)” is not in the register"),
                Phrase("请先登记它，或核对编号", "enter it first, or check the code")
            )
        }
    }

    private func wordsOfChanges(_ name: Phrase, of kind: RegisterKind?) -> Words {
        func labels(_ fields: [String], of kind: RegisterKind?) -> Phrase {
            let labels = fields.map { Self.label($0, of: kind) }
            return Phrase(labels.map(\.zh).joined(separator: "、"), labels.map(\.en).joined(separator: ", "))
        }
        return switch self {
        case .outdated(let fields, let author):
            (
                409, "OUTDATED",
                Phrase(
                    "打开表单后 \(Self.person(author)) 已改动：\(labels(fields, of: kind).zh)",
                    "since this form was opened \(Self.person(author)) changed: \(labels(fields, of: kind).en)"),
                Phrase("请重新打开，看过新内容后再改", "open it again, look at what stands there now, then change")
            )
        case .unchanged:
            (
                422, "SAME", Phrase("没有任何改动", "nothing was changed"),
                Phrase("请改动后再保存", "change something, then save")
            )
        case .differs(let fields):
            (
                409, "DIFFERS",
                Phrase(
                    "企业已登记，且内容不同：\(labels(fields, of: .enterprise).zh)",
                    "the enterprise is known with other particulars: \(labels(fields, of: .enterprise).en)"),
                Phrase("请与登记内容一致，或在企业档案中更改", "say the same, or change the enterprise on its page")
            )
        default:
            // Of the four that `words` sends here, the others are above.
            (
                422, "FIXED", Phrase("“\(name.zh)”登记后不能更改", "“\(name.en)” does not change once entered"),
                Phrase("登记有误时停用原条目并重新登记；MN 在设备页更换", "enter it anew; a device number is replaced on its own page")
            )
        }
    }

    private var wordsOfFiles: Words {
        switch self {
        case .fieldCount(let found, let expected):
            (
                422, "FIELDS",
                Phrase(
                    "有 \(found) 列，应为 \(expected) 列", "it has \(Counted.english(found, "field")), not \(expected)"),
                Phrase("请核对逗号；含逗号的内容加引号", "check the commas; quote what holds one")
            )
        case .quotes:
            (
                422, "QUOTES", Phrase("引号没有成对", "its quotation marks do not close"),
                Phrase("引号内的引号写两次；字段内不能换行", "write a mark inside twice; a field holds no line break")
            )
        case .column(let column):
            (
                422, "COLUMN",
                Phrase("此类记录没有“\(Self.label(column, of: nil).zh)”列", "this kind of entry has no column “\(column)”"),
                Phrase("请清空该列或改正 record", "empty it, or correct the record")
            )
        case .size(let max):
            (
                422, "SIZE", Phrase("表中没有记录，或超过 \(max) 行", "the table holds no line, or more than \(max)"),
                Phrase("请分几次导入", "import it in parts")
            )
        default:
            // Of the five that `words` sends here, the others are above.
            (
                422, "HEADING",
                Phrase("第一行不是本系统的表头", "the first line is not the heading of either form"),
                Phrase("请先导出一份，照其表头填写", "export a table and keep its heading")
            )
        }
    }

    private static func person(_ author: String) -> String {
        author.hasPrefix("person:") ? String(author.dropFirst("person:".count)) : author
    }
}

extension CreditCode.Doubt {
    /// What is doubtful, and what to do.
    var phrase: Phrase {
        switch self {
        case .length: Phrase("不足或超过 18 位，请核对", "it has not 18 characters; check it")
        case .alphabet: Phrase("含有不允许的字母（I、O、S、V、Z），请核对", "it holds I, O, S, V or Z; check it")
        case .division: Phrase("第 3 至 8 位不是行政区划代码，请核对", "characters 3 to 8 are no division code; check it")
        case .check: Phrase("校验码不符（GB 32100），请核对执照", "its check character is wrong (GB 32100); check the licence")
        }
    }
}
