import Facts
import FoundationEssentials
import Kernel
import Web

/// One effective mean as an Observation.
struct SensorObservation: Encodable, Sendable {
    struct Quality: Encodable, Sendable {
        /// The device's mark, as sent.
        let mark: String?
        /// `converted` to reference oxygen, or as `measured`.
        let basis: String
    }

    let start: Instant
    let id: String
    let selfLink: String
    let phenomenonTime: String
    let resultTime: String
    let result: Decimal?
    let resultQuality: Quality
    let datastream: String

    enum CodingKeys: String, CodingKey {
        case id = "@iot.id"
        case selfLink = "@iot.selfLink"
        case phenomenonTime
        case resultTime
        case result
        case resultQuality
        case datastream = "Datastream@iot.navigationLink"
    }

    static let fields = ["phenomenonTime", "resultTime", "result", "resultQuality/mark"]

    init(_ value: ObservedValue, of stream: DatastreamID, _ addresses: SensorAddress) {
        start = value.start
        id = SensorPath.id(of: value.start, in: stream)
        selfLink = addresses.observation(value.start, stream)
        phenomenonTime = SensorTime.interval(from: value.start, hours: stream.period.hours)
        resultTime = value.start.adding(hours: stream.period.hours).civil.isoText
        result = value.result?.value
        resultQuality = Quality(mark: value.mark, basis: value.converted == nil ? "measured" : "converted")
        datastream = selfLink + "/Datastream"
    }

    /// The time of a mean counts by its beginning.
    func field(_ name: String) -> SensorLiteral? {
        switch name {
        case "phenomenonTime": .time(start)
        case "resultTime": SensorTime.read(resultTime).map { .time($0) }
        case "result": result.map { .number(DecimalNumber($0)) }
        case "resultQuality/mark": resultQuality.mark.map { .text($0) }
        default: nil
        }
    }
}

extension SensorObservation: DescribedJSON {
    static var jsonForm: JSONForm {
        JSONForm(
            of: Self.self,
            keys: [
                // Where it stands in time is told by the two times.
                "start": "", "id": "@iot.id", "selfLink": "@iot.selfLink",
                "datastream": "Datastream@iot.navigationLink",
            ])
    }
}
