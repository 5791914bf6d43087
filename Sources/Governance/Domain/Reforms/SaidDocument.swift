import Kernel

/// A document of a reform as somebody enters it, with the stages that it came to already.
struct SaidDocument: Sendable, Equatable {
    let title: String
    let unit: String
    let due: CivilDate
    let reviewYears: Int
    var sort = DocumentSort.system
    var series = ""
    /// What shows the stages.
    var note = ""
    var reached: [Reached] = []

    /// A stage and its day.
    struct Reached: Sendable, Equatable {
        let stage: DocumentStage
        let day: CivilDate
    }
}
