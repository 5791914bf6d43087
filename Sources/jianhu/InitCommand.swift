import Access
import App
import ArgumentParser
import Foundation
import Kernel
import Persistence

/// `jianhu init`: a new installation with its first three administrators. Passwords come on standard input.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new installation with its three administrators.",
        discussion: """
            The first line of standard input is the system administrator's password.
            The second and the third, if they are there, are those of the security
            and the audit administrator; without them start passwords are drawn,
            shown once, and must be changed at the first sign-in.
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

    /// The chosen passwords, in the order of the founders; fewer than three when start passwords shall be drawn.
    private func passwords(for founders: [Founder]) throws -> [String] {
        let lines = String(decoding: try StandardStream.readToEnd(), as: UTF8.self)
            .split(whereSeparator: \.isNewline).prefix(founders.count).map(String.init)
        guard !lines.isEmpty else {
            throw CommandFault("standard input holds no password; write it as its first line")
        }
        for (founder, password) in zip(founders, lines) {
            do { try PasswordRule.check(password, for: founder.login) } catch {
                throw CommandFault(
                    "the password on standard input for \(founder.option) \(Self.words(for: error)); "
                        + "choose another one")
            }
        }
        guard Set(lines).count == lines.count else {
            throw CommandFault("two administrators have the same password on standard input; choose different ones")
        }
        return lines
    }

    private func make(
        _ file: String, keyFile: String, _ founders: [Founder], _ passwords: [String]
    ) async throws -> [String] {
        let platform = try await Platform.open(
            file: file, keyFile: keyFile, share: share ?? ProgramPlace.share, clock: SystemClock(),
            entropy: SystemEntropy(),
            logger: ProgramLog.Manner().logger())
        var starts: [String] = []
        for (index, founder) in founders.enumerated() {
            let chosen = index < passwords.count ? passwords[index] : nil
            let start = try await platform.found(
                founder.role, login: founder.login, password: chosen, bureau: bureau)
            if let start {
                starts.append("start password of \(founder.login) (\(founder.role.rawValue)), shown once: \(start)")
            }
        }
        try await platform.mark(.real)
        return starts
    }

    private static func words(for refusal: PasswordRule.Refusal) -> String {
        switch refusal {
        case .tooShort: "has fewer than \(PasswordRule.lengths.lowerBound) characters"
        case .tooLong: "has more than \(PasswordRule.lengths.upperBound) characters"
        case .tooUniform: "has fewer than \(PasswordRule.differentCharactersMin) different characters"
        case .containsLogin: "contains the sign-in name"
        }
    }
}
