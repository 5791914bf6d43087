public import Kernel

/// What the regions of the city are called, in their order: people and organisations know regions by codes alone.
public struct RegionNames: Sendable {
    /// Each region's code and name.
    public let all: [(code: RegionCode, name: Phrase)]

    /// The names of these regions.
    public init(_ all: [(code: RegionCode, name: Phrase)]) {
        self.all = all
    }

    /// No names: codes stand for themselves.
    public static let none = RegionNames([])

    /// A region's name; its code when none is known.
    func name(_ code: RegionCode, _ language: Language) -> String {
        all.first { $0.code == code }?.name(language) ?? code.text
    }
}
