import Kernel
import Web

/// Why a stage of a document that was entered with its stages was not taken: the refusal of the stage, at its column.
struct StageRefusal: DescribedRefusal {
    let stage: DocumentStage
    let because: WorkRefusal

    var problem: Problem { because.problem.naming(stage.rawValue) }
}
