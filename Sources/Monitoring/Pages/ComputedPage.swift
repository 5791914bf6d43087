import Facts
import Kernel
import Standards
import Web

/// One day of one factor: what was uploaded beside what minutes, hours and oxygen give, and how that is computed.
struct ComputedPage: Page {
    static let template = "Monitoring/ComputedPage"

    let outlet: OutletSummary
    let day: CivilDate
    let today: CivilDate
    /// Nil at an outlet without limit and values.
    let factor: Pollutant?
    let factors: [Pollutant]
    let hours: [Hour]
    let uploadedDay: HourReading?
    let computedDay: Ruling<DayMean>?
    /// Nil where no limit tells the kind of furnace.
    let reference: ReferenceOxygen?
    /// Whether suspicions are told of: the enterprise does not hear of them (decision 45).
    let isForOfficers: Bool

    struct Content: Encodable, Sendable {
        let outlet: String
        let day: String
        let factor: String?
        let hours: [Line]
        let uploadedDay: String?
        let computedDay: String?
        let referenceOxygen: String?

        struct Line: Encodable, Sendable {
            let hour: String
            let uploaded: String?
            let uploadedConverted: String?
            let computed: String?
            let computedConverted: String?
            let validMinutes: Int?
            let differencePercent: String?
            let ownConverted: String?
        }
    }

    func title(_ language: Language) -> String {
        let words = Phrase("计算值核对", "computed values")(language)
        return "\(factor?.name(language) ?? "–") · \(day) · \(words)"
    }

    private var computedText: String? {
        computedDay?.outcome.quotient.map { ComputedMean($0).shown.description }
    }

    var content: Content {
        Content(
            outlet: outlet.outlet.text, day: day.description, factor: factor?.code.text,
            hours: hours.filter { !$0.isEmpty }.map { hour in
                let computed = hour.computed.map(ComputedText.init)
                return Content.Line(
                    hour: hour.hour.civil.isoText, uploaded: hour.uploaded?.average?.description,
                    uploadedConverted: hour.uploaded?.converted?.description, computed: computed?.average,
                    computedConverted: computed?.converted, validMinutes: computed?.minutes,
                    differencePercent: hour.differencePercent?.description,
                    ownConverted: hour.conversion.own?.description)
            },
            uploadedDay: uploadedDay?.judged?.description, computedDay: computedText,
            referenceOxygen: reference?.percent.description)
    }

    func view(_ language: Language) -> [String: Any] {
        let address = "/outlets/\(outlet.outlet)/computed?factor=\(factor?.code.text ?? "")&day="
        return [
            "outlet": outlet.outlet.text, "outletTitle": outlet.title, "enterprise": outlet.enterprise.text,
            "enterpriseName": outlet.enterpriseName, "day": day.description,
            "previous": address + day.adding(days: -1).description,
            "hasNext": day < today, "next": address + day.adding(days: 1).description,
            "hasFactors": !factors.isEmpty,
            "factors": factors.map { known in
                [
                    "code": known.code.text, "name": known.name(language), "isShown": known.code == factor?.code,
                ] as [String: Any]
            },
            "hasUnit": !(factor?.unit ?? "").isEmpty, "unit": factor?.unit ?? "",
            "uploadedDay": withUnit(uploadedDay?.judged?.description), "computedDay": withUnit(computedText),
            "isForOfficers": isForOfficers,
            "daySteps": (computedDay?.steps ?? []).map { $0(language) },
            "knowsReference": reference != nil,
            "reference": reference.map { "\($0.percent) % · \($0.furnace(language))" } ?? "–",
            "hasHours": hours.contains { !$0.isEmpty },
            "hours": hours.filter { !$0.isEmpty }.map { row($0, language) },
        ]
    }

    private func withUnit(_ number: String?) -> String {
        guard let number else { return "–" }
        return (factor?.unit).map { $0.isEmpty ? number : "\(number) \($0)" } ?? number
    }

    private func row(_ hour: Hour, _ language: Language) -> [String: Any] {
        let computed = hour.computed.map(ComputedText.init)
        let percent = hour.differencePercent
        return [
            "hour": String(hour.hour.civil.minuteText.suffix(5)),
            "uploaded": FigureText.concentration(hour.uploaded?.average),
            "uploadedConverted": FigureText.concentration(hour.uploaded?.converted),
            "mark": hour.uploaded?.mark ?? "–",
            "computed": computed?.average ?? "–", "computedConverted": computed?.converted ?? "–",
            "minutes": computed?.minutes.map { "\($0)" } ?? "–",
            "difference": percent.map { "\($0) %" } ?? "–",
            "own": FigureText.concentration(hour.conversion.own), "check": hour.conversion.word(language),
            "tag": hour.conversion.tag, "isChecked": reference != nil,
            "isHole": hour.uploaded == nil, "note": computed?.note(language) ?? "–",
        ]
    }
}
