import Access
import App
import ArgumentParser
import Foundation
import Kernel
import Persistence

/// `jianhu init`: a new installation with its first three administrators. Passwords come on standard input, or are
/// asked for on a terminal.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new installation with its three administrators.",
        discussion: """
            The first three lines of standard input are the passwords of the system,
            the security and the audit administrator. For a line that is empty or not
            there a start password is drawn, shown once, and must be changed at the
            first sign-in. On a terminal each is asked for, and not shown.
            """)

    @Option(help: ArgumentHelp("The SQLite file to make.", valueName: "file"))
    var database: String = "jianhu.sqlite"

    @Option(
        help: ArgumentHelp("File with the keys of device secrets; DATABASE.key if left out.", valueName: "file"))
    var keyFile: String?

    @Option(help: ArgumentHelp("Login of the system administrator.", valueName: "name"))
    var admin: String

    @Option(help: ArgumentHelp("Login of the security administrator.", valueName: "name"))
    var securityAdmin: String = "security"

    @Option(help: ArgumentHelp("Login of the audit administrator.", valueName: "name"))
    var auditAdmin: String = "audit"

    @Option(help: ArgumentHelp("Name of the city bureau.", valueName: "name"))
    var bureau: String = "市生态环境局"

    @Option(help: ArgumentHelp("The share folder; beside the program if left out.", valueName: "folder"))
    var share: String?

    func run() async throws {
        let founders = try founders()
        let file = try DatabaseFile.path(database)
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFault("\(file) exists already; name another file, or serve that one")
        }
        let passwords = try passwords(for: founders)
        let keyFile = keyFile ?? KeyFile.standard(for: file)
        let hadKeyFile = FileManager.default.fileExists(atPath: keyFile)
        var starts: [String] = []
        do { starts = try await make(file, keyFile: keyFile, founders, passwords) } catch {
            // Nothing half-made stays behind: it could neither be served nor made again.
            for ending in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: file + ending) }
            if !hadKeyFile { try? FileManager.default.removeItem(atPath: keyFile) }
            throw error
        }
        let keyOption = keyFile == KeyFile.standard(for: file) ? "" : " --key-file \(keyFile)"
        ProgramOutput.line("\(file) is ready; serve it with: jianhu serve --database \(file)\(keyOption)")
        ProgramOutput.line(
            "keep a copy of \(keyFile) apart from the database's backups: device secrets open with it only")
        for start in starts { ProgramOutput.line(start) }
        ProgramOutput.line("each administrator enrols a second factor at the first sign-in")
    }

    private typealias Founder = (role: Role, option: String, login: Login)

    private func founders() throws -> [Founder] {
        let named = [
            (Role.administrator, "--admin", admin), (.securityAdministrator, "--security-admin", securityAdmin),
            (.auditAdministrator, "--audit-admin", auditAdmin),
        ]
        let founders: [Founder] = try named.map { role, option, name in
            guard let login = Login(typed: name) else {
                throw ValidationError(
                    "\(option) “\(name)” cannot be a sign-in name; give 2 to 64 letters, digits and . _ - @")
            }
            return (role, option, login)
        }
        guard Set(founders.map(\.login)).count == founders.count else {
            throw ValidationError("the three administrators are three people; give three sign-in names")
        }
        return founders
    }

    /// The chosen passwords by login; whoever has none gets a start password.
    private func passwords(for founders: [Founder]) throws -> [Login: String] {
        if Terminal.isInput { return try askedPasswords(for: founders) }
        let lines = String(decoding: try StandardStream.readToEnd(), as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let chosen = zip(founders, lines).filter { !$1.isEmpty }
        for (founder, password) in chosen {
            if let words = Self.objection(to: password, of: founder.login) {
                throw CommandFault(
                    "the password on standard input for \(founder.option) \(words); choose another one")
            }
        }
        guard Set(chosen.map(\.1)).count == chosen.count else {
            throw CommandFault("two administrators have the same password on standard input; choose different ones")
        }
        return Dictionary(uniqueKeysWithValues: chosen.map { ($0.login, $1) })
    }

    /// The same from somebody at a terminal, who may try again.
    private func askedPasswords(for founders: [Founder]) throws -> [Login: String] {
        var chosen: [Login: String] = [:]
        for founder in founders {
            while true {
                let password = try Terminal.secret(
                    "password of \(founder.login) (\(founder.role.rawValue)); empty: one is drawn and shown once: ")
                if password.isEmpty { break }
                if let words = Self.objection(to: password, of: founder.login) {
                    Terminal.say("it \(words); choose another one")
                } else if chosen.values.contains(password) {
                    Terminal.say("another administrator has the same password; choose another one")
                } else if try Terminal.secret("once more: ") != password {
                    Terminal.say("the two are not the same; type it again")
                } else {
                    chosen[founder.login] = password
                    break
                }
            }
        }
        return chosen
    }

    private func make(
        _ file: String, keyFile: String, _ founders: [Founder], _ passwords: [Login: String]
    ) async throws -> [String] {
        try await Platform.open(
            file: file, keyFile: keyFile, share: share ?? ProgramPlace.share, clock: SystemClock(),
            entropy: SystemEntropy(),
            logger: ProgramLog.Manner().logger()
        ).closing { platform in try await found(founders, passwords, in: platform) }
    }

    /// Founds the administrators; returns what is said of start passwords.
    private func found(
        _ founders: [Founder], _ passwords: [Login: String], in platform: Platform
    ) async throws -> [String] {
        var starts: [String] = []
        for founder in founders {
            let start = try await platform.found(
                founder.role, login: founder.login, password: passwords[founder.login], bureau: bureau)
            if let start {
                starts.append("start password of \(founder.login) (\(founder.role.rawValue)), shown once: \(start)")
            }
        }
        try await platform.mark(.real)
        return starts
    }

    private static func objection(to password: String, of login: Login) -> String? {
        do {
            try PasswordRule.check(password, for: login)
            return nil
        } catch { return words(for: error) }
    }

    private static func words(for refusal: PasswordRule.Refusal) -> String {
        switch refusal {
        case .tooShort: "has fewer than \(PasswordRule.lengths.lowerBound) characters"
        case .tooLong: "has more than \(PasswordRule.lengths.upperBound) characters"
        case .tooUniform: "has fewer than \(PasswordRule.differentCharactersMin) different characters"
        case .containsLogin: "contains the sign-in name"
        case .tooCommon: "is made of common words, rows of keys or counted digits"
        }
    }
}
