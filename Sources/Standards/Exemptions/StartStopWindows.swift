public import Facts
import FoundationEssentials
public import Kernel

/// How long starting and stopping may last before their hours are judged, by trade (marking rules, notice 2022 no. 21),
/// from `share/rules/start-stop-windows.json`.
public struct StartStopWindows: Sendable {
    /// The lines, in the order of the file.
    public let rows: [Row]
    /// The trades that may claim a kind of source; a kind that is not named may be claimed by all.
    private let industries: [String: [String]]

    /// Which end of a campaign.
    public enum Phase: String, Sendable, Codable, CaseIterable {
        case start, stop
    }

    /// One line.
    public struct Row: Sendable, Codable, Hashable {
        /// The kind of source, for example `coal-boiler`.
        public let sector: String
        /// The words for it.
        public let name: Phrase
        /// Which end it is for.
        public let phase: Phase
        /// `cold`, `hot`, `named-case`; nil when the text makes no difference.
        public let kind: String?
        /// The factor it is for; nil for all of them.
        public let factor: PollutantCode?
        /// Hours at most.
        public let hoursMax: Int
        /// How sure we are.
        public let certainty: Certainty
        /// Where it is written.
        public let source: Phrase
    }

    /// What holds for an hour.
    public enum Outcome: Codable, Sendable, Equatable {
        /// Inside the allowed length: not judged.
        case exempt
        /// Later than that: judged.
        case judged
        /// No line for this source, end and factor: judged.
        case noWindow
    }

    private struct File: Decodable {
        let rows: [Row]
        let sectors: [Sector]
    }

    private struct Sector: Decodable {
        let sector: String
        let industries: [String]
    }

    /// The windows of a resource file. Throws what the decoder found, with its place in the file.
    public init(json: [UInt8]) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(json))
        rows = file.rows
        industries = Dictionary(file.sectors.map { ($0.sector, $0.industries) }, uniquingKeysWith: +)
    }

    private init(rows: [Row], industries: [String: [String]]) {
        (self.rows, self.industries) = (rows, industries)
    }

    /// The lines that an enterprise may claim by its trade (a code of GB/T 4754-2017, matched by its beginning); all of
    /// them when the trade is not known.
    public func claimable(by trade: IndustryCode?) -> StartStopWindows {
        guard let trade else { return self }
        let fitting = rows.filter { row in
            industries[row.sector].map { $0.contains { trade.text.hasPrefix($0) } } ?? true
        }
        return StartStopWindows(rows: fitting, industries: industries)
    }

    /// The line for a source; of several the one that names the factor.
    public func row(sector: String, phase: Phase, kind: String?, factor: PollutantCode) -> Row? {
        let fitting = rows.filter { $0.sector == sector && $0.phase == phase && $0.kind == kind }
        return fitting.first { $0.factor == factor } ?? fitting.first { $0.factor == nil }
    }

    /// Whether an hour of starting or stopping is judged.
    ///
    /// - Parameter hourInARow: Which hour of this start or stop it is, counted from 1.
    public static func judge(_ row: Row?, hourInARow: Int) -> Ruling<Outcome> {
        precondition(hourInARow >= 1, "hours in a row are counted from 1")
        guard let row else {
            let step = Phrase("该类源无启停豁免时长，参与判定", "no window for this source: judged")
            return Ruling(outcome: .noWindow, steps: [step])
        }
        let isInside = hourInARow <= row.hoursMax
        let sign = isInside ? "≤" : ">"
        let verdict = isInside ? Phrase("不参与判定", "not judged") : Phrase("参与判定", "judged")
        let step = Phrase(
            "\(row.name.zh)：第 \(hourInARow) 小时 \(sign) \(row.hoursMax) 小时（\(row.certainty.phrase.zh)），\(verdict.zh)",
            "\(row.name.en): hour \(hourInARow) \(sign) \(row.hoursMax) h (\(row.certainty.phrase.en)): \(verdict.en)")
        return Ruling(outcome: isInside ? .exempt : .judged, steps: [step])
    }
}
