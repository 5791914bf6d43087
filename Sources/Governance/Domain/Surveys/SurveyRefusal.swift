/// Why something about a survey, or a line of its answers, was not taken.
enum SurveyRefusal: Error, Equatable {
    case noSuchSurvey
    case notItsOwner(String)
    case year(ClosedRange<Int>)
    case yearTwice(Int)
    case days
    case strata(line: Int)
    case closed(Int)
    case noneOpen
    case severalOpen([Int])
    case nothingToClose
    case heading(expected: String)
    case personalColumn(String)
    case size(max: Int)
    case quotes
    case fieldCount(Int, expected: Int)
    case respondent
    case personalNumber
    case respondentTwice(String)
    case region
    case answer(field: String, max: Int)
    case noAnswer
    case moreThanPeople(String)
}
