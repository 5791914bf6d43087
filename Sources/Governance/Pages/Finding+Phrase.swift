import Kernel

extension ToleranceFinding.Finding {
    /// The finding in words.
    var phrase: Phrase {
        switch self {
        case .granted: Phrase("予以容错免责", "excused")
        case .refused: Phrase("不予容错免责", "not excused")
        }
    }
}
