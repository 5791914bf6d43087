/// Why an entry is not made or changed. Each names its field.
public enum RegisterEntryRefusal: Error, Equatable, Sendable {
    /// A field that must be filled is empty.
    case missing(String)
    /// More characters than fit.
    case tooLong(String, max: Int)
    /// A character that shows nothing: a control character, a line break, a mark that turns the direction of writing.
    case characters(String)
    /// None of the codes that may stand there.
    case choice(String)
    /// No decimal number in these bounds.
    case number(String, ClosedRange<Int>)
    /// No day.
    case date(String)
    /// No code.
    case code(String)
    /// No entry of this code, or not in sight.
    case unknown(String)
    /// An entry of another enterprise, or a park of another region.
    case elsewhere(String)
    /// Another entry in sight has this value already.
    case taken(String, by: String)
    /// The value cannot be entered, for a reason that lies outside the author's sight: decision 89.
    case unavailable(String)
    /// No telephone number.
    case telephone(String)
    /// No mail address.
    case mail(String)
    /// A kind of furnace for something that is none, or a furnace without its kind.
    case furnace
    /// Longitude without latitude, or the other way round.
    case halfPosition
    /// The field does not change after the entry was made.
    case fixed(String)
    /// The region is none of this city, or not the visitor's.
    case region
    /// A password of a logger has 1 to 6 visible characters.
    case devicePassword
    /// Somebody changed the entry after the form was opened: the fields that were changed.
    case outdated(fields: [String], by: String)
    /// Nothing was changed.
    case unchanged
    /// The enterprise that the entry shall belong to is not in sight.
    case enterprise
    /// An enterprise stands in the register with other particulars: which.
    case differs([String])
    /// A file has no heading of its form.
    case heading
    /// A line of a file has more or fewer fields than the heading.
    case fieldCount(Int, expected: Int)
    /// Quotation marks of a line do not close.
    case quotes
    /// A line fills a column that its kind of entry does not have.
    case column(String)
    /// A file holds no line, or more than may be taken at once.
    case size(max: Int)

    /// The field it is about; nil for the entry as a whole.
    public var field: String? {
        switch self {
        case .missing(let field), .tooLong(let field, _), .characters(let field), .choice(let field),
            .number(let field, _), .date(let field), .code(let field), .unknown(let field), .elsewhere(let field),
            .taken(let field, _), .unavailable(let field), .telephone(let field), .mail(let field), .fixed(let field):
            field
        case .column(let field): field
        case .furnace: "furnace"
        case .halfPosition: "latitude"
        case .region: "region"
        case .devicePassword: "device_password"
        case .enterprise: "enterprise"
        case .differs(let fields): fields.first
        case .outdated, .unchanged, .heading, .fieldCount, .quotes, .size: nil
        }
    }
}
