import App
import ArgumentParser
import Foundation

/// The program: hands the words of the command line to its subcommands, and every end to an exit code.
@main
enum Program {
    static func main() async {
        // Databases hold device passwords: what this program makes is its user's alone.
        umask(0o077)
        do {
            var command = try JianhuCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// 0 done, 1 a fault or differences found, 2 wrong use (the argument parser's own code is 64).
    private static func end(with error: any Error) -> Never {
        let code = JianhuCommand.exitCode(for: error)
        if code.isSuccess {
            FileHandle.standardOutput.write(Data((JianhuCommand.fullMessage(for: error) + "\n").utf8))
        } else if let sentence = sentence(for: error, isWrongUse: code == .validationFailure) {
            FileHandle.standardError.write(Data("Error: \(sentence)\n".utf8))
        }
        exit(code == .validationFailure ? 2 : code.rawValue)
    }

    /// One line, whatever the error; nil when the command has said everything. What the argument parser found gets its
    /// remedy here: where the usage is told.
    private static func sentence(for error: any Error, isWrongUse: Bool) -> String? {
        let message = JianhuCommand.message(for: error)
        guard !message.isEmpty else { return nil }
        let words = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        let pointer = JianhuCommand.fullMessage(for: error).split(whereSeparator: \.isNewline).last
        guard isWrongUse, !(error is ValidationError), let pointer, pointer.contains("--help") else { return words }
        let end = words.hasSuffix(".") ? String(words.dropLast()) : words
        return end + "; " + pointer.drop(while: \.isWhitespace).replacing("See", with: "see", maxReplacements: 1)
    }
}
