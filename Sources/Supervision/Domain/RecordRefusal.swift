/// Why an answer to a record of a check on site is not taken.
public enum RecordRefusal: Error, Equatable, Sendable {
    /// The step is no record, or one that owes no answer.
    case notOwed
    /// It was answered before.
    case answered
    /// It is not said what is answered.
    case verdictMissing
    /// Another officer is named in the record.
    case notYours(String)
    /// Whoever is named is still there and answers in person.
    case stillHere(String)
    /// Only a colleague with a certificate who did not write the record may note that the officer left.
    case notAColleague
    /// An objection or a note says what it is about.
    case wordsMissing
}
