/// Fewer corners for a line that is drawn small (Ramer 1972, Douglas and Peucker 1973): the corners kept are those that
/// lie farthest from the line between their neighbours.
enum LineSimplification {
    /// The corners of a closed line that matter most, in order, at most so many; first and last stay.
    static func corners(of line: [GeoPosition], max count: Int) -> [GeoPosition] {
        guard line.count > count else { return line }
        var kept: Set<Int> = [0, line.count / 2, line.count - 1]
        var stretches = [stretch(0, line.count / 2, line), stretch(line.count / 2, line.count - 1, line)]
        while kept.count < count, let place = stretches.indices.max(by: { stretches[$0].off < stretches[$1].off }),
            stretches[place].off > 0
        {
            let widest = stretches.remove(at: place)
            kept.insert(widest.corner)
            stretches.append(stretch(widest.from, widest.corner, line))
            stretches.append(stretch(widest.corner, widest.to, line))
        }
        return kept.sorted().map { line[$0] }
    }

    private typealias Stretch = (from: Int, to: Int, corner: Int, off: Double)

    /// The corner between two others that lies farthest from their line; degrees are near enough for a choice.
    private static func stretch(_ from: Int, _ to: Int, _ line: [GeoPosition]) -> Stretch {
        let (start, end) = (line[from], line[to])
        let (width, height) = (end.longitude - start.longitude, end.latitude - start.latitude)
        let length = (width * width + height * height).squareRoot()
        var best: Stretch = (from, to, from, 0)
        for place in from..<to where place > from {
            let (x, y) = (line[place].longitude - start.longitude, line[place].latitude - start.latitude)
            let off = length > 0 ? abs(width * y - height * x) / length : (x * x + y * y).squareRoot()
            if off > best.off { best = (from, to, place, off) }
        }
        return best
    }
}
