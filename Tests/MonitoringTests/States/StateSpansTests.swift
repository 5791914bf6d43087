import Facts
import HJ212
import Kernel
import TestMaterial
import Testing

@testable import Monitoring

struct StateSpansTests {
    /// The rows of the method page's table of worked curves.
    private static func worked() throws -> [(pattern: String, spans: String)] {
        try RepositoryFile.table("| hours | episodes |", in: StateTableTests.method).map { ($0[0], $0[1]) }
    }

    @Test func `the worked curves of the method come out as it says`() throws {
        let figures = try StatePattern.rules().figures
        let rows = try Self.worked()
        #expect(rows.count >= 20)
        for row in rows {
            let pattern = row.pattern.filter { $0 != "`" }
            let spans = StateSpans.find(in: [StatePattern.curve(pattern)], figures: figures)
            #expect(StatePattern.text(spans) == row.spans, "\(pattern)")
        }
    }

    /// What the method says, told again hour by hour and without any code of the rule: for each kind the hours that
    /// have it, then whatever no valid hour and no gap of more than two hours parts.
    private static func oracle(_ pattern: [Character]) -> Set<String> {
        let count = pattern.count
        func isPartOf(_ letter: Character, _ place: Int, longerThan most: Int) -> Bool {
            guard pattern[place] == letter else { return false }
            var (first, last) = (place, place)
            while first > 0, pattern[first - 1] == letter { first -= 1 }
            while last + 1 < count, pattern[last + 1] == letter { last += 1 }
            return last - first + 1 > most && (letter != "-" || pattern[..<first].contains { $0 != "-" })
        }
        func has(_ kind: String, _ place: Int) -> Bool {
            switch kind {
            case "no-data": isPartOf("-", place, longerThan: 2)
            case "invalid": "DB".contains(pattern[place])
            case "maintenance": pattern[place] == "M" || isPartOf("C", place, longerThan: 2)
            case "stopped": pattern[place] == "F"
            case "above-range": pattern[place] == "T"
            default: pattern[place] == "S"
            }
        }
        var found: Set<String> = []
        for kind in ["no-data", "invalid", "maintenance", "stopped", "above-range", "manual"] {
            let hours = (0..<count).filter { has(kind, $0) }
            func areParted(_ left: Int, _ right: Int) -> Bool {
                let between = pattern[(left + 1)..<right]
                return between.count > 2 || between.contains { "Nn".contains($0) }
                    || (kind == "no-data" && !between.isEmpty)
            }
            for first in hours where !hours.contains(where: { $0 < first && !isCut(hours, $0, first, areParted) }) {
                let run = hours.filter { $0 >= first && !isCut(hours, first, $0, areParted) }
                guard let last = run.last else { continue }
                let behind = pattern[(last + 1)...]
                let ended =
                    behind.count > 2 || behind.contains { "Nn".contains($0) } || (kind == "no-data" && !behind.isEmpty)
                found.insert("\(kind) \(first)–\(last)/\(run.count)\(ended ? "" : "+")")
            }
        }
        return found
    }

    /// Whether anything between two hours of a kind parts them.
    private static func isCut(_ hours: [Int], _ left: Int, _ right: Int, _ areParted: (Int, Int) -> Bool) -> Bool {
        let within = hours.filter { (left...right).contains($0) }
        return zip(within, within.dropFirst()).contains { areParted($0, $1) }
    }

    /// All curves of ten letters up to five hours; of six hours all of the letters that differ to the rule (`T` and `S`
    /// are as `F`, `B` as `D`, `n` as `N`), and every ninety-seventh of all ten.
    @Test(arguments: [
        ("Nn-DFMCTSB", 1, 1), ("Nn-DFMCTSB", 2, 1), ("Nn-DFMCTSB", 3, 1), ("Nn-DFMCTSB", 4, 1),
        ("Nn-DFMCTSB", 5, 1), ("N-DFMC", 6, 1), ("Nn-DFMCTSB", 6, 97),
    ])
    func `every short curve comes out as the oracle says`(alphabet: String, length: Int, step: Int) throws {
        let figures = try StatePattern.rules().figures
        let letters = Array(alphabet)
        let count = (0..<length).reduce(1) { product, _ in product * letters.count }
        for number in stride(from: 0, to: count, by: step) {
            var rest = number
            let pattern = (0..<length).map { _ -> Character in
                defer { rest /= letters.count }
                return letters[rest % letters.count]
            }
            let spans = StateSpans.find(in: [StatePattern.curve(String(pattern))], figures: figures)
            guard Set(spans.map { StatePattern.text($0) }) == Self.oracle(pattern) else {
                Issue.record("\(String(pattern)): \(StatePattern.text(spans)), not \(Self.oracle(pattern))")
                return
            }
        }
    }

