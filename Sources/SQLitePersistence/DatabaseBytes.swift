import Foundation
import GRDB

/// Bytes as GRDB binds them.
struct DatabaseBytes: DatabaseValueConvertible {
    private let content: Data

    init(_ bytes: [UInt8]) {
        content = Data(bytes)
    }

    var databaseValue: DatabaseValue { content.databaseValue }

    static func fromDatabaseValue(_ dbValue: DatabaseValue) -> DatabaseBytes? {
        Data.fromDatabaseValue(dbValue).map { DatabaseBytes(Array($0)) }
    }
}
