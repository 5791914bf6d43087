import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Somebody at a terminal, who is asked.
enum Terminal {
    /// Whether standard input comes from one.
    static var isInput: Bool { isatty(STDIN_FILENO) == 1 }

    /// Says a line beside standard output, which programs read.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Asks for a line that is not shown while it is typed. Refuses when input ends instead.
    static func secret(_ question: String) throws -> String {
        FileHandle.standardError.write(Data(question.utf8))
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else {
            throw CommandFault("the terminal cannot be asked; write the passwords to standard input, one a line")
        }
        var silent = before
        // Without signals, as getpass has it: a process that ended here would leave a terminal that shows nothing.
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
            say("")
        }
        guard let bytes = try StandardStream.read() else {
            throw CommandFault("input ended; nothing was made")
        }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
