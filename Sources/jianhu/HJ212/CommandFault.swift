/// A fault of a command: one sentence with what, where and remedy. The program ends with exit code 1.
struct CommandFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
