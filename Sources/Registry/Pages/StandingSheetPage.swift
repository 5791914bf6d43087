import Kernel
import Web

/// A standing sheet as it was said, to be read and printed.
struct StandingSheetPage: Page {
    static let template = "Registry/StandingSheetPage"

    let sheet: StandingSheet
    let sha256: Digest256
    /// The stored words, over which the digest is taken.
    let said: String
    /// Where the journal tells of it.
    let sequence: Int64
    let words: RegisterWords
    /// Whether the reader is of those who ask, and has a search to go back to.
    let isAsker: Bool
    let siteAddress: String

    struct Content: Encodable, Sendable {
        let number: String
        let toldAt: String
        let organisation: String
        let purpose: String
        let enterprise: String
        let enterpriseName: String
        let creditCode: String?
        let creditCodeDoubt: String?
        let region: String
        let standing: String
        let casesFrom: String
        let outlets: [Outlet]
        let missing: [Phrase]
        let checkpoint: Int64
        let checkpointLeaf: String
        let journalSequence: Int64
        let sha256: String
        /// The stored words; their SHA-256 is `sha256`.
        let said: String

        struct Outlet: Encodable, Sendable {
            let outlet: String
            let name: String
            let medium: String
            let standing: String
            let open: Int
            let closed: Int
            let withdrawn: Int
            let means: [Mean]
        }

        struct Mean: Encodable, Sendable {
            let factor: String
            let name: Phrase
            let start: String
            let value: String?
            let limit: String?
            let isBeyond: Bool?
            let mark: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("企业环境信息查询单", "Standing sheet")(language) }

    var content: Content {
        Content(
            number: sheet.number.text, toldAt: sheet.at.civil.isoText, organisation: sheet.organisation,
            purpose: sheet.purpose.rawValue, enterprise: sheet.firm.enterprise.text, enterpriseName: sheet.firm.name,
            creditCode: sheet.firm.creditCode,
            creditCodeDoubt: sheet.firm.creditCode.flatMap { CreditCode(checked: $0).doubt?.rawValue },
            region: sheet.firm.region.text, standing: sheet.firm.standing,
            casesFrom: StandingSheet.countsFrom(sheet.at).description,
            outlets: sheet.outlets.map { outlet in
                Content.Outlet(
                    outlet: outlet.outlet.text, name: outlet.title, medium: outlet.medium, standing: outlet.standing,
                    open: outlet.record.open, closed: outlet.record.closed, withdrawn: outlet.record.withdrawn,
                    means: outlet.means.map { mean in
                        Content.Mean(
                            factor: mean.factor.text, name: mean.name, start: mean.start.civil.isoText,
                            value: mean.value?.description, limit: mean.limit, isBeyond: mean.isBeyond,
                            mark: mean.mark)
                    })
            }, missing: sheet.gaps.map(\.phrase), checkpoint: sheet.checkpoint,
            checkpointLeaf: sheet.checkpointLeaf.hex, journalSequence: sequence, sha256: sha256.hex, said: said)
    }

    func view(_ language: Language) -> [String: Any] {
        let firm = sheet.firm
        let (open, closed, withdrawn) = (sheet.record.open, sheet.record.closed, sheet.record.withdrawn)
        return [
            "isAsker": isAsker, "number": sheet.number.text, "name": firm.name,
            "addressee": sheet.organisation, "purpose": sheet.purpose.phrase(language),
            "creditCode": firm.creditCode ?? Phrase("未登记", "not registered")(language),
            "codeWord": Self.verdict(on: firm.creditCode)(language),
            "region": words.room.regions.name(of: firm.region)(language), "industry": firm.industry,
            "address": firm.address, "standing": standing(firm.standing, of: .enterprise, language),
            "from": StandingSheet.countsFrom(sheet.at).description, "until": sheet.at.civil.date.description,
            "counts": Phrase(
                "属实未办结 \(open) 件，属实已整改销号 \(closed) 件，经查不属超标 \(withdrawn) 件",
                "true and not settled: \(open); true and put right: \(closed); found to be none: \(withdrawn)")(
                    language),
            "hasOutlets": !sheet.outlets.isEmpty,
            "outlets": sheet.outlets.map { outlet($0, language) },
            "hasGaps": !sheet.gaps.isEmpty, "gaps": sheet.gaps.map { $0.phrase(language) },
            "at": sheet.at.civil.secondText, "date": sheet.at.civil.date.description,
            "checkpoint": "\(sheet.checkpoint)", "leaf": sheet.checkpointLeaf.hex, "sequence": "\(sequence)",
            "sha256": sha256.hex, "checkPath": "/public/sheets?number=\(sheet.number)",
            "checkAddress": "\(siteAddress)/public/sheets?number=\(sheet.number)",
        ]
    }

    private static func verdict(on code: String?) -> Phrase {
        guard let code else { return Phrase("–", "–") }
        return CreditCode(checked: code).doubt?.phrase
            ?? Phrase("校验码相符（GB 32100）", "its check character is right (GB 32100)")
    }

    private func standing(_ value: String, of kind: RegisterKind, _ language: Language) -> String {
        RegisterForm.field("standing", of: kind).map { words.text(value, in: $0, language) } ?? value
    }

    private func outlet(_ outlet: StandingSheet.Outlet, _ language: Language) -> [String: Any] {
        let medium =
            RegisterForm.field("medium", of: .outlet).map { words.text(outlet.medium, in: $0, language) }
            ?? outlet.medium
        let record = outlet.record
        return [
            "title": outlet.title, "medium": medium, "standing": standing(outlet.standing, of: .outlet, language),
            "open": "\(record.open)", "closed": "\(record.closed)", "withdrawn": "\(record.withdrawn)",
            "hasMeans": !outlet.means.isEmpty,
            "means": outlet.means.map { mean in
                [
                    "factor": mean.name(language), "value": mean.value?.description ?? "–",
                    "limit": mean.limit ?? "–", "beside": Self.beside(mean)(language),
                    "period": mean.period(language), "at": mean.start.civil.minuteText,
                ]
            },
        ]
    }

    private static func beside(_ mean: StandingSheet.Mean) -> Phrase {
        if let mark = mean.mark {
            return mean.markWords.map { Phrase("设备标记 \(mark)（\($0.zh)）", "marked \(mark) (\($0.en))") }
                ?? Phrase("设备标记 \(mark)", "marked \(mark)")
        }
        return switch mean.isBeyond {
        case true?: Phrase("高于限值", "beyond the limit")
        case false?: Phrase("未超限值", "within the limit")
        case nil: Phrase("未比较", "not compared")
        }
    }
}

extension StandingSheet.Gap {
    /// What is missing, in words.
    var phrase: Phrase {
        switch self {
        case .noCreditCode: Phrase("未登记统一社会信用代码", "no unified social credit code is registered")
        case .doubtfulCreditCode(let doubt):
            Phrase("统一社会信用代码存疑：\(doubt.phrase.zh)", "the credit code is doubtful: \(doubt.phrase.en)")
        case .noOutlets:
            Phrase("没有登记排放口，因而没有监测数据", "no outlet is registered, so there are no values")
        case .noMeans(let outlet):
            Phrase("\(outlet)：没有可公开的监测均值", "\(outlet): no public mean")
        case .staleMeans(let outlet, let newest):
            Phrase(
                "\(outlet)：最近的均值始于 \(newest.civil.minuteText)，已超过 \(StandingSheet.staleHours) 小时",
                "\(outlet): its newest mean began at \(newest.civil.minuteText), "
                    + "more than \(StandingSheet.staleHours) h ago"
            )
        }
    }
}
