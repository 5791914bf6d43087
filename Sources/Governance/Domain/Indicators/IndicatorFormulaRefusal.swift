/// Why a text is no formula, with the place in it, counted in scalars from 0.
enum IndicatorFormulaRefusal: Error, Equatable {
    case tooLong
    case tooManyParts
    case tooDeep
    /// Something else stands where a number, a name or a parenthesis belongs.
    case unexpected(at: Int)
    /// A word that is no function of this language.
    case unknownWord(String)
}
