public import Kernel

/// A unit in which devices send or the platform keeps values.
///
/// Units of one dimension convert into each other by an exact factor; there is no unit with an offset here.
public struct MeasurementUnit: Hashable, Sendable {
    /// The code of resource files, forms and interfaces, for example `ug/m3`.
    public let code: String
    /// How pages show it, for example `µg/m³`; empty for a plain number.
    public let symbol: String
    /// What is measured in it.
    public let dimension: Dimension
    /// How many of the dimension's first unit it is.
    let scale: DecimalRatio

    /// What is measured. Values convert only within one of these.
    public enum Dimension: String, Sendable {
        case plainNumber, massConcentration, volumeFraction, volumeFlow, volume, mass, pressure, velocity, length, area
        case temperature, soundLevel, angle, current, voltage, energy, conductivity, radioactivity, organismCount
        case turbidity, colour, rotation, time, dustfall
    }

    /// The unit with a code; nil when the platform does not know it.
    public init?(_ code: String) {
        guard let unit = Self.byCode[code] else { return nil }
        self = unit
    }

    private init(_ code: String, _ symbol: String, _ dimension: Dimension, _ scale: DecimalRatio = .one) {
        self.code = code
        self.symbol = symbol
        self.dimension = dimension
        self.scale = scale
    }

    /// Every unit, by dimension, the coarse ones first.
    public static let all: [MeasurementUnit] = concentrations + flowsAndAmounts + physical + single

    /// A symbol as readers of a language write it: a few hold a Chinese word. Any other comes back as it is.
    public static func shown(_ symbol: String, _ language: Language) -> String {
        language == .chinese ? symbol : english[symbol] ?? symbol
    }

    private static let english = ["个/L": "count/L", "度": "colour degrees", "t/(km²·月)": "t/(km²·month)"]

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    private static let concentrations = [
        MeasurementUnit("kg/m3", "kg/m³", .massConcentration, DecimalRatio(1, exponent: 6)),
        MeasurementUnit("g/m3", "g/m³", .massConcentration, DecimalRatio(1, exponent: 3)),
        MeasurementUnit("mg/m3", "mg/m³", .massConcentration),
        MeasurementUnit("ug/m3", "µg/m³", .massConcentration, DecimalRatio(1, exponent: -3)),
        MeasurementUnit("ng/m3", "ng/m³", .massConcentration, DecimalRatio(1, exponent: -6)),
        MeasurementUnit("g/L", "g/L", .massConcentration, DecimalRatio(1, exponent: 6)),
        MeasurementUnit("mg/L", "mg/L", .massConcentration, DecimalRatio(1, exponent: 3)),
        MeasurementUnit("ug/L", "µg/L", .massConcentration),
        MeasurementUnit("ng/L", "ng/L", .massConcentration, DecimalRatio(1, exponent: -3)),
        MeasurementUnit("%", "%", .volumeFraction, DecimalRatio(1, exponent: 4)),
        MeasurementUnit("ppm", "ppm", .volumeFraction),
        MeasurementUnit("ppb", "ppb", .volumeFraction, DecimalRatio(1, exponent: -3)),
    ]

    private static let flowsAndAmounts = [
        MeasurementUnit("m3/s", "m³/s", .volumeFlow, DecimalRatio(3_600)),
        MeasurementUnit("m3/min", "m³/min", .volumeFlow, DecimalRatio(60)),
        MeasurementUnit("m3/h", "m³/h", .volumeFlow),
        MeasurementUnit("m3/d", "m³/d", .volumeFlow, DecimalRatio(1, over: 24)),
        MeasurementUnit("L/s", "L/s", .volumeFlow, DecimalRatio(36, exponent: -1)),
        MeasurementUnit("L/min", "L/min", .volumeFlow, DecimalRatio(6, exponent: -2)),
        MeasurementUnit("m3", "m³", .volume), MeasurementUnit("L", "L", .volume, DecimalRatio(1, exponent: -3)),
        MeasurementUnit("t", "t", .mass, DecimalRatio(1, exponent: 3)), MeasurementUnit("kg", "kg", .mass),
        MeasurementUnit("g", "g", .mass, DecimalRatio(1, exponent: -3)),
        MeasurementUnit("mg", "mg", .mass, DecimalRatio(1, exponent: -6)),
    ]

    private static let physical = [
        MeasurementUnit("MPa", "MPa", .pressure, DecimalRatio(1, exponent: 3)),
        MeasurementUnit("kPa", "kPa", .pressure),
        MeasurementUnit("hPa", "hPa", .pressure, DecimalRatio(1, exponent: -1)),
        MeasurementUnit("Pa", "Pa", .pressure, DecimalRatio(1, exponent: -3)),
        MeasurementUnit("m/s", "m/s", .velocity),
        MeasurementUnit("km/h", "km/h", .velocity, DecimalRatio(10, over: 36)),
        MeasurementUnit("m", "m", .length), MeasurementUnit("cm", "cm", .length, DecimalRatio(1, exponent: -2)),
        MeasurementUnit("mm", "mm", .length, DecimalRatio(1, exponent: -3)), MeasurementUnit("m2", "m²", .area),
        MeasurementUnit("A", "A", .current), MeasurementUnit("mA", "mA", .current, DecimalRatio(1, exponent: -3)),
        MeasurementUnit("kV", "kV", .voltage, DecimalRatio(1, exponent: 3)), MeasurementUnit("V", "V", .voltage),
        MeasurementUnit("mV", "mV", .voltage, DecimalRatio(1, exponent: -3)),
        MeasurementUnit("MWh", "MWh", .energy, DecimalRatio(1, exponent: 3)), MeasurementUnit("kWh", "kWh", .energy),
        MeasurementUnit("mS/cm", "mS/cm", .conductivity, DecimalRatio(1, exponent: 3)),
        MeasurementUnit("uS/cm", "µS/cm", .conductivity),
        MeasurementUnit("h", "h", .time, DecimalRatio(3_600)), MeasurementUnit("min", "min", .time, DecimalRatio(60)),
        MeasurementUnit("s", "s", .time),
    ]

    private static let single = [
        MeasurementUnit("1", "", .plainNumber), MeasurementUnit("degC", "℃", .temperature),
        MeasurementUnit("dB", "dB", .soundLevel), MeasurementUnit("deg", "°", .angle),
        MeasurementUnit("Bq/L", "Bq/L", .radioactivity), MeasurementUnit("count/L", "个/L", .organismCount),
        MeasurementUnit("NTU", "NTU", .turbidity), MeasurementUnit("colour", "度", .colour),
        MeasurementUnit("r/min", "r/min", .rotation), MeasurementUnit("t/(km2.month)", "t/(km²·月)", .dustfall),
    ]
}

extension MeasurementUnit: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let unit = MeasurementUnit(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "the platform knows no such unit")
        }
        self = unit
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
