/// What a value looks like as JSON: what the description of the interfaces tells of an answer.
public indirect enum JSONForm: Sendable, Equatable {
    /// A text, of a format of JSON Schema where it has one, `date-time`.
    case text(format: String? = nil)
    /// A text, one of these.
    case code([String])
    /// A whole number.
    case integer
    /// A number that may have decimals.
    case number
    /// True or false.
    case flag
    /// Anything at all: what is told elsewhere, and what the program cannot say beforehand.
    case anything
    /// What may be null where it stands.
    case nullable(JSONForm)
    /// Any number of these.
    case list(JSONForm)
    /// An object whose keys are not known beforehand.
    case dictionary(JSONForm)
    /// An object with these members and no others.
    case object([Member])
    /// One of several.
    case oneOf([JSONForm])

    /// A member of an object.
    public struct Member: Sendable, Equatable {
        /// Its key.
        public let name: String
        /// What it holds.
        public let form: JSONForm
        /// Whether it is always there.
        public let isRequired: Bool

        /// A member.
        public init(_ name: String, _ form: JSONForm, isRequired: Bool = true) {
            (self.name, self.form, self.isRequired) = (name, form, isRequired)
        }
    }

    /// What a program is told instead of being sent on to another page.
    public static let location = JSONForm.object([Member("location", .text())])

    /// The names that an object of this form may have; of several forms, all of theirs.
    public var names: Set<String> {
        switch self {
        case .object(let members): Set(members.map(\.name))
        case .oneOf(let forms): forms.reduce(into: []) { $0.formUnion($1.names) }
        case .nullable(let form): form.names
        case .text, .code, .integer, .number, .flag, .anything, .list, .dictionary: []
        }
    }

    /// The form of a member of an object; nil without one of this name.
    public subscript(_ name: String) -> JSONForm? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.form
    }

    /// The form of a list's entries; nil for what is no list.
    public var entry: JSONForm? { if case .list(let form) = self { form } else { nil } }
}

/// A type that is not written member by member under its properties' names, and says itself how it is written.
public protocol DescribedJSON {
    /// How it is written.
    static var jsonForm: JSONForm { get }
}
