import Access
import App
import ArgumentParser
import Foundation
import Kernel
import Persistence

/// `jianhu init`: a new installation with its first administrator. The password comes on standard input.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new installation with its first administrator.",
        discussion: "The administrator's password is read from the first line of standard input.")

    @Option(help: ArgumentHelp("The SQLite file to make.", valueName: "file"))
    var database: String = "jianhu.sqlite"

    @Option(help: ArgumentHelp("What the administrator signs in with.", valueName: "name"))
    var admin: String

    @Option(help: ArgumentHelp("The share folder; beside the program if left out.", valueName: "folder"))
    var share: String?

    func run() async throws {
        guard let login = Login(typed: admin) else {
            throw ValidationError("--admin \(admin) cannot be a sign-in name; use letters, digits, dots and hyphens.")
        }
        guard !FileManager.default.fileExists(atPath: database) else {
            throw CommandFault("\(database) exists already; name another file, or serve that one")
        }
        let password = try passwordFromStandardInput()
        do { try PasswordRule.check(password, for: login) } catch {
            throw CommandFault("the password cannot be taken (\(error)); give 12 to 128 characters, not the name itself")
        }
        let platform = try await Platform.open(
            file: database, share: share ?? ProgramPlace.share, clock: SystemClock(), entropy: SystemEntropy(),
            logger: ProgramLog.logger())
        try await platform.access.admit(
            Person(id: PersonID(checked: "P-\(login)"), login: login, name: login.text, post: .administrator),
            password: password)
        try await platform.mark(.real)
        ProgramOutput.line("\(database) is ready; serve it with: jianhu serve --database \(database)")
    }

    private func passwordFromStandardInput() throws -> String {
        let line = String(decoding: try StandardStream.readToEnd(), as: UTF8.self)
            .split(whereSeparator: \.isNewline).first
        guard let line else {
            throw CommandFault("standard input holds no password; write it as its first line")
        }
        return String(line)
    }
}
