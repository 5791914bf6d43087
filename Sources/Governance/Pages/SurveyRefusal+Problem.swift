import Kernel
import Web

extension SurveyRefusal: DescribedRefusal {
    var problem: Problem {
        switch self {
        case .noSuchSurvey, .notItsOwner, .closed, .noneOpen, .severalOpen, .nothingToClose: problemOfRounds
        case .year, .yearTwice, .days, .strata: problemOfOpening
        case .heading, .personalColumn, .size, .quotes, .fieldCount: problemOfTables
        case .respondent, .personalNumber, .respondentTwice, .region, .answer, .noAnswer, .moreThanPeople:
            problemOfLines
        }
    }

    private var problemOfRounds: Problem {
        switch self {
        case .notItsOwner(let owner):
            Problem(
                status: 403, rule: "GOV-SURVEY-OWNER",
                what: Phrase("您的单位不办理满意度调查", "your unit does not work on surveys"),
                remedy: Phrase("请由\(owner)或主管办公室办理", "\(owner) and the office do"))
        case .closed(let year):
            Problem(
                status: 409, rule: "GOV-SURVEY-CLOSED",
                what: Phrase("\(year) 年度的调查已经结束", "the survey of \(year) is closed"),
                remedy: Phrase("结果不再变化；请在下一轮调查中导入", "its result never changes; use the next round"))
        case .noneOpen:
            Problem(
                status: 409, rule: "GOV-SURVEY-OPEN", field: "year",
                what: Phrase("没有进行中的调查", "no survey is open"), remedy: Phrase("请先开始一轮调查", "open a round first"))
        case .severalOpen(let years):
            Problem(
                status: 409, rule: "GOV-SURVEY-OPEN", field: "year",
                what: Phrase(
                    "有多轮调查进行中：\(years.map(String.init).joined(separator: "、"))",
                    "several surveys are open: \(years.map(String.init).joined(separator: ", "))"),
                remedy: Phrase("请注明年度（--year）", "name the year (--year)"))
        case .nothingToClose:
            Problem(
                status: 409, rule: "GOV-SURVEY-EMPTY", what: Phrase("本轮还没有答卷", "nobody has answered yet"),
                remedy: Phrase("请先导入答卷", "import answers first"))
        default:
            Problem(
                status: 404, rule: "GOV-SURVEY", field: "year", what: Phrase("没有这一轮调查", "there is no such survey"),
                remedy: Phrase("请从调查清单进入", "go there from the list of surveys"))
        }
    }

    private var problemOfOpening: Problem {
        switch self {
        case .year(let years):
            Problem(
                status: 422, rule: "GOV-SURVEY-YEAR", field: "year", what: Phrase("年度不正确", "this is no year"),
                remedy: Phrase(
                    "请填 \(years.lowerBound) 至 \(years.upperBound)", "give \(years.lowerBound) to \(years.upperBound)"))
        case .yearTwice(let year):
            Problem(
                status: 409, rule: "GOV-SURVEY-YEAR", field: "year",
                what: Phrase("\(year) 年度已有一轮调查", "there is a survey of \(year) already"),
                remedy: Phrase("每年一轮", "there is one a year"))
        case .strata(let line):
            Problem(
                status: 422, rule: "GOV-SURVEY-STRATA", field: "strata",
                what: Phrase("第 \(line) 行不能识别", "line \(line) cannot be read"),
                remedy: Phrase(
                    "每行“代码,人口,样本”，代码为本市区县且只写一次，样本不大于人口",
                    "code,people,sample: districts of the city, each once, the sample within the people"))
        default:
            Problem(
                status: 422, rule: "GOV-SURVEY-DAYS", field: "last_day",
                what: Phrase("访问时间不正确", "these days do not fit"),
                remedy: Phrase("结束不早于开始，且在该年度内", "the last is not before the first, and lies in the year"))
        }
    }

    private var problemOfTables: Problem {
        switch self {
        case .personalColumn(let column):
            Problem(
                status: 422, rule: "GOV-SURVEY-PERSONAL", field: column,
                what: Phrase("“\(column)”列含个人信息", "the column “\(column)” says who people are"),
                remedy: Phrase("请删除该列后再导入；本系统不收姓名、电话", "take it out first: no names and numbers are kept here"))
        case .size(let max):
            Problem(
                status: 422, rule: "GOV-SURVEY-SIZE", what: Phrase("没有数据行，或行数过多", "it has no lines, or too many"),
                remedy: Phrase("含表头最多 \(max) 行", "at most \(max), the heading counted"))
        case .quotes:
            Problem(
                status: 422, rule: "GOV-SURVEY-QUOTES", what: Phrase("引号没有成对", "a quotation mark does not close"),
                remedy: Phrase("字段内的引号须写两次", "a quotation mark within a field is written twice"))
        case .fieldCount(let found, let expected):
            Problem(
                status: 422, rule: "GOV-SURVEY-FIELDS",
                what: Phrase("有 \(found) 个字段", "it has \(Counted.english(found, "field"))"),
                remedy: Phrase("应有 \(expected) 个", "there are \(expected)"))
        case .heading(let expected):
            Problem(
                status: 422, rule: "GOV-SURVEY-HEADING",
                what: Phrase("表头不符", "this is not the heading of such a table"),
                remedy: Phrase("请使用：\(expected)；GBK 文件须注明编码", "use \(expected), and name GBK for a file in it"))
        default: problemOfRounds
        }
    }

    private var problemOfLines: Problem {
        switch self {
        case .respondent:
            Problem(
                status: 422, rule: "GOV-SURVEY-RESPONDENT", field: "respondent",
                what: Phrase("编号不正确", "this is no number of a person asked"),
                remedy: Phrase("1 至 20 个字母、数字或“-”", "1 to 20 letters, digits or -"))
        case .personalNumber:
            Problem(
                status: 422, rule: "GOV-SURVEY-PERSONAL", field: "respondent",
                what: Phrase("编号像是电话或身份证号", "the number looks like a telephone or identity number"),
                remedy: Phrase("请改用调查中心自编的序号", "use numbers of the centre's own"))
        case .respondentTwice(let respondent):
            Problem(
                status: 409, rule: "GOV-SURVEY-TWICE", field: "respondent",
                what: Phrase("编号 \(respondent) 已有答卷", "\(respondent) has answered already"),
                remedy: Phrase("每人只收一份，请删除重复行", "each person once: take the line out"))
        case .region:
            Problem(
                status: 422, rule: "GOV-SURVEY-REGION", field: "region",
                what: Phrase("该区县不在本轮调查中", "this district is not in the survey"),
                remedy: Phrase("请写本轮所列区县的代码或名称", "give the code or the Chinese name of one of its districts"))
        case .answer(let field, let max):
            Problem(
                status: 422, rule: "GOV-SURVEY-ANSWER", field: field,
                what: Phrase("回答不在 1 至 \(max) 之内", "this answer is not 1 to \(max)"),
                remedy: Phrase("未回答的留空", "leave it empty for no answer"))
        case .moreThanPeople(let region):
            Problem(
                status: 422, rule: "GOV-SURVEY-PEOPLE", field: "region",
                what: Phrase("\(region) 的答卷多于人口或上限", "\(region) has more answers than people, or than are taken"),
                remedy: Phrase("请核对人口和答卷", "check both"))
        default:
            Problem(
                status: 422, rule: "GOV-SURVEY-ANSWER", what: Phrase("没有任何回答", "nothing was answered"),
                remedy: Phrase("请删除空白答卷", "take the empty line out"))
        }
    }
}
