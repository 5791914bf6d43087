import App
import ArgumentParser
import Foundation

/// The program: hands the words of the command line to its subcommands, and every end to an exit code.
@main
enum Program {
    static func main() async {
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
        let message = JianhuCommand.fullMessage(for: error)
        if !message.isEmpty {
            let stream = code.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
            stream.write(Data((message + "\n").utf8))
        }
        exit(code == .validationFailure ? 2 : code.rawValue)
    }
}
