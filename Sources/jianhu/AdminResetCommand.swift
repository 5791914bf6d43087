import Access
import App
import ArgumentParser
import Facts
import Kernel

/// `jianhu admin reset`: helps an administrator who lost password, phone and recovery codes.
struct AdminResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Remove an administrator's second factor and show a new start password once.",
        discussion: "For when no security administrator is left to do it. It is journalled. Stop the program first.")

    @OptionGroup var place: InstallationPlace

    @Option(help: ArgumentHelp("The administrator's login.", valueName: "name"))
    var login: String

    func run() async throws {
        guard let login = Login(typed: login) else {
            throw ValidationError("--login “\(self.login)” cannot be a sign-in name")
        }
        try await place.change { platform in try await reset(login, in: platform.access) }
    }

    private func reset(_ login: Login, in access: AccessRoom) async throws {
        let person = try await access.people().first { $0.login == login }
        guard let person, person.role.isAdministration, person.standing == .active else {
            throw CommandFault("no administrator signs in as \(login); the security administrator helps others")
        }
        let hasFactor = try await access.secondFactor(of: person.id).since != nil
        if hasFactor { try await access.resetSecondFactor(of: person.id, by: .system("command-line")) }
        let start = try await access.resetPassword(of: person.id, by: .system("command-line"))
        ProgramOutput.line("start password of \(login) (\(person.role.rawValue)), shown once: \(start)")
    }
}
