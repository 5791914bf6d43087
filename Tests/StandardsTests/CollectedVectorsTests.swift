import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

/// The collected vectors themselves, inputs and expectations, given to the functions that judge: what
/// `StandardVectorsTests` holds by hand for machines without the collection is held here against its source.
struct CollectedVectorsTests {
    private typealias Material = JudgingMaterial

    private struct Collection: Decodable {
        let vectors: [Entry]
    }

    /// A vector of the groups that are held here; inputs and outcomes of the others have forms of their own.
    private struct Entry: Decodable {
        let vector: Vector?

        private enum Key: CodingKey { case group }

        init(from decoder: any Decoder) throws {
            let group = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .group)
            vector = CollectedVectorsTests.groups.contains(group) ? try Vector(from: decoder) : nil
        }
    }

    private static let groups: Set = [
        "exceed_multiple", "daily_mean", "furnace_temperature", "low_temperature_day", "o2_conversion", "flow_mean",
        "capture_rate", "substitution_window", "base_water", "gbt8170",
    ]

    private struct Vector: Decodable {
        let id: String
        let group: String
        let input: Input
        let expected: Figure?
        /// How far the outcome may lie from what is expected; nothing for text.
        let tolerance: Double?
    }

    /// The inputs of all groups; each group has some of them.
    private struct Input: Decodable {
        let c, limit, o2, ref, dischargeM3, capture, value, interval: Figure?
        let hours, upper, middle, fiveMin: Figures?
        let pairs, products: [[Figure]]?
        let stopped, invalid, missingHours: Int?
    }

    /// A number, decimal text, or yes or no, as text.
    private struct Figure: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                self.text = text
            } else if let flag = try? value.decode(Bool.self) {
                text = "\(flag)"
            } else {
                text = "\(try value.decode(Decimal.self))"
            }
        }

        var number: DecimalNumber { get throws { try Material.number(text) } }
    }

    /// A list of values with gaps, or the one number that some groups have under the same name.
    private struct Figures: Decodable {
        let values: [Figure?]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            values = try (try? value.decode([Figure?].self)) ?? [value.decode(Figure.self)]
        }

        var numbers: [DecimalNumber?] { get throws { try values.map { try $0?.number } } }
    }

    @Test func `each collected vector comes out of the function that judges`() throws {
        guard let text = try SampleFile.text(of: "standards/vectors.json", in: .factTables) else { return }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let vectors = try decoder.decode(Collection.self, from: Data(text.utf8)).vectors
            .compactMap(\.vector)
        #expect(Set(vectors.map(\.group)) == Self.groups)
        for vector in vectors {
            let outcome = try outcome(of: vector)
            let expected = vector.expected?.text
            let isRight =
                if let tolerance = vector.tolerance, let outcome = outcome.flatMap(Double.init),
                    let expected = expected.flatMap(Double.init)
                { abs(outcome - expected) <= tolerance } else { outcome == expected }
            #expect(isRight, "\(vector.id): \(outcome ?? "nothing") came out, \(expected ?? "nothing") is expected")
        }
    }

    /// What the function of a group makes of a vector's input; nil for no value.
    private func outcome(of vector: Vector) throws -> String? {
        let input = vector.input
        switch vector.group {
        case "gbt8170":
            let digits = try #require(try input.interval?.number)
            return Rounding.gbt8170(try #require(try input.value?.number), fractionDigits: Self.digits(of: digits))
                .description
        case "exceed_multiple":
            let multiple = ExceedMultiple.of(
                try #require(try input.c?.number), over: try #require(try input.limit?.number))
            // The collection writes 0 where nothing is exceeded.
            return multiple.map { "\($0)" } ?? "0"
        case "o2_conversion", "base_water": return try converted(input)
        case "flow_mean", "daily_mean": return try mean(input)
        case "furnace_temperature":
            let outcome = FurnaceTemperature.of(
                upper: try (input.upper?.numbers ?? []).compactMap { $0 },
                middle: try (input.middle?.numbers ?? []).compactMap { $0 }
            ).outcome
            guard case .degrees(let degrees) = outcome else { return nil }
            return degrees.description
        case "low_temperature_day":
            let figures = try Material.figures().furnace
            let windows = try (input.fiveMin?.numbers ?? []).map { number in
                LowTemperatureDay.Window.mean(ExactQuotient(try #require(number)))
            }
            let outcome = LowTemperatureDay.judge(
                windows, degreesMin: figures.municipalDegreesMin, figures: figures
            ).outcome
            return outcome.isViolation ? "true" : "false"
        case "capture_rate":
            let hours = try #require(try input.hours?.numbers.first ?? nil).description
            let quarter = CaptureRate.quarter(
                hours: try #require(Int(hours)), stopped: try #require(input.stopped),
                invalid: try #require(input.invalid), figures: try Material.figures().validity
            ).outcome
            return quarter.percent.map { "\($0.rounded(fractionDigits: 6))" }
        case "substitution_window":
            let window = StackSubstitution.window(
                capturePercent: ExactQuotient(try #require(try input.capture?.number)),
                missingHours: try #require(input.missingHours), figures: try Material.figures().substitution
            ).outcome
            guard case .lastValidHours(let hours) = window else { return nil }
            return "\(hours)"
        default: return nil
        }
    }

    private func converted(_ input: Input) throws -> String? {
        let measured = try #require(try input.c?.number)
        if let discharged = try input.dischargeM3?.number {
            let products = try (input.products ?? []).map {
                ReferenceWaterConcentration.Product(output: try $0[0].number, cubicMetresPerUnit: try $0[1].number)
            }
            let outcome = ReferenceWaterConcentration.of(
                measured: measured, discharged: discharged, products: products
            ).outcome
            return switch outcome {
            case .atReferenceVolume(let value): "\(value.rounded(fractionDigits: 6))"
            case .asMeasured(let value): value.description
            case .noProduction: nil
            }
        }
        let oxygen = try #require(try input.o2?.number)
        let reference = try #require(input.ref?.text)
        let furnace = try ReferenceOxygen.all(json: Material.bytes("reference-oxygen.json"))
            .first { "\($0.percent)" == reference }
        let outcome = OxygenConversion.convert(
            OxygenConversion.Hour(measured: measured, oxygen: oxygen), to: try #require(furnace),
            figures: try Material.figures().conversion
        ).outcome
        guard case .converted(let value) = outcome else { return nil }
        return "\(value.rounded(fractionDigits: 6))"
    }

    private func mean(_ input: Input) throws -> String? {
        let figures = try Material.figures().validity
        if let pairs = input.pairs {
            let readings = try pairs.compactMap { WaterReading(value: try $0[0].number, volume: try $0[1].number) }
            let day = WaterDayMean.of(readings, expected: pairs.count, weighting: .byFlow, figures: figures).outcome
            return day.quotient.map { "\($0.rounded(fractionDigits: 6))" }
        }
        let day = StackDayMean.of(try input.hours?.numbers ?? [], figures: figures).outcome
        guard case .mean(let value, _) = day else { return nil }
        return "\(value.rounded(fractionDigits: 6))"
    }

    /// How many digits behind the point an interval of rounding keeps: `0.1` one, `1000` minus three.
    private static func digits(of interval: DecimalNumber) -> Int {
        let text = interval.description
        if let point = text.firstIndex(of: ".") { return text.distance(from: point, to: text.endIndex) - 1 }
        return 1 - text.count
    }
}