    @Test func `what overlaps in several factors is one episode, what does not are two`() throws {
        let figures = try StatePattern.rules().figures
        let other = PollutantCode(checked: "a34013")
        func spans(_ first: String, _ second: String) -> [StateSpan] {
            StateSpans.find(
                in: [StatePattern.curve(first), StatePattern.curve(second, of: other)], figures: figures)
        }
        let both = spans("NDDDNNNN", "NNNDDNNN")
        #expect(StatePattern.text(both) == "invalid 1–4/4")
        #expect(both.map(\.factors) == [[.sulphurDioxide, other]])
        #expect(StatePattern.text(spans("NDDNNNNN", "NNNDDNNN")) == "invalid 1–2/2, invalid 3–4/2")
        #expect(StatePattern.text(spans("NDDNNNNN", "NNDDDDDD")) == "invalid 1–7/7+")
        #expect(spans("NDDNNNNN", "NNDDDDDD") == spans("NDDNNNNN", "NNDDDDDD").reversed().reversed())
    }

    /// A mark must mean one kind in each edition that knows it, because the stored hour does not say its edition.
    @Test func `every mark has one kind in every edition`() {
        for mark in DataMark.known where !mark.text.utf8.allSatisfy({ (48...57).contains($0) }) {
            let expected: SentHour.Sign =
                switch mark.meaning {
                case .normal: .valid
                case .calibration: .calibration
                default: StateKind(mark.meaning).map { .state($0) } ?? .valid
                }
            #expect(SentHour(mark: mark.text, hasNumber: true).sign == expected, "\(mark.text) \(mark.edition)")
        }
        for mark in ["3", "0", "?", "X", "Nn", ""] {
            #expect(SentHour(mark: mark, hasNumber: true).sign == .state(.invalid), "\(mark)")
        }
    }

    @Test func `what goes on when a factor is taken out ends there, and other factors go on`() throws {
        let figures = try StatePattern.rules().figures
        let other = PollutantCode(checked: "a34013")
        let out = StatePattern.curve("NNDDDDDD").takenOut(at: HourPattern.hour(5))
        #expect(StatePattern.text(StateSpans.find(in: out, figures: figures)) == "invalid 2–4/3")
        let silent = StatePattern.curve("NN------").takenOut(at: HourPattern.hour(6))
        #expect(StatePattern.text(StateSpans.find(in: silent, figures: figures)) == "no-data 2–5/4")
        let both = StateSpans.find(in: [out, StatePattern.curve("NNNDDDDD", of: other)], figures: figures)
        #expect(StatePattern.text(both) == "invalid 2–7/6+")
    }

    /// What a decision reads is an excerpt; it must come to what the whole came to.
    @Test(arguments: 0..<40) func `the excerpt of an episode comes to the same`(seed: UInt64) throws {
        let figures = try StatePattern.rules().figures
        var chance = SeededGenerator(seed: seed)
        let letters = Array("NNNNNnn---DDFMCCTSB0X")
        let codes = ["a21026", "a34013", "a21002"].map { PollutantCode(checked: $0) }
        let curves = codes.map { code in
            let curve = StatePattern.curve(
                String((0..<60).map { _ in letters[Int.random(in: 0..<letters.count, using: &chance)] }), of: code)
            return code == codes[1] ? curve.takenOut(at: HourPattern.hour(45)) : curve
        }
        for span in StateSpans.find(in: curves, figures: figures) {
            let range = span.firstHour.adding(hours: -3)...span.lastHour.adding(hours: 3)
            let input = StateInput(
                outlet: OutletID(checked: "O1"), kind: span.kind, firstHour: span.firstHour, lastHour: span.lastHour,
                curves: curves.filter { span.factors.contains($0.pollutant) }.map { $0.within(range) },
                quarterHoursBefore: 0, framesRoot: Digest256(of: "r"), figures: figures)
            #expect(
                input.ruling.outcome.extent == StateExtent(span, quarterHoursBefore: 0, figures: figures),
                "seed \(seed), \(StatePattern.text(span))")
        }
    }
}
