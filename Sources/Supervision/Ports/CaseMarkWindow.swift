public import Facts
public import Kernel

/// A kind of starting or stopping whose hours are not judged within an allowed length.
public struct CaseMarkWindow: Sendable, Equatable {
    /// By what a form claims it.
    public let code: String
    /// The words for it.
    public let name: Phrase
    /// Hours at most.
    public let hoursMax: Int
    /// How sure we are of the length.
    public let certainty: Certainty
    /// The factor it is for; nil for all of them.
    public let factor: PollutantCode?

    /// A kind of starting or stopping.
    public init(
        code: String, name: Phrase, hoursMax: Int, certainty: Certainty, factor: PollutantCode? = nil
    ) {
        self.factor = factor
        self.code = code
        self.name = name
        self.hoursMax = hoursMax
        self.certainty = certainty
    }
}

extension CaseMarkWindow {
    /// The choice of a form for a source that no rule gives a length for.
    static let none = "none"

    /// Conditions that are excused for the length of their kind only.
    static let conditions: Set<String> = ["start", "stop"]

    /// What a form claims; nil for nothing.
    static func claimed(by form: [String: String]) -> String? {
        guard let code = form["window"], !code.isEmpty, code != none else { return nil }
        return code
    }
}
