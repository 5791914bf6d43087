import Kernel

/// Why something about the reserve pool was not taken.
enum PoolRefusal: Error, Equatable {
    case noSuchProject
    case nameTaken(Int)
    case text(field: String, max: Int)
    case unknownRegion
    case unknownSort
    case amount(field: String)
    case planBeyondTotal
    case wrongStage(allowed: [PoolStage])
    case dayToCome(field: String)
    case dayBefore(CivilDate, field: String)
    case overTotal(gapFen: Int64)
    case unknownSource
    case noSuchEntry
    case takenBack
    case twice(Int)
}
