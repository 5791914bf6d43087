import Foundation
import HJ212
import Kernel

extension DemoCurve {
    /// Ten-minute means of an hour.
    static let partsOfHour: Int64 = 6

    /// The factor groups of an hourly mean: what an honest logger makes of its ten-minute means.
    func items(ofHour hour: Instant) -> [[Item]] {
        let parts = (0..<Self.partsOfHour).map { items(at: hour.adding(minutes: $0 * 10), suffix: "Avg") }
        guard let first = parts.first else { return [] }
        return first.indices.map { group in
            first[group].indices.map { place in
                let numbers = parts.compactMap { Double($0[group][place].value) }
                // A mark is no number: that of the first part stands for the hour.
                guard numbers.count == parts.count else { return first[group][place] }
                return Item(
                    key: first[group][place].key,
                    value: Self.figure(numbers.reduce(0, +) / Double(numbers.count)))
            }
        }
    }
}
