import HJ212
import Kernel

/// What a device's mark says in each edition: the letters are few and change their meaning between editions.
///
/// Only N lets a value of a stack or of waste water decide in every edition. An unknown mark never does.
enum DeviceMarkWords {
    /// In a word, for anybody: as the newest edition that knows the mark says it; nil when none does.
    static func word(_ mark: String) -> Phrase? {
        Edition.allCases.compactMap { DataMark(mark, in: $0) }.last.map { Phrase($0.chineseName, $0.englishName) }
    }

    /// In full, for a decision.
    static func phrase(_ mark: String) -> Phrase {
        let known = Edition.allCases.compactMap { edition in DataMark(mark, in: edition).map { (edition, $0) } }
        guard !known.isEmpty else { return Phrase("各版标准均无此标记", "no edition knows this mark") }
        // A stopped source is not a stopped instrument, though one meaning stands for both.
        let isOne = Set(known.map(\.1.meaning)).count == 1 && known.first?.1.meaning != .stopped
        if isOne, let newest = known.last?.1 {
            return Phrase(newest.chineseName, newest.englishName)
        }
        return Phrase(
            known.map { "\($0.0.rawValue)：\($0.1.chineseName)" }.joined(separator: "，"),
            known.map { "\($0.0.rawValue): \($0.1.englishName)" }.joined(separator: ", "))
    }
}
