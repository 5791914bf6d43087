import Kernel

/// Why a limit is not recorded or not ended.
enum LimitRefusal: Error, Equatable {
    /// The outlet does not exist, or is not in sight.
    case notFound
    /// The outlet has no limit of this number.
    case unknownLimit
    /// The factor is in no table, or its code has two meanings.
    case unknownFactor
    /// A factor of air at a waste-water outlet, or the other way round.
    case otherMedium
    /// Waste water is judged by its daily mean.
    case waterByDay
    /// A stack is judged by the hour, unless it is an incinerator's.
    case dayOnlyAtIncinerators
    /// The factor has no unit, so that nothing can be compared.
    case noUnit
    /// The unit does not lead to the platform's.
    case wrongUnit(wanted: String)
    /// A figure is no number in its bounds.
    case noNumber(String)
    /// A figure for another season names no season or temperature, or the limit is no upper limit.
    case conditionMissing
    /// A day lies outside what is allowed.
    case dayOutOfRange(field: String, from: CivilDate, to: CivilDate)
    /// Nothing tells where the limit is written.
    case sourceMissing
    /// No such table of a standard.
    case unknownTable
    /// The table is not in force on the first day.
    case tableExpired(String, CivilDate)
    /// The table has no limit of this factor.
    case notInTable(String)
    /// The table has another figure for the factor: a limit of one's own is no standard's.
    case notTheStandards(String, factor: Phrase, says: Phrase, written: Phrase)
    /// On some of these days another limit of the same mean holds already.
    case overlapping(number: Int64)
    /// The limit has ended, or was taken back.
    case endedAlready
    /// The outlet has as many limits as one may have.
    case tooMany(max: Int)
}
