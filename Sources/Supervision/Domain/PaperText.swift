import Facts
import Kernel

/// A sentence that papers must carry whatever the case, from the figures: with its days and how sure we are of it.
struct PaperText: Codable, Sendable, Equatable {
    /// What it is there for; the items are those of art. 9 of the rules on daily fines (Order 28).
    enum Part: String, Codable, Sendable, CaseIterable {
        /// Why automatic data are evidence (item 2).
        case evidence
        /// By what putting right is ordered, beside the article that is violated (item 3).
        case handling
        /// That the discharge stops at once (item 4).
        case stop
        /// What follows from refusing (item 5).
        case refusing
        /// Where and until when one may object (item 6).
        case remedy

        /// What it is called on the paper.
        var phrase: Phrase {
            switch self {
            case .evidence: Phrase("自动监测数据作为证据的依据", "Why automatic data are evidence")
            case .handling: Phrase("处理依据", "Basis of the order")
            case .stop: Phrase("立即停止", "To stop at once")
            case .refusing: Phrase("拒不改正的后果", "What follows from refusing")
            case .remedy: Phrase("救济途径和期限", "Remedies and their terms")
            }
        }
    }

    let part: Part
    /// The first day on which papers carry it; nil for always.
    let validFrom: CivilDate?
    /// The last day; nil while they do.
    let validTo: CivilDate?
    let text: Phrase
    let certainty: Certainty

    /// Whether papers of a day carry it.
    func holds(on day: CivilDate) -> Bool {
        validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true
    }
}

extension ClosedLoopRules {
    /// What papers of a day say for a part, each sentence with its mark; nil when the figures have nothing.
    func paperText(_ part: PaperText.Part, on day: CivilDate) -> Phrase? {
        let found = paperTexts.filter { $0.part == part && $0.holds(on: day) }
        guard !found.isEmpty else { return nil }
        return Phrase(
            found.map { "\($0.text.zh)（\($0.certainty.phrase.zh)）" }.joined(separator: "；"),
            found.map { "\($0.text.en) (\($0.certainty.phrase.en))" }.joined(separator: "; "))
    }
}
