import Logging

/// The program's log goes to standard error, so that standard output stays readable by programs.
enum ProgramLog {
    static func logger() -> Logger {
        var logger = Logger(label: "jianhu") { label in StreamLogHandler.standardError(label: label) }
        logger.logLevel = .notice
        return logger
    }
}
