/// The words in which policies write deadlines, read as years.
enum WrittenDeadline {
    /// Whether the words of a task say its years: 2020年, 2020—2021年, 长期.
    static func agrees(_ task: PolicyTask) -> Bool {
        guard let (kind, start, end) = read(task.writtenDeadline) else { return false }
        return (kind, start, end) == (task.kind, task.startYear, task.endYear)
    }

    /// The years that words say; nil for words that nobody has met yet, which are refused and not guessed.
    static func read(_ words: String) -> (kind: PolicyTask.Kind, start: Int?, end: Int?)? {
        if words == "长期" { return (.longTerm, nil, nil) }
        guard words.hasSuffix("年") else { return nil }
        let years = words.dropLast().split(separator: "—", omittingEmptySubsequences: false).map { part in
            part.utf8.count == 4 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        if years.count == 1, let year = years[0] { return (.year, year, year) }
        if years.count == 2, let start = years[0], let end = years[1], start < end { return (.range, start, end) }
        return nil
    }
}
