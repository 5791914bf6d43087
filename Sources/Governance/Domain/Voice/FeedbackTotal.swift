/// What the feedback on a service, or in a year, comes to.
struct FeedbackTotal: Sendable, Equatable {
    /// A service's code.
    let service: String
    var count = 0
    /// How many wrote something.
    var written = 0
    /// How many of them were answered or closed.
    var settled = 0
    /// The sum of stars by dimension.
    var stars: [String: Int] = [:]

    /// The mean of stars in hundredths, halves up; nil without any.
    func mean_hundredths(_ dimension: String) -> Int? {
        count > 0 ? ((stars[dimension] ?? 0) * 200 + count) / (2 * count) : nil
    }

    /// All of them together.
    static func sum(_ totals: [FeedbackTotal]) -> FeedbackTotal {
        totals.reduce(into: FeedbackTotal(service: "")) { sum, total in
            sum.count += total.count
            sum.written += total.written
            sum.settled += total.settled
            sum.stars.merge(total.stars, uniquingKeysWith: +)
        }
    }
}
