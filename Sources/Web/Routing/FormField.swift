public import Kernel

/// One field that a POST carries, in a form or in JSON; one validator serves both.
public struct FormField: Sendable {
    /// What may stand in a field. Lengths are in characters.
    public enum Kind: Sendable, Equatable {
        /// One line.
        case text(max: Int)
        /// Several lines.
        case longText(max: Int)
        /// A number as people type it (`TypedNumber`); the handler reads it in plain notation, of so many characters.
        case number(max: Int)
        /// A password: taken to the letter, never shown again.
        case secret(max: Int)
        /// One of these codes.
        case choice([String])
        /// A code written in a form of its own.
        case code(CodeForm)
        /// A day, `2026-11-23`.
        case date
        /// Yes or no; the handler reads `true` or `false`.
        case flag
    }

    /// The name in the form and the key in JSON.
    public let name: String
    /// What people read beside it.
    public let label: Phrase
    /// What may stand in it.
    public let kind: Kind
    /// Whether it may be empty. (A required flag must be set.)
    public let required: Bool
    /// A sentence under the label.
    public let hint: Phrase?
    /// What people read for the codes of a choice; a code without a label shows itself.
    public let optionLabels: [String: Phrase]
    /// What a page offers while somebody types a line; other words may be sent all the same, and without a script.
    public private(set) var suggestions: [Phrase]
    /// What a suggestion that is a code stands for, by the code.
    public private(set) var suggestedNames: [String: Phrase] = [:]

    /// Of a day that ends a period: the name of the day that begins it, which must not lie after it.
    public private(set) var begin: String?

    /// One field.
    public init(
        name: String, label: Phrase, kind: Kind, required: Bool, hint: Phrase? = nil,
        optionLabels: [String: Phrase] = [:], suggestions: [Phrase] = []
    ) {
        precondition(!FormBody.reservedNames.contains(name), "\(name) is a field of the site itself")
        self.name = name
        self.label = label
        self.kind = kind
        self.required = required
        self.hint = hint
        self.optionLabels = optionLabels
        self.suggestions = suggestions
    }

    /// The same day, as the end of the period that another day of the same query begins.
    public func ending(_ begin: String) -> FormField {
        precondition(kind == .date, "a period ends with a day")
        var field = self
        field.begin = begin
        return field
    }

    /// The same field, offering codes with what they stand for.
    public func offering(_ names: [(code: String, name: Phrase)]) -> FormField {
        var field = self
        field.suggestions = names.map { Phrase($0.code, $0.code) }
        field.suggestedNames = Dictionary(names.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        return field
    }
}
