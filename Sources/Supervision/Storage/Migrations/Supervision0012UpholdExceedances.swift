import Persistence

extension Migration {
    /// As what an exceedance counts whose values were sent again and refused; NULL for every other.
    static let supervision0012UpholdExceedances = Migration(
        "supervision-0012-uphold-exceedances",
        ["ALTER TABLE supervision_episode ADD COLUMN upheld {blob}"])
}
