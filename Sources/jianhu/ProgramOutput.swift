import Foundation

/// Lines on standard output, each there at once even when a program reads them.
enum ProgramOutput {
    static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}
