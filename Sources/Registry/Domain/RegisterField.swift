public import Kernel

/// One field of an entry: what it is called, what may stand in it, who may read it.
public struct RegisterField: Sendable {
    /// What may stand in a field.
    public enum Kind: Sendable {
        /// One line of at most so many characters.
        case text(max: Int)
        /// One of these codes.
        case choice([Choice])
        /// A decimal number in these bounds.
        case decimal(ClosedRange<Int>)
        /// A day.
        case date
        /// The code of another entry of the same enterprise, or of a park of the same region.
        case entry(RegisterKind)
        /// A trade of GB/T 4754 that the catalogue has.
        case industry
        /// A kind of furnace of the reference oxygen table.
        case furnace
        /// Factor codes, a space between them.
        case factors
        /// A unified social credit code; a doubtful one is taken.
        case creditCode
        /// A telephone number.
        case telephone
        /// A mail address.
        case mail
        /// The MN of a data logger.
        case device
    }

    /// A code that may be chosen.
    public struct Choice: Sendable {
        /// The code.
        public let code: String
        /// What people read.
        public let label: Phrase
    }

    /// Whether a field changes after the entry was made.
    public enum Change: Sendable {
        /// By the form.
        case free
        /// Never by the form: it moves on a way of its own, or is what the entry is.
        case fixed
    }

    /// Who may read what stands in it.
    public enum Reading: Sendable {
        /// Whoever sees the entry.
        case open
        /// Whoever sees the entry; facts, which travel further, hold a mask.
        case personal
    }

    /// Its name: the column of the table, the field of the form, the column of the file.
    public let name: String
    /// What people read beside it.
    public let label: Phrase
    /// What may stand in it.
    public let kind: Kind
    /// Whether it may be empty.
    public let isRequired: Bool
    /// Whether it changes.
    public let change: Change
    /// Who may read it.
    public let reading: Reading
    /// A sentence below the label.
    public let hint: Phrase?

    init(
        _ name: String, _ zh: String, _ en: String, _ kind: Kind, required: Bool = false, change: Change = .free,
        reading: Reading = .open, hint: Phrase? = nil
    ) {
        self.name = name
        label = Phrase(zh, en)
        self.kind = kind
        isRequired = required
        self.change = change
        self.reading = reading
        self.hint = hint
    }

    /// How a value stands in a fact.
    func told(_ value: String?) -> String? {
        guard let value, case .personal = reading else { return value }
        switch kind {
        case .telephone: return PersonalMask.telephone(value)
        case .mail: return PersonalMask.mail(value)
        // Of the personal fields the rest are names.
        default: return PersonalMask.name(value)
        }
    }
}
