public import Facts
import FoundationEssentials
public import Kernel

/// The oxygen content to which a kind of furnace's values are converted (基准含氧量).
public struct ReferenceOxygen: Hashable, Sendable, Codable {
    /// The row's code, for example `coal-boiler`.
    public let code: String
    /// The kind of furnace.
    public let furnace: Phrase
    /// The oxygen content, per cent by volume of dry gas.
    public let percent: DecimalNumber
    /// Whether its standard has a formula for combustion air with more than 21 % oxygen (GB 18484-2020 formula 6).
    public let knowsEnrichedAir: Bool
    /// How sure we are.
    public let certainty: Certainty
    /// Where it is written.
    public let source: Phrase

    /// The rows of `share/rules/reference-oxygen.json`. Throws what the decoder found, with its place in the file.
    public static func all(json: [UInt8]) throws -> [ReferenceOxygen] {
        try JSONDecoder().decode(File.self, from: Data(json)).rows
    }

    private struct File: Decodable {
        let rows: [ReferenceOxygen]
    }
}
