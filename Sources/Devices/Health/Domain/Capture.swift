/// How many of the expected periods came.
struct Capture: Sendable, Equatable {
    let received: Int
    let expected: Int

    /// Received in a thousand expected, rounded down; never more than a thousand.
    var permille: Int { min(1_000, received * 1_000 / max(1, expected)) }

    /// `97.9 %`.
    var text: String { "\(permille / 10).\(permille % 10) %" }

    /// The steps that MinInterval may have (HJ 212-2017 table of fields), minutes.
    static let steps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]

    /// The step that a device shows: the smallest distance it ever had in the window, when the standard knows it.
    static func step(shown distances: [Int], otherwise standard: Int) -> Int {
        distances.min().flatMap { steps.contains($0) ? $0 : nil } ?? standard
    }
}
