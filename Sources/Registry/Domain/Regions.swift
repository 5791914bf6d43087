import FoundationEssentials
public import Kernel

/// The county-level regions of the city (GB/T 2260), with the functional areas that have no such code.
public struct Regions: Sendable {
    /// The regions in the order of their resource file.
    public let all: [Region]
    private let byCode: [RegionCode: Region]

    /// One region.
    public struct Region: Codable, Sendable, Equatable {
        /// Its code.
        public let code: RegionCode
        /// Its name.
        public let name: Phrase
        /// The branch of the city bureau that works there.
        public let branch: Phrase
        /// The branch's full name, under which it issues papers.
        public let organ: Phrase
    }

    /// The regions of a resource file (`share/rules/regions.json`).
    public init(json: [UInt8]) throws {
        let rows = try JSONDecoder().decode([Region].self, from: Data(json))
        all = rows
        byCode = Dictionary(rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The name of a region; its code when the file does not know it.
    public func name(of code: RegionCode) -> Phrase {
        byCode[code]?.name ?? Phrase(code.text, code.text)
    }

    /// The region with a code.
    public func region(_ code: RegionCode) -> Region? { byCode[code] }
}
