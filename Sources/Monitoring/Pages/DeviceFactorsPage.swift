import HJ212
import Kernel
import Standards
import Web

/// The codes and units of one outlet's device: what it sends, as what it is read, what was recorded, and, for the
/// administrator, the form to record more, with a preview.
struct DeviceFactorsPage: Page {
    static let template = "Monitoring/DeviceFactorsPage"

    let outlet: OutletSummary
    let codes: [SentCode]
    let history: [FactorMappingStore.Recorded]
    /// How many hours still have to be read again.
    let hoursLeft: Int
    let draft: FactorDraft?
    let viewer: Role
    let now: Instant
    /// What was wrong with the form and what was typed, after a refusal.
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let outlet: String
        let device: String
        let codes: [SentCode.Content]
        let mappings: [Mapping]
        let preview: [FactorDraft.Sample.Content]?
        let hoursLeftToRead: Int

        struct Mapping: Encodable, Sendable {
            let mapping: Int64
            let sentCode: String
            let reading: String
            let code: String?
            let unit: String?
            let multiplier: String?
            let validFrom: String
            let validTo: String?
            let recordedAt: String
            let recordedBy: String
            let reason: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("编码与单位：\(outlet.title)", "Codes and units: \(outlet.title)")(language)
    }

    var content: Content {
        Content(
            outlet: outlet.outlet.text, device: outlet.device.text, codes: codes.map(\.content),
            mappings: history.map { recorded in
                let parts = recorded.mapping.reading.parts
                return Content.Mapping(
                    mapping: recorded.mapping.number, sentCode: recorded.mapping.sentCode.text, reading: parts.kind,
                    code: parts.target?.text, unit: parts.unit?.code, multiplier: parts.multiplier?.description,
                    validFrom: recorded.mapping.validFrom.description,
                    validTo: recorded.mapping.validTo?.description, recordedAt: recorded.at.civil.isoText,
                    recordedBy: recorded.by, reason: recorded.reason)
            },
            preview: draft?.samples?.map(\.content), hoursLeftToRead: hoursLeft)
    }

    func view(_ language: Language) -> [String: Any] {
        var view: [String: Any] = [
            "outlet": outlet.outlet.text,
            "outletTitle": outlet.title,
            "enterpriseName": outlet.enterpriseName,
            "device": outlet.device.text,
            // The administrator sees codes and units of every device, and no page of the outlet's values.
            "seesOutlet": viewer != .administrator,
            "hasCodes": !codes.isEmpty,
            "codes": codes.map { $0.view(language) },
            "isReading": hoursLeft > 0,
            "hoursLeft": String(hoursLeft),
            "hasHistory": !history.isEmpty,
            "history": history.map { row($0, language) },
            "mayMap": viewer == .administrator,
        ]
        view["draft"] = viewer == .administrator ? formView(language) : false
        return view
    }

    private func row(_ recorded: FactorMappingStore.Recorded, _ language: Language) -> [String: Any] {
        let mapping = recorded.mapping
        return [
            "number": String(mapping.number),
            "code": mapping.sentCode.text,
            "reading": mapping.reading.phrase(language),
            "since": "\(mapping.validFrom) → \(mapping.validTo?.description ?? "…")",
            "recordedAt": recorded.at.civil.minuteText,
            "by": recorded.by.split(separator: ":").last.map(String.init) ?? recorded.by,
            "reason": recorded.reason,
        ]
    }

    private func formView(_ language: Language) -> [String: Any] {
        let typed =
            draft?.typed ?? FactorDraft.Typed(code: "", reading: "factor", target: "", unit: "", multiplier: "1")
        var view: [String: Any] = [
            "code": typed.code, "target": typed.target, "multiplier": typed.multiplier,
            "sent": codes.map { ["code": $0.code] },
            "readings": FactorMappingForm.readings.map { kind, phrase -> [String: Any] in
                ["code": kind, "word": phrase(language), "isChosen": kind == typed.reading]
            },
            "units": MeasurementUnit.all.map { unit -> [String: Any] in
                [
                    "code": unit.code, "word": unit.symbol.isEmpty ? "1" : unit.symbol,
                    "isChosen": unit.code == typed.unit,
                ]
            },
            "hasProblem": false, "hasPreview": false,
        ]
        if let problem = draft?.refusal?.problem {
            view["hasProblem"] = true
            view["problem"] = problem.what(language)
            view["remedy"] = problem.remedy(language)
        }
        guard let draft, let samples = draft.samples else { return view }
        view["hasPreview"] = true
        view["meaning"] = draft.reading?.phrase(language) ?? "–"
        view["hasSamples"] = !samples.isEmpty
        view["samples"] = samples.map { $0.view(language) }
        view["form"] = FormView.view(
            language, action: "/outlets/\(outlet.outlet)/factors", fields: FactorMappingForm.fields,
            submit: Phrase("登记映射", "Record the mapping"), values: ["valid_from": now.civil.date.description],
            refused: refused, hidden: typed.fields)
        return view
    }
}
