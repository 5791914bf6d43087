import Access
import App
import ArgumentParser
import Kernel

/// `jianhu admin create`: the first administrator of a kind, for installations from before there were three.
struct AdminCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create the first system, security or audit administrator; the start password is shown once.",
        discussion: "Refused while somebody administers that. Stop the program first.")

    @OptionGroup var place: InstallationPlace

    @Option(help: ArgumentHelp("system, security or audit.", valueName: "kind"))
    var kind: String

    @Option(help: ArgumentHelp("The administrator's login.", valueName: "name"))
    var login: String

    @Option(help: ArgumentHelp("Name of the city bureau, if it is not entered yet.", valueName: "name"))
    var bureau: String = "市生态环境局"

    func run() async throws {
        let roles = [
            "system": Role.administrator, "security": .securityAdministrator, "audit": .auditAdministrator,
        ]
        guard let role = roles[kind] else {
            throw ValidationError("--kind “\(kind)” is none of system, security and audit")
        }
        guard let login = Login(typed: login) else {
            throw ValidationError("--login “\(self.login)” cannot be a sign-in name")
        }
        try await place.change { platform in try await create(role, login, in: platform) }
    }

    private func create(_ role: Role, _ login: Login, in platform: Platform) async throws {
        let people = try await platform.access.people()
        guard !people.contains(where: { $0.role == role && $0.standing == .active }) else {
            throw CommandFault(
                "there already is such an administrator; the security administrator grants the role to others"
            )
        }
        do {
            let start = try await platform.found(role, login: login, password: nil, bureau: bureau)
            ProgramOutput.line("start password of \(login) (\(role.rawValue)), shown once: \(start ?? "")")
        } catch let refusal as AdmissionRefusal {
            throw CommandFault("\(refusal)")
        }
    }
}
