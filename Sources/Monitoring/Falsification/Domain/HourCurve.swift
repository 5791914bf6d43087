import Kernel

/// Neighbouring hours of one factor: values and marks, with gaps where nothing came.
struct HourCurve: Codable, Hashable, Sendable {
    /// The start of the first hour.
    let start: Instant
    /// One place for each hour; nil where there is no value.
    let values: [DecimalNumber?]
    /// The marks as sent; nil where there is none.
    let marks: [String?]

    /// The hours from `start` on, by default as judged (converted first); later readings of the same hour do not occur,
    /// as only effective ones are stored.
    init(
        _ readings: [HourReading], from start: Instant, hours: Int,
        value: (HourReading) -> DecimalNumber? = { $0.judged }
    ) {
        var values = [DecimalNumber?](repeating: nil, count: hours)
        var marks = [String?](repeating: nil, count: hours)
        for reading in readings {
            let place = Int(reading.hour.milliseconds(since: start) / 3_600_000)
            guard reading.hour >= start, place < hours else { continue }
            values[place] = value(reading)
            marks[place] = reading.mark
        }
        self.init(start: start, values: values, marks: marks)
    }

    /// Values and marks side by side.
    init(start: Instant, values: [DecimalNumber?], marks: [String?]) {
        precondition(values.count == marks.count, "each value has a place for its mark")
        self.start = start
        self.values = values
        self.marks = marks
    }

    /// The start of the hour at a place.
    func hour(_ place: Int) -> Instant { start.adding(hours: Int64(place)) }

    /// The value at a place when its mark lets it count.
    func validValue(_ place: Int) -> DecimalNumber? {
        let mark = marks[place]
        return mark == nil || mark == "N" ? values[place] : nil
    }

    /// The last so many hours.
    func suffix(_ hours: Int) -> HourCurve {
        let first = max(0, values.count - hours)
        return HourCurve(start: hour(first), values: Array(values[first...]), marks: Array(marks[first...]))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        start = try container.decode(Instant.self, forKey: .start)
        values = try container.decode([DecimalNumber?].self, forKey: .values)
        marks = try container.decode([String?].self, forKey: .marks)
        guard values.count == marks.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .marks, in: container, debugDescription: "a mark or a value is missing")
        }
    }
}
