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

    @Option(
        help: ArgumentHelp("File with the keys of device secrets; DATABASE.key if left out.", valueName: "file"))
    var keyFile: String?

    @Option(help: ArgumentHelp("What the administrator signs in with.", valueName: "name"))
    var admin: String

    @Option(help: ArgumentHelp("The share folder; beside the program if left out.", valueName: "folder"))
    var share: String?

    func run() async throws {
        guard let login = Login(typed: admin) else {
            throw ValidationError(
                "--admin “\(admin)” cannot be a sign-in name; give 2 to 64 letters, digits and . _ - @")
        }
        let file = try DatabaseFile.path(database)
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFault("\(file) exists already; name another file, or serve that one")
        }
        let password = try passwordFromStandardInput()
        do { try PasswordRule.check(password, for: login) } catch {
            throw CommandFault("the password on standard input \(Self.words(for: error)); choose another one")
        }
        let keyFile = keyFile ?? KeyFile.standard(for: file)
        let hadKeyFile = FileManager.default.fileExists(atPath: keyFile)
        do { try await make(file, keyFile: keyFile, login: login, password: password) } catch {
            // Nothing half-made stays behind: it could neither be served nor made again.
            for ending in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: file + ending) }
            if !hadKeyFile { try? FileManager.default.removeItem(atPath: keyFile) }
            throw error
        }
        let keyOption = keyFile == KeyFile.standard(for: file) ? "" : " --key-file \(keyFile)"
        ProgramOutput.line("\(file) is ready; serve it with: jianhu serve --database \(file)\(keyOption)")
        ProgramOutput.line(
            "keep a copy of \(keyFile) apart from the database's backups: device secrets open with it only")
    }

    private func make(_ file: String, keyFile: String, login: Login, password: String) async throws {
        let platform = try await Platform.open(
            file: file, keyFile: keyFile, share: share ?? ProgramPlace.share, clock: SystemClock(),
            entropy: SystemEntropy(),
            logger: ProgramLog.Manner().logger())
        // A login may be longer than a name, and hold signs that an identifier may not.
        let name = String(login.text.prefix(40))
        try await platform.access.admit(
            Person(id: PersonID(checked: "P-ADMIN"), login: login, name: name, post: .administrator),
            password: password)
        try await platform.mark(.real)
    }

    private func passwordFromStandardInput() throws -> String {
        let line = String(decoding: try StandardStream.readToEnd(), as: UTF8.self)
            .split(whereSeparator: \.isNewline).first
        guard let line else {
            throw CommandFault("standard input holds no password; write it as its first line")
        }
        return String(line)
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
