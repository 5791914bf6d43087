import Facts
import Foundation
import Kernel
import Monitoring
import Persistence
import SQLitePersistence
import Supervision
import TestMaterial
import Testing

@testable import App

/// Frames that were sent again reach the case, and what an officer says of them.
struct DataRefusalWiringTests {
    @Test func `data sent again that took an exceedance away is refused, and every record holds`() async throws {
        try await TemporaryFolder.with { folder in
            let (id, now) = (CaseMarkWiringTests.id, CaseMarkWiringTests.now)
            let platform = try await CaseMarkWiringTests.platform(folder.path)
            // The same value with another mark, and another value with the same one.
            try await CaseMarkWiringTests.send(7, "50", "D", 2, to: platform)
            try await CaseMarkWiringTests.send(8, "30", "N", 2, to: platform)
            try await platform.delivery.deliverAll()
            func duties() async throws -> [String] {
                try await platform.database.read { access in
                    try DutyBook.open(scope: .city, limit: 9, in: access).filter { $0.reference == id.text }.map(\.kind)
                }
            }
            #expect(try await duties() == ["supervision.dismiss"])
            // Nothing counts for good while the enterprise may still mark it.
            await #expect(throws: CaseRefusal.self) {
                try await platform.supervision.take(
                    .refuseData, on: id, seenStep: 1, form: ["data": "refused", "reason": "核查属实"],
                    by: CaseMarkWiringTests.city, at: now)
            }
            try await platform.supervision.take(
                .refuseData, on: id, seenStep: 1, form: ["data": "refused", "reason": "核查属实"],
                by: CaseMarkWiringTests.city, at: now.adding(hours: 27))
            #expect(try await duties() == ["supervision.answer"])
            let facts = try await platform.database.read { access in
                try Journal.timeline(of: id.text, scope: .city, limit: 99, in: access)
            }
            let step = try #require(try facts.compactMap { try $0.fact(CaseStepTaken.self) }.last)
            let told = try #require(step.form["replaced"])
            #expect(told.contains("50（实测 50，标记 N）〔报文") && told.contains("50（实测 50，标记 D）〔报文"))
            #expect(told.contains("60（实测 60，标记 N）〔报文") && told.contains("30（实测 30，标记 N）〔报文"))
            let upheld = try facts.compactMap { try $0.fact(CaseEvidenceChanged.self) }.last { $0.upheldBy == 2 }
            #expect(upheld?.extent?.hours == 2 && upheld?.extent?.peak == DecimalNumber(60))
            let checks: [any SelfChecking] = [platform.monitoring.checks(), SupervisionRoom.checks]
            let found = try await platform.database.read { access in
                try checks.flatMap { try $0.check(access) }.flatMap(\.differences)
            }
            #expect(found == [])
            try (platform.database as? SQLiteDatabase)?.close()
        }
    }
}
