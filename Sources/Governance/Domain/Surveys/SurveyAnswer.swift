import Kernel

/// What one person answered, who has a number and no name.
struct SurveyAnswer: Sendable, Equatable {
    let respondent: String
    let region: RegionCode
    /// 1…5 by dimension, in the order of the round; nil where nothing was answered.
    let answers: [Int?]

    /// As it is stored: fields with commas between.
    var line: String {
        ([respondent, region.text] + answers.map { $0.map(String.init) ?? "" }).joined(separator: ",")
    }

    /// Reads what `line` wrote; nil for anything else.
    init?(line: some StringProtocol) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count > 2, let region = RegionCode(String(fields[1])) else { return nil }
        self.init(
            respondent: String(fields[0]), region: region, answers: fields.dropFirst(2).map { Int($0) })
    }

    init(respondent: String, region: RegionCode, answers: [Int?]) {
        (self.respondent, self.region, self.answers) = (respondent, region, answers)
    }

    /// The stored bytes of answers that came in together.
    static func bytes(_ answers: [SurveyAnswer]) -> [UInt8] {
        Array(answers.map { $0.line + "\n" }.joined().utf8)
    }

    /// Reads what `bytes` wrote.
    static func all(_ bytes: [UInt8]) -> [SurveyAnswer] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { SurveyAnswer(line: $0) }
    }

    static let respondentMax = 20

    /// Whether a text can be the number of somebody asked: ASCII letters, digits and `-`.
    static func isRespondent(_ text: String) -> Bool {
        (1...respondentMax).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D
            }
    }

    /// Whether a text looks like a telephone number or a citizen's number, which nobody may hand in.
    static func looksPersonal(_ text: String) -> Bool {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }
        let isAlmostDigits = text.utf8.count - digits.count <= 2
        guard isAlmostDigits else { return false }
        // 11 digits from 1 are a mobile, 10 to 12 from 0 a fixed line with its area, 15 and 18 a citizen's number.
        let endsWithX = text.hasSuffix("X") || text.hasSuffix("x")
        let (count, first) = (endsWithX ? digits.count + 1 : digits.count, digits.first)
        return (count == 11 && first == 0x31) || ((10...12).contains(count) && first == 0x30)
            || count == 15 || count == 18
    }
}
