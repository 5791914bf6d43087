import Facts
import Kernel

/// What a decision on a sign read, as a page shows it: hour by hour.
struct SuspicionEvidence: Sendable {
    /// One hour.
    struct Row: Sendable, Equatable {
        let hour: Instant
        let value: String?
        let other: String?
        let mark: String?
        /// The frame, where the decision names it.
        let frame: Digest256?
    }

    let rows: [Row]
    let valueHeading: Phrase
    let otherHeading: Phrase
    /// The curves, for a picture; nil where the sign is in no curve.
    let curve: HourCurve?
    let other: HourCurve?
    let limit: DatedLimit?

    var hasCurve: Bool { curve != nil }

    /// The parts of a curve rule's input that a page shows.
    private struct CurveParts: Decodable {
        let curve: HourCurve
        let other: HourCurve?
        let limit: DatedLimit?
    }

    /// What a page shows of the input of the conversion's rule, of either version.
    private struct ConversionParts: Decodable {
        let hours: [ConversionDoubt.Input.Hour]
    }

    /// Reads the input of a decision on this sign.
    init(of sign: SignKind, input: [UInt8]) throws {
        switch sign {
        case .flatLine, .repeatedDigits, .clippedRange, .copiedCurve, .timelyCalibration, .belowLimit:
            let parts = try CanonicalJSON.value(CurveParts.self, from: input)
            (curve, other, limit) = (parts.curve, parts.other, parts.limit)
            valueHeading = Phrase("数值", "Value")
            otherHeading = Phrase("对照数值", "Compared with")
            rows = parts.curve.values.indices.map { place in
                Row(
                    hour: parts.curve.hour(place), value: parts.curve.values[place]?.description,
                    other: parts.other.flatMap {
                        $0.values.indices.contains(place) ? $0.values[place]?.description : nil
                    },
                    mark: parts.curve.marks[place], frame: nil)
            }
        case .rewrittenHours:
            let input = try CanonicalJSON.value(RewrittenHours.Input.self, from: input)
            (curve, other, limit) = (nil, nil, nil)
            valueHeading = Phrase("现行版本", "The version that stands")
            otherHeading = Phrase("先前版本", "Earlier versions")
            rows = input.hours.map { hour in
                Row(
                    hour: hour.hour, value: hour.versions.last?.value.description,
                    other: hour.versions.dropLast().map(\.value.description).joined(separator: ", "), mark: nil,
                    frame: hour.versions.last?.frame)
            }
        case .computedDifference:
            let input = try CanonicalJSON.value(ComputedDifference.Input.self, from: input)
            (curve, other, limit) = (nil, nil, nil)
            valueHeading = Phrase("上传值", "Uploaded")
            otherHeading = Phrase("计算值", "Computed")
            rows = (input.hours + (input.day.map { [$0] } ?? [])).map { pair in
                Row(
                    hour: pair.start, value: pair.uploaded.description, other: pair.computed.shown.description,
                    mark: nil, frame: nil)
            }
        case .convertedDifference:
            let input = try CanonicalJSON.value(ConversionParts.self, from: input)
            (curve, other, limit) = (nil, nil, nil)
            valueHeading = Phrase("设备折算值", "Converted by the device")
            otherHeading = Phrase("实测值 / 含氧量 %", "Measured / oxygen %")
            rows = input.hours.map { hour in
                Row(
                    hour: hour.hour, value: hour.converted?.description,
                    other: "\(hour.measured) / \(hour.oxygen?.description ?? "–")", mark: nil, frame: nil)
            }
        case .clockDrift:
            let input = try CanonicalJSON.value(DriftingClock.Input.self, from: input)
            (curve, other, limit) = (nil, nil, nil)
            valueHeading = Phrase("收到时间 − QN（秒）", "Receipt − QN (s)")
            otherHeading = Phrase("对照数值", "Compared with")
            rows = input.receipts.map {
                Row(hour: $0.hour, value: "\($0.drift / 1_000)", other: nil, mark: nil, frame: $0.frame)
            }
        }
    }
}
