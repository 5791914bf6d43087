import Foundation
import Persistence
import Testing

@testable import Governance

struct PolicyImportTests {
    /// The shipped policy under another code, with one task whose unit nobody knows where asked for.
    private static func file(code: String, isBad: Bool) throws -> [UInt8] {
        try ShippedFile.policy { tree in
            var meta = tree["meta"] as? [String: Any] ?? [:]
            meta["code"] = code
            tree["meta"] = meta
            guard isBad, var tasks = tree["tasks"] as? [[String: Any]] else { return }
            tasks[69]["lead_units"] = ["市不存在局"]
            tree["tasks"] = tasks
        }
    }

    @Test func `another policy lives beside the first, and none is taken twice`() async throws {
        let stage = try await GovernanceStage()
        let json = try Self.file(code: "OTHER-1", isBad: false)
        #expect(try await stage.room.importPolicy(json: json, acceptGood: false, beside: []).taken?.tasks == 70)
        let again = try await stage.room.importPolicy(json: json, acceptGood: true, beside: [])
        #expect(again.taken == nil && again.refusals.map(\.rule) == ["GOV-FILE-KNOWN"])
        let reserved = try await stage.room.importPolicy(
            json: try Self.file(code: "M-2026-1", isBad: false), acceptGood: true, beside: [])
        #expect(reserved.taken == nil && reserved.refusals.map(\.rule) == ["GOV-FILE-CODE"])
        let codes = try await stage.database.read { try PolicyStore.digests($0).map(\.code.text) }
        #expect(codes.sorted() == ["OTHER-1", "SZBF-2020-19"])
        #expect(try await stage.differences() == [])
    }

    @Test func `an imported policy is not assessed until its file tells where it works`() async throws {
        let stage = try await GovernanceStage()
        let bare = try Self.file(code: "OTHER-3", isBad: false)
        let told = try ShippedFile.policy { tree in
            var meta = tree["meta"] as? [String: Any] ?? [:]
            meta["code"] = "OTHER-4"
            tree["meta"] = meta
            let places: [(Int, String, [String])] = [(1, "whole", ["/policy/tasks"]), (2, "none", [])]
            tree["coverage"] = places.map { number, extent, routes in
                [
                    "mechanism": number, "extent": extent, "routes": routes, "note": ["zh": "可用", "en": "works"],
                ] as [String: Any]
            }
        }
        for json in [bare, told] {
            let report = try await stage.room.importPolicy(json: json, acceptGood: false, beside: [])
            #expect(report.taken != nil && report.refusals.isEmpty)
        }
        let shipped = try PolicyCoverage(json: ShippedFile.bytes("policy/coverage.json"), paths: ["/policy/tasks"])
        let extents = try await stage.database.read { access in
            try ["OTHER-3", "OTHER-4"].map { code in
                let policy = try #require(try stage.room.desk.shelf.policy(PolicyCode(checked: code), in: access))
                let coverage = shipped.telling(of: policy)
                return policy.mechanisms.prefix(3).map { coverage.extent(of: [$0], of: policy.meta.code) }
            }
        }
        #expect(extents == [[.unassessed, .unassessed, .unassessed], [.whole, .none, .unassessed]])
        let places: [(Int, String, [String])] = [
            (999, "not-assessed", []), (1, "whole", []), (2, "none", ["/policy/tasks"]),
            (3, "part", ["/policy", "/nowhere"]),
        ]
        let wrong = try ShippedFile.policy { tree in
            tree["coverage"] = places.map { number, extent, routes in
                [
                    "mechanism": number, "extent": extent, "routes": routes,
                    "note": ["zh": "可\u{E000}", "en": "works"],
                ] as [String: Any]
            }
        }
        let refusals = PolicyFile(json: wrong, addresses: ["/policy", "/policy/tasks"]).refusals
        #expect(
            refusals.filter { $0.rule != .character }.map { "\($0.field) \($0.found)" } == [
                "coverage[0].mechanism 999", "coverage[0].extent ", "coverage[0].routes ", "coverage[1].routes ",
                "coverage[2].routes ", "coverage[3].routes[1] /nowhere",
            ])
        #expect(refusals.count { $0.rule == .character } == 4)
    }

    @Test func `a partly good file imports nothing unless it is asked to`() async throws {
        let stage = try await GovernanceStage()
        let json = try Self.file(code: "OTHER-2", isBad: true)
        let whole = try await stage.room.importPolicy(json: json, acceptGood: false, beside: [])
        // Task 70 is refused, and the two mechanisms that rest on it.
        #expect(whole.taken == nil && whole.refusals.first?.field == "tasks[69].lead_units")
        #expect(whole.refusals.map(\.rule) == ["GOV-FILE-UNIT", "GOV-FILE-REFERENCE", "GOV-FILE-REFERENCE"])
        let good = try await stage.room.importPolicy(json: json, acceptGood: true, beside: [])
        #expect(good.taken?.tasks == 69 && good.taken?.mechanisms == 109)
        #expect(try await stage.differences() == [])
    }
}
