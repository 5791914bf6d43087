import Kernel

/// Why a value, a correction or the end of a month was not taken.
enum IndicatorRefusal: Error, Equatable {
    case unknownIndicator
    case computed
    case surveyed
    case unknownRegion
    case notByDistrict
    case notTheOwner(String)
    case unknownMonth
    case monthNotOver(CivilMonth)
    case otherPeriod(Indicator.Frequency)
    case notANumber
    case outOfRange(ClosedRange<DecimalNumber>)
    case tooFine(decimals: Int)
    case sourceMissing
    case textTooLong(field: String, max: Int)
    case monthTwice(CivilMonth)
    case nothingToCorrect(CivilMonth)
    case sameValue
    case frozenAlready(CivilMonth)
    case monthBefore(first: CivilMonth)
    case nothingFiled
    case implausible(CivilMonth, [ImplausibleFigure])
    case nothingImplausible(CivilMonth)
    case unconfirmed(CivilMonth, missing: Int, of: Int)
}
