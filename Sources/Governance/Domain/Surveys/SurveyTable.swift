import Kernel

/// Answers as a centre hands them in, a table with commas: a number for each person asked, their district, and what
/// they answered, under codes or Chinese words, in any order. Columns that name people are refused with the file.
struct SurveyTable: Sendable {
    /// How many lines a table may have, its heading counted.
    static let linesMax = 20_001
    static let respondentColumns = ["respondent", "受访者编号"]
    static let regionColumns = ["region", "区县"]
    /// What a heading holds that asks for who somebody is.
    static let personalWords = [
        "name", "姓名", "phone", "mobile", "tel", "电话", "手机", "身份证", "idcard", "id_card", "address", "住址", "地址",
        "mail", "邮箱", "wechat", "微信",
    ]

    /// What can be read, with the numbers of lines, the heading counted.
    private(set) var lines: [(number: Int, answer: SurveyAnswer)] = []
    /// What cannot.
    private(set) var refused: [(number: Int, refusal: SurveyRefusal)] = []

    /// What the table itself calls the fields, by their codes.
    private(set) var ownHeadings: [String: String] = [:]

    /// - Parameters:
    ///   - before: The answers that are here already.
    ///   - regions: Codes of districts by what a table may call them.
    init(csv: String, of survey: Survey, beside before: [SurveyAnswer], regions: [String: RegionCode]) {
        let text = csv.unicodeScalars.first == "\u{FEFF}" ? Substring(csv.unicodeScalars.dropFirst()) : csv[...]
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let columns: [Int]
        do throws(SurveyRefusal) {
            columns = try Self.columns(rows.first ?? "", of: survey)
        } catch {
            refused = [(1, error)]
            return
        }
        let found = CommaLine.fields(of: rows.first ?? "") ?? []
        ownHeadings = Dictionary(
            zip([Self.respondentColumns[0], Self.regionColumns[0]] + survey.dimensions.map(\.code), columns)
                .map { ($0, Self.trimmed(found[$1])) }, uniquingKeysWith: { first, _ in first })
        guard rows.count <= Self.linesMax else {
            refused = [(Self.linesMax + 1, .size(max: Self.linesMax))]
            return
        }
        var known = Set(before.map(\.respondent))
        var counts = Dictionary(before.map { ($0.region, 1) }, uniquingKeysWith: +)
        for (index, row) in rows.enumerated().dropFirst() where !row.allSatisfy(\.isWhitespace) {
            do throws(SurveyRefusal) {
                let answer = try Self.answer(row, columns, of: survey, regions: regions)
                guard known.insert(answer.respondent).inserted else { throw .respondentTwice(answer.respondent) }
                let people = survey.strata.first { $0.region == answer.region }?.population ?? 0
                let count = (counts[answer.region] ?? 0) + 1
                counts[answer.region] = count
                guard count <= min(people, Survey.sampleMax) else { throw .moreThanPeople(answer.region.text) }
                lines.append((index + 1, answer))
            } catch {
                refused.append((index + 1, error))
            }
        }
        if lines.isEmpty, refused.isEmpty { refused = [(1, .size(max: Self.linesMax))] }
    }

    /// The heading that a round asks for.
    static func heading(of survey: Survey) -> String {
        ([respondentColumns[0], regionColumns[0]] + survey.dimensions.map(\.code)).joined(separator: ",")
    }

    /// Where in a line stand the number, the district and each dimension.
    private static func columns(_ row: Substring, of survey: Survey) throws(SurveyRefusal) -> [Int] {
        guard let found = CommaLine.fields(of: row)?.map({ $0.filter { !$0.isWhitespace } }) else { throw .quotes }
        if let personal = found.first(where: isPersonal) { throw .personalColumn(personal) }
        let asked = [respondentColumns, regionColumns] + survey.dimensions.map { [$0.code, $0.name.zh] }
        let places = asked.compactMap { names in found.firstIndex { names.contains($0) } }
        guard places.count == asked.count, found.count == asked.count else {
            throw .heading(expected: heading(of: survey))
        }
        return places
    }

    private static func isPersonal(_ heading: String) -> Bool {
        let plain = heading.lowercased()
        return personalWords.contains { plain.contains($0) }
    }

    private static func answer(
        _ row: Substring, _ columns: [Int], of survey: Survey, regions: [String: RegionCode]
    ) throws(SurveyRefusal) -> SurveyAnswer {
        guard let fields = CommaLine.fields(of: row)?.map(trimmed) else { throw .quotes }
        guard fields.count == columns.count else { throw .fieldCount(fields.count, expected: columns.count) }
        let (respondent, place) = (fields[columns[0]], fields[columns[1]])
        guard !SurveyAnswer.looksPersonal(respondent) else { throw .personalNumber }
        guard SurveyAnswer.isRespondent(respondent) else { throw .respondent }
        guard let region = regions[place], survey.strata.contains(where: { $0.region == region }) else {
            throw .region
        }
        var answers: [Int?] = []
        for (dimension, column) in zip(survey.dimensions, columns.dropFirst(2)) {
            if fields[column].isEmpty {
                answers.append(nil)
            } else {
                guard let given = Int(fields[column]), (1...survey.points.count).contains(given) else {
                    throw .answer(field: dimension.code, max: survey.points.count)
                }
                answers.append(given)
            }
        }
        guard answers.contains(where: { $0 != nil }) else { throw .noAnswer }
        return SurveyAnswer(respondent: respondent, region: region, answers: answers)
    }

    private static func trimmed(_ field: String) -> String {
        String(field.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
