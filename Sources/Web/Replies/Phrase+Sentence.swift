import Kernel

extension Phrase {
    /// The phrase as a sentence begins: with a capital in English.
    func sentence(_ language: Language) -> String {
        language == .chinese ? zh : en.prefix(1).uppercased() + en.dropFirst()
    }
}
