import Facts
import Kernel
import Standards
import TestMaterial
import Testing

@testable import App

/// What rules and clocks cite was in force when they apply, or is said not to have been.
struct LawTests {
    private static func timeline() throws -> LegalTimeline {
        try LegalTimeline(json: Array(try RepositoryFile.text("share/rules/legal-timeline.json").utf8))
    }

    /// Days on which something begins or ends.
    private static let days = ["2020-01-01", "2022-12-31", "2023-01-01", "2025-12-31", "2026-01-01", "2026-08-15"]

    @Test func `each rule cites a text that is in force on every day it is applied to`() throws {
        let timeline = try Self.timeline()
        for rule in Platform.rules.map(\.descriptor) {
            let cited = timeline.cited(in: rule.basis)
            guard !cited.isEmpty else { continue }
            for day in try Self.days.map({ try #require(CivilDate($0)) })
            where rule.validFrom <= day && rule.validTo.map({ day <= $0 }) ?? true {
                let inForce = cited.filter { $0.holds(on: day) }
                #expect(!inForce.isEmpty, "\(rule.code) v\(rule.version) on \(day): \(rule.basis.zh)")
            }
        }
    }

    @Test func `no year of a rule's text is left out of the timeline`() throws {
        let timeline = try Self.timeline()
        for rule in Platform.rules.map(\.descriptor) {
            for match in rule.basis.zh.matches(of: /公告20\d\d年第\d+号|部令第?\d+号|HJ\/?T? ?\d+-20\d\d/) {
                let text = String(match.output)
                #expect(
                    timeline.texts.contains { $0.cited.contains { text.contains($0) || $0.contains(text) } },
                    "\(rule.code) v\(rule.version) cites \(text)")
            }
        }
    }

    /// Every text is cited by a rule or by the figures of the loop, or an officer may name it: the table holds nothing
    /// for show.
    @Test func `every text of the timeline is cited, and the loop's bases and clocks keep to its days`() throws {
        let timeline = try Self.timeline()
        let loop = try RepositoryFile.text("share/rules/closed-loop.json")
        let bases = Platform.rules.map(\.descriptor.basis.zh).joined() + loop
        for text in timeline.texts where !text.hasArticles {
            #expect(text.cited.contains { bases.contains($0) }, "nobody cites \(text.name.zh)")
        }
        let start = try #require(CivilDate("2020-01-01"))
        let named = try JSONReading.objects("share/rules/closed-loop.json")
        #expect(named.count > 15)
        for one in named {
            for text in timeline.cited(in: Phrase(one.basis, one.basis)) {
                let from = one.validFrom ?? start
                // Of a law's versions the one that the sentence is about holds.
                let versions = timeline.texts.filter { $0.name.zh == text.name.zh && $0.code != text.code }
                if versions.contains(where: { $0.holds(on: from) }) { continue }
                #expect(text.from <= from, "\(one.basis) from \(from): \(text.name.zh) began on \(text.from)")
                if let end = text.to { #expect(one.validTo.map { $0 <= end } ?? false, "\(one.basis)") }
            }
        }
    }
}

/// The bases of a resource file's legal texts and clocks, with their days.
private enum JSONReading {
    struct Basis: Decodable {
        let validFrom: CivilDate?
        let validTo: CivilDate?
        let phrase: Phrase

        var basis: String { phrase.zh }

        private enum CodingKeys: String, CodingKey {
            case validFrom, validTo, basis, text
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            validFrom = try values.decodeIfPresent(CivilDate.self, forKey: .validFrom)
            validTo = try values.decodeIfPresent(CivilDate.self, forKey: .validTo)
            phrase = try values.decode(Phrase.self, forKey: values.contains(.text) ? .text : .basis)
        }
    }

    private struct File: Decodable {
        let legalBases: [Basis]
        let clocks: [Basis]
        let paperTexts: [Basis]
    }

    static func objects(_ path: String) throws -> [Basis] {
        let file = try CanonicalJSON.value(File.self, from: Array(try RepositoryFile.text(path).utf8))
        return file.legalBases + file.clocks + file.paperTexts
    }
}
