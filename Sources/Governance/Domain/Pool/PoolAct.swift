public import Kernel

/// Something that people do about a project of the reserve pool.
public enum PoolAct: Sendable, Equatable {
    /// Lets it come to a stage; backwards, the note is the reason.
    case move(PoolStage, on: CivilDate, note: String)
    /// Says that money of a source is secured, in 万元, by a document.
    case secure(source: String, amount: String, document: String, on: CivilDate)
    /// Takes secured money back, the whole entry.
    case release(Int, reason: String)
}
