/// Whose register lies open to a question about an enterprise's standing: banks may ask about every enterprise of the
/// city; whoever belongs to no bank sees no row.
enum StandingSight: Sendable, Equatable {
    case everyEnterprise
    case nothing
}
