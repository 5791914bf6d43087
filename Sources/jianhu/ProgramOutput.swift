import Foundation

/// Lines on standard output, each there at once even when a program reads them.
enum ProgramOutput {
    static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// What stands at the end of an import that took nothing.
    static func nothingImported(refused count: Int, _ one: String, _ many: String) {
        line("\(refused(count, one, many)); nothing was imported")
    }

    /// How many were refused: "1 line was refused", "3 lines were refused".
    static func refused(_ count: Int, _ one: String, _ many: String) -> String {
        count == 1 ? "1 \(one) was refused" : "\(count) \(many) were refused"
    }
}
