import Kernel
import Standards

extension Phrase {
    /// The same words, each code of a factor behind its name: rules keep their words, readers know names.
    var namingFactors: Phrase { Phrase(Self.naming(zh, .chinese), Self.naming(en, .english)) }

    private static func naming(_ text: String, _ language: Language) -> String {
        text.replacing(/\b[aw][0-9]{5}\b/) { found in
            let code = String(found.output)
            guard let name = PollutantCode(code).map({ Pollutant($0).name(language) }), name != code,
                !text.contains(name)
            else { return code }
            return Phrase("\(name)（\(code)）", "\(name) (\(code))")(language)
        }
    }
}
