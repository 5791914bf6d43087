public import Kernel

/// Something that people do about the documents of a reform.
public enum ReformAct: Sendable, Equatable {
    /// Enters a document that is to come.
    case enter(
        title: String, unit: String, due: CivilDate, reviewYears: Int, sort: DocumentSort = .system, series: String = ""
    )
    /// Says that a document came to a stage.
    case advance(Int, to: DocumentStage, on: CivilDate, note: String)
}
