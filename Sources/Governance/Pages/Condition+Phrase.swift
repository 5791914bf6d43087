import Kernel

extension ToleranceFinding.Condition {
    /// The condition in words.
    var phrase: Phrase {
        switch self {
        case .trial: Phrase("属于改革试点探索", "it was a reform that was tried out")
        case .basis: Phrase("有集体决策依据", "it rested on a documented decision")
        case .procedure: Phrase("程序合规", "the procedure was kept")
        case .gain: Phrase("未谋取私利", "nobody gained by it")
        case .correction: Phrase("及时纠正补救", "it was put right in time")
        }
    }
}
