public import Kernel

/// A refusal as people and programs read it: what, by which rule, in which field, and what helps (RFC 9457).
public struct Problem: Sendable, Equatable {
    /// The HTTP status, 400…599.
    public let status: Int
    /// The stable code of the rule that refused, `WEB-CSRF`, `SUP-03`.
    public let rule: String
    /// The form field or parameter it is about, when there is one.
    public let field: String?
    /// What is wrong.
    public let what: Phrase
    /// What helps.
    public let remedy: Phrase

    /// A refusal in words.
    public init(status: Int, rule: String, field: String? = nil, what: Phrase, remedy: Phrase) {
        precondition((400...599).contains(status), "a problem's status says that something was refused")
        self.status = status
        self.rule = rule
        self.field = field
        self.what = what
        self.remedy = remedy
    }
}

/// A refusal that can be put into words. Contexts let their refusals conform beside their pages; the site shows them.
public protocol DescribedRefusal: Error {
    /// The refusal in words.
    var problem: Problem { get }
}

extension Problem: DescribedRefusal {
    public var problem: Problem { self }
}
