import Kernel

/// The last 48 hours as a strip: one cell an hour, minute values above, the hour's own value below.
struct CaptureStrip: Sendable {
    let hours: [DeviceHour]
    /// The start of the strip's last hour.
    let last: Instant
    /// Nil for a device that sends no minute values.
    let minuteStep: Int?

    static let hourCount: Int64 = 48
    static let cellWidth = 10

    /// How full a cell is; the second half of the name of its class.
    enum Fullness: String {
        case full, most, few, none
    }

    func view(_ language: Language) -> [String: Any] {
        let known = Dictionary(hours.map { ($0.hour, $0) }, uniquingKeysWith: { first, _ in first })
        let cells = (0..<Self.hourCount).map { last.adding(hours: $0 - Self.hourCount + 1) }
        return [
            "viewBox": "0 0 \(Int(Self.hourCount) * Self.cellWidth) \(minuteStep == nil ? 20 : 42)",
            "label": Phrase(
                "最近48小时的数据捕集情况，数字见下表", "values received in the last 48 hours; the figures are in the table")(language),
            "from": last.adding(hours: 1 - Self.hourCount).civil.minuteText,
            "to": last.civil.minuteText,
            "minutes": minuteStep.map { step in
                cells.enumerated().map { cell($1, place: $0, y: 0, Self.fullness(known[$1], step: step)) }
            } ?? [],
            "hours": cells.enumerated().map { place, hour in
                cell(
                    hour, place: place, y: minuteStep == nil ? 0 : 22,
                    known[hour]?.hasHourValue ?? false ? .full : .none)
            },
        ]
    }

    /// A period for each step is full; three quarters of them are most.
    static func fullness(_ hour: DeviceHour?, step: Int) -> Fullness {
        let minutes = (hour?.minutePeriods ?? 0) * step
        return switch minutes {
        case 60...: .full
        case 45...: .most
        case 1...: .few
        // Nothing came.
        default: .none
        }
    }

    private func cell(_ hour: Instant, place: Int, y: Int, _ fullness: Fullness) -> [String: Any] {
        [
            "x": String(place * Self.cellWidth), "y": String(y), "class": fullness.rawValue,
            "title": hour.civil.minuteText,
        ]
    }
}
