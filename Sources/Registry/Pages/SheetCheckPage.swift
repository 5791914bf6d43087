import Kernel
import Web

/// Whether a sheet of this number was handed out, and whether it would say the same now. It repeats no figure.
struct SheetCheckPage: Page {
    static let template = "Registry/SheetCheckPage"

    /// A sheet that was handed out.
    struct Found: Sendable {
        let sheet: StandingSheet
        let sha256: Digest256
        let isJournalled: Bool
        /// The parts that say something else now; nil when the enterprise is gone from the register.
        let differences: [StandingSheet.Part]?
    }

    let number: SheetNumber?
    let found: Found?
    let now: Instant

    struct Content: Encodable, Sendable {
        let number: String?
        let isKnown: Bool
        let toldAt: String?
        let enterpriseName: String?
        let sha256: String?
        let isJournalled: Bool?
        /// Whether it says the same now.
        let isSame: Bool?
        let differences: [String]
        let checkedAt: String
    }

    func title(_ language: Language) -> String { Phrase("查询单验证", "Check a standing sheet")(language) }

    var content: Content {
        Content(
            number: number?.text, isKnown: found != nil, toldAt: found?.sheet.at.civil.isoText,
            enterpriseName: found?.sheet.firm.name, sha256: found?.sha256.hex, isJournalled: found?.isJournalled,
            isSame: found.map { $0.differences == [] }, differences: (found?.differences ?? []).map(\.rawValue),
            checkedAt: now.civil.isoText)
    }

    func view(_ language: Language) -> [String: Any] {
        let differences = found?.differences ?? []
        return [
            "number": number?.text ?? "", "isUnknown": number != nil && found == nil, "isFound": found != nil,
            "name": found?.sheet.firm.name ?? "", "at": found?.sheet.at.civil.secondText ?? "",
            "sha256": found?.sha256.hex ?? "", "isBroken": found?.isJournalled == false,
            "isSame": found?.isJournalled == true && found?.differences == [],
            "isGone": found != nil && found?.differences == nil,
            "differs": !differences.isEmpty, "parts": differences.map { $0.phrase(language) },
            "now": now.civil.secondText,
        ]
    }
}

extension StandingSheet.Part {
    /// What the part is called.
    fileprivate var phrase: Phrase {
        switch self {
        case .firm: Phrase("企业登记信息", "what the register holds of the enterprise")
        case .outlets: Phrase("排放口", "its outlets")
        case .record: Phrase("近12个月的超标案件数", "counts of cases of the last 12 months")
        }
    }
}
