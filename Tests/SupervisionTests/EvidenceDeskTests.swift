import Facts
import Foundation
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Supervision

struct EvidenceDeskTests {
    private let id = CaseID(checked: "2026-0001")
    private static let picture = SamplePicture.png

    private func file(
        _ bytes: [UInt8], in stage: SupervisionStage, by actor: Actor = CaseExample.actor(.enterpriseManager)
    ) async throws -> EvidenceFile {
        let path = stage.folder.appendingPathComponent("incoming-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try await stage.room.evidenceDesk.file(
            EvidenceDesk.Filing(
                path: path, name: "a.png", size_bytes: Int64(bytes.count), sha256: Digest256(of: bytes), note: "照片"),
            in: id, by: actor, at: stage.clock.now())
    }

    private func stage() async throws -> SupervisionStage {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        return stage
    }

    @Test func `evidence is kept under its digest with row and fact, and the same bytes twice are one`() async throws {
        let stage = try await stage()
        let first = try await file(Self.picture, in: stage)
        let again = try await file(Self.picture, in: stage)
        let second = try await file(SamplePicture.jpeg("1"), in: stage)
        #expect(first.number == 1 && again == first && second.number == 2)
        #expect(try await stage.kinds().filter { $0 == EvidenceFiled.kind }.count == 2)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `the same bytes of another person are a filing of its own, laid down once`() async throws {
        let stage = try await stage()
        let first = try await file(Self.picture, in: stage)
        let other = CaseExample.actor(.branchOfficer, "P2")
        let second = try await file(Self.picture, in: stage, by: other)
        #expect(first.number == 1 && second.number == 2 && second.actor == other.person)
        #expect(try await file(Self.picture, in: stage, by: other) == second)
        #expect(try stage.room.shelf.names() == [first.sha256.hex])
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `two who file at once get a number each`() async throws {
        let stage = try await stage()
        let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...4 {
                group.addTask { try await file(SamplePicture.jpeg("\(number)"), in: stage).number }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(numbers == [1, 2, 3, 4])
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `what is refused leaves no row and no fact`() async throws {
        let stage = try await stage()
        let before = try await stage.state()
        await #expect(throws: EvidenceRefusal.unknownKind) { try await file(Array("<svg/>".utf8), in: stage) }
        await #expect(throws: EvidenceRefusal.nothing) { try await file([], in: stage) }
        let stranger = CaseExample.actor(
            .enterpriseManager, scope: .enterprise(EnterpriseID(checked: "E2")))
        await #expect(throws: CaseRefusal.notFound) { try await file(Self.picture, in: stage, by: stranger) }
        #expect(try await stage.state() == before)
        try await stage.walk(id, to: .closed)
        await #expect(throws: EvidenceRefusal.closed) { try await file(Self.picture, in: stage) }
    }

    @Test(arguments: ["missing", "changed", "dropped", "name", "note", "actor_name"])
    func `verify finds a file that is not what was filed`(kind: String) async throws {
        let stage = try await stage()
        let filed = try await file(Self.picture, in: stage)
        let path = stage.room.shelf.path(of: filed.sha256)
        switch kind {
        case "missing": try FileManager.default.removeItem(atPath: path)
        case "changed": try Data([1]).write(to: URL(fileURLWithPath: path))
        case "dropped": _ = try await stage.database.write { try $0.execute("DELETE FROM supervision_evidence") }
        default:
            _ = try await stage.database.write { try $0.execute("UPDATE supervision_evidence SET \(kind) = 'b.png'") }
        }
        let found = try await stage.differences()
        #expect(found.contains { $0.hasPrefix("each file of evidence is there and is what was filed") }, "\(found)")
    }

    @Test(arguments: ["stray.txt", Digest256(of: "of nobody").hex])
    func `verify tells of a file that no fact names`(name: String) async throws {
        let stage = try await stage()
        _ = try await file(Self.picture, in: stage)
        #expect(try await stage.differences() == [])
        try Data([1]).write(to: stage.folder.appendingPathComponent(name))
        let found = try await stage.differences()
        #expect(found.count == 1 && found.first?.contains("\(name) lies in the evidence folder") == true, "\(found)")
    }

    @Test func `what is refused because there is too much already does not stay on the shelf`() async throws {
        let stage = try await stage()
        let max = try CaseExample.rules().evidenceFilesMax
        for number in 1...max { _ = try await file(SamplePicture.jpeg("\(number)"), in: stage) }
        await #expect(throws: EvidenceRefusal.tooMany(max: max)) { try await file(Self.picture, in: stage) }
        #expect(FileManager.default.fileExists(atPath: stage.room.shelf.path(of: Digest256(of: Self.picture))) == false)
        #expect(try await file(SamplePicture.jpeg("1"), in: stage).number == 1)
    }
}
