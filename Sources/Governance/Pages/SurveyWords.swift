import Kernel
import Web

/// Results of surveys in words and cells.
enum SurveyWords {
    static let tooFew = Phrase("样本不足", "too few to say")

    /// `84.3 ± 1.27`, or that too few answered.
    static func value(_ estimate: SurveyEstimate?, _ language: Language) -> String {
        guard let mean = estimate?.mean_hundredths, let margin = estimate?.margin_hundredths else {
            return tooFew(language)
        }
        return "\(WeightedPoints.text(mean)) ± \(WeightedPoints.text(margin))"
    }

    /// Hundredths of a point as a number of points; nothing where nothing is said.
    static func cell(_ hundredths: Int?) -> TableCell {
        hundredths.map { .number(WeightedPoints.text($0)) } ?? .none
    }
}
