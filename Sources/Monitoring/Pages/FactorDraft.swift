import HJ212
import Kernel
import Standards
import Web

/// A mapping that somebody thinks of: what was typed, what it would mean, and what the last values would become.
struct FactorDraft: Sendable {
    let typed: Typed
    /// What it would mean; nil when it cannot be recorded.
    let reading: MappedReading?
    /// Why it cannot be recorded.
    let refusal: FactorMappingRefusal?
    /// The last values, before and after; nil when it cannot be recorded.
    let samples: [Sample]?

    /// What stands in the fields.
    struct Typed: Sendable, Equatable {
        let code: String
        let reading: String
        let target: String
        let unit: String
        let multiplier: String

        /// How the address of a preview carries it.
        static let query: [FormField] = [
            .filter("code", Phrase("设备发送的编码", "Code that the device sends"), .text(max: 20)),
            .filter("reading", Phrase("读作", "Read as"), .text(max: 20)),
            .filter("target", Phrase("因子", "Factor"), .text(max: 20)),
            .filter("unit", Phrase("单位", "Unit"), .text(max: 20)),
            .filter("multiplier", Phrase("倍率", "Multiplier"), .text(max: 20)),
        ]

        /// The same as fields of the form to be sent.
        var fields: [String: String] {
            ["code": code, "reading": reading, "target": target, "unit": unit, "multiplier": multiplier]
        }
    }

    /// One of the last values of the code.
    struct Sample: Sendable {
        let at: Instant
        let suffix: Suffix
        let text: String
        let now: FactorInterpretation.Value
        let then: FactorInterpretation.Value

        /// The line as programs read it.
        struct Content: Encodable, Sendable {
            let at: String
            let kind: String
            let text: String
            let now: String
            let then: String
        }

        var content: Content {
            Content(
                at: at.civil.isoText, kind: suffix.rawValue, text: text, now: now.phrase(.english),
                then: then.phrase(.english))
        }

        func view(_ language: Language) -> [String: Any] {
            [
                "at": at.civil.minuteText, "kind": suffix.rawValue, "text": text.isEmpty ? "–" : text,
                "now": now.phrase(language), "then": then.phrase(language),
            ]
        }
    }

    /// How many of the last values a preview shows. Design value.
    static let samplesMax = 12

    /// Looks what a draft would make of these frames, the newest first.
    init(
        _ typed: Typed, table: FactorTable, frames: [Frame], mappings: [FactorMapping], device: DeviceNumber
    ) {
        self.typed = typed
        do throws(FactorMappingRefusal) {
            let (code, reading) = try FactorMappingForm.reading(of: typed.fields, in: table)
            self.reading = reading
            refusal = nil
            let trial = FactorMapping(
                number: .max, device: device, sentCode: code, reading: reading,
                validFrom: FactorMappingOrder.validFromMin, validTo: nil)
            samples = Self.samples(
                of: code, in: frames, now: FactorInterpretation(table, mappings: mappings),
                then: FactorInterpretation(table, mappings: mappings + [trial]))
        } catch {
            (reading, samples, refusal) = (nil, nil, error)
        }
    }

    private static func samples(
        of code: PollutantCode, in frames: [Frame], now: FactorInterpretation, then: FactorInterpretation
    ) -> [Sample] {
        var samples: [Sample] = []
        for frame in frames {
            guard let at = (try? FrameFiling(frame))?.dataTime else { continue }
            for sent in frame.factorReadings where sent.factor == code.text {
                for value in sent.values where value.suffix.isQuantity {
                    guard samples.count < samplesMax else { return samples }
                    let before = now.value(of: sent.factor, value.suffix, value.text, in: frame.dialect, at: at)
                    let after = then.value(of: sent.factor, value.suffix, value.text, in: frame.dialect, at: at)
                    samples.append(
                        Sample(at: at, suffix: value.suffix, text: value.text, now: before, then: after))
                }
            }
        }
        return samples
    }
}

extension FactorInterpretation.Value {
    /// The value with code and unit, or why there is none.
    func phrase(_ language: Language) -> String {
        switch self {
        case .value(let code, let number, let unit): "\(code) = \(number) \(unit?.symbol ?? "")"
        case .blank(let code): "\(code) = –"
        case .raw(let reason): reason.phrase(language)
        }
    }
}
