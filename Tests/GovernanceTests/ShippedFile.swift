import Foundation
import Kernel
import TestMaterial

@testable import Governance

/// The resource files that the product brings with it.
enum ShippedFile {
    static func bytes(_ path: String) throws -> [UInt8] { Array(try RepositoryFile.text("share/" + path).utf8) }

    static func policy() throws -> PolicyFile { PolicyFile(json: try bytes("policy/szbf-2020-19.json")) }

    static func figures() throws -> TaskLightFigures {
        try TaskLightFigures(json: bytes("rules/task-lights.json"))
    }

    /// The shipped policy with one place changed, as JSON.
    static func policy(changing edit: (inout [String: Any]) -> Void) throws -> [UInt8] {
        let data = Data(try bytes("policy/szbf-2020-19.json"))
        var tree = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        edit(&tree)
        return Array(try JSONSerialization.data(withJSONObject: tree))
    }
}
