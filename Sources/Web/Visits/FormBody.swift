import FoundationEssentials
import Kernel

/// The fields of a request's body before anybody has looked at them.
struct FormBody: Sendable, Equatable {
    /// Fields that the site itself reads from any form: the token against forgery, where to go on, and
    /// that the answers were looked over.
    static let reservedNames: Set<String> = ["csrf", "next", AnswersPage.checkedName]
    /// How many fields a body may have.
    static let fieldsMax = 200

    let values: [String: String]

    init(values: [String: String] = [:]) {
        self.values = values
    }

    /// Reads a form or a JSON object; an empty body has no fields.
    init(_ bytes: [UInt8], contentType: String?) throws(Problem) {
        guard !bytes.isEmpty else {
            self.init()
            return
        }
        switch contentType?.split(separator: ";").first.map(FormBody.trimmed) {
        case "application/x-www-form-urlencoded": try self.init(form: bytes)
        case "application/json": try self.init(json: bytes)
        default: throw .unknownContentType
        }
    }

    private init(form bytes: [UInt8]) throws(Problem) {
        guard let text = String(validating: bytes, as: UTF8.self),
            let pairs = PercentCoding.pairs(text, max: Self.fieldsMax)
        else { throw .unreadableBody }
        var values: [String: String] = [:]
        for (name, value) in pairs {
            guard values.updateValue(value, forKey: name) == nil else { throw .fieldTwice(name) }
        }
        self.init(values: values)
    }

    private init(json bytes: [UInt8]) throws(Problem) {
        guard Self.numbersAreShort(bytes),
            let object = try? JSONDecoder().decode([String: Scalar].self, from: Data(bytes)),
            object.count <= Self.fieldsMax
        else { throw .unreadableBody }
        self.init(values: object.compactMapValues(\.text))
    }

    /// So many characters a number in JSON may have: decimals hold 38 digits, and none of them shall be rounded away.
    private static let numberMax = 30

    /// Whether no number outside of texts is longer than it may be.
    private static func numbersAreShort(_ bytes: [UInt8]) -> Bool {
        let marks = Set("0123456789+-.eE".utf8)
        var (isText, isEscaped, length) = (false, false, 0)
        for byte in bytes {
            if isText {
                isText = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            isText = byte == UInt8(ascii: "\"")
            length = marks.contains(byte) ? length + 1 : 0
            if length > numberMax { return false }
        }
        return true
    }

    /// A JSON value that can stand in a form: text, a number, yes or no, or nothing.
    private struct Scalar: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                text = nil
            } else if let flag = try? container.decode(Bool.self) {
                text = flag ? "true" : "false"
            } else if let number = try? container.decode(Decimal.self) {
                // Read from its own digits: whole numbers are decimals too, and reading them as such first would cut
                // a fraction off.
                let digits = number.description
                guard digits.utf8.count <= FormBody.numberMax else {
                    throw DecodingError.dataCorruptedError(in: container, debugDescription: "too many digits")
                }
                text = digits
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        text.filter { !$0.isWhitespace }.lowercased()
    }
}

extension Problem {
    static let unknownContentType = Problem(
        status: 415, rule: "WEB-CONTENT-TYPE",
        what: Phrase("不支持这种提交格式", "this kind of body is not understood"),
        remedy: Phrase(
            "请用网页表单（application/x-www-form-urlencoded）或 application/json 提交",
            "send application/x-www-form-urlencoded or application/json"))

    static let unreadableBody = Problem(
        status: 400, rule: "WEB-BODY",
        what: Phrase("提交的内容无法读取", "the body cannot be read"),
        remedy: Phrase(
            "表单须为有效的 UTF-8 编码；JSON 须为一个对象，值为文本、最多 30 位的数字或 true/false",
            "a form must be valid UTF-8; JSON must be one object of texts, numbers of at most 30 digits and booleans"
        ))

    static func fieldTwice(_ name: String) -> Problem {
        Problem(
            status: 400, rule: "WEB-FIELD-TWICE", field: String(name.prefix(64)),
            what: Phrase("同一个字段提交了两次", "one field was sent twice"),
            remedy: Phrase("请返回表单重新提交", "go back to the form and send it again"))
    }
}
