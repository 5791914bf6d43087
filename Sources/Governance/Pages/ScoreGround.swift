import Kernel

/// One task or indicator that the evaluation of a unit rests on: what was found of it, and what it costs the score.
struct ScoreGround: Sendable {
    /// Which of the three things that a unit is evaluated by it belongs to.
    let item: String
    let name: Phrase
    let address: String
    /// What was found of it in the month.
    let found: Phrase
    let tag: String
    /// Its points, of 100.
    let points: Int
    let facts: [Int64]

    struct Content: Encodable, Sendable {
        let item: String
        let name: Phrase
        let address: String
        let found: Phrase
        let points: Int
        let cost_hundredths: Int
        let facts: [Int64]
    }

    /// By how much it lowers the score, in hundredths of a point: its share of its item, and that of the item among
    /// those that have values. Rounded, as the score is.
    func cost_hundredths(among grounds: [ScoreGround], _ items: [ScoredItem]) -> Int {
        let known = items.filter { $0.points_hundredths != nil }
        let whole = known.reduce(0) { $0 + $1.weight } * grounds.count { $0.item == item }
        guard let weight = known.first(where: { $0.code == item })?.weight, whole > 0 else { return 0 }
        let cost = (100 - points) * 100 * weight
        return (2 * cost + whole) / (2 * whole)
    }

    func content(among grounds: [ScoreGround], _ items: [ScoredItem]) -> Content {
        Content(
            item: item, name: name, address: address, found: found, points: points,
            cost_hundredths: cost_hundredths(among: grounds, items), facts: facts)
    }
}
