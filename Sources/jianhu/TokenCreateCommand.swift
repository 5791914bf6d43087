import Access
import App
import ArgumentParser
import Facts
import Kernel

/// `jianhu token create`: makes one and shows it once.
struct TokenCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a token that acts for a person; it is shown once, as the last line.",
        discussion: """
            A program sends it as “Authorization: Bearer …” and gets JSON. It never
            reaches further than its owner, and ends with --days, when it is revoked on
            the page of tokens, and when the owner leaves. Stop the program first.
            """)

    @OptionGroup var place: InstallationPlace

    @Option(help: ArgumentHelp("The login of the person it acts for.", valueName: "login"))
    var person: String

    @Option(help: ArgumentHelp("What it is for, as lists show it.", valueName: "text"))
    var label: String

    @Option(help: ArgumentHelp("read, or write to send what its owner may send.", valueName: "reach"))
    var reach: String = AccessToken.Reach.read.rawValue

    @Option(help: ArgumentHelp("How many days it is valid, 1 to 366.", valueName: "number"))
    var days: Int = 90

    @Option(help: ArgumentHelp("Narrow it to one region.", valueName: "code"))
    var region: String?

    @Option(help: ArgumentHelp("Narrow it to one enterprise.", valueName: "code"))
    var enterprise: String?

    func run() async throws {
        guard let login = Login(typed: person) else {
            throw ValidationError("--person “\(person)” cannot be a sign-in name")
        }
        guard let reach = AccessToken.Reach(rawValue: reach) else {
            throw ValidationError("--reach “\(self.reach)” is neither read nor write")
        }
        let narrowing = try narrowing()
        try await place.change { platform in try await create(for: login, reach, narrowing, in: platform) }
    }

    private func create(
        for login: Login, _ reach: AccessToken.Reach, _ narrowing: AccessToken.Narrowing, in platform: Platform
    ) async throws {
        if case .region(let region) = narrowing, !platform.knows(region) {
            throw CommandFault(Self.words(for: .unknownNarrowing, login, narrowing))
        }
        guard let owner = try await platform.access.people().first(where: { $0.login == login }) else {
            throw CommandFault("nobody signs in as \(login); check --person")
        }
        do {
            let made = try await platform.access.issueToken(
                for: owner.id, label: label, reach: reach, narrowing: narrowing, days: days,
                by: .system("command-line"))
            ProgramOutput.line(
                "token \(made.token.id) of \(login), \(reach.rawValue), until \(made.token.expiresAt.termText)")
            ProgramOutput.line(made.secret)
        } catch let refusal as AccessRefusal {
            throw CommandFault(Self.words(for: refusal, login, narrowing))
        }
    }

    private func narrowing() throws -> AccessToken.Narrowing {
        switch (region, enterprise) {
        case (nil, nil): return .none
        case (let text?, nil):
            guard let code = RegionCode(text) else { throw ValidationError("--region “\(text)” is no code") }
            return .region(code)
        case (nil, let text?):
            guard let code = EnterpriseID(text) else { throw ValidationError("--enterprise “\(text)” is no code") }
            return .enterprise(code)
        case (_?, _?): throw ValidationError("--region and --enterprise exclude each other; give one")
        }
    }

    private static func words(
        for refusal: AccessRefusal, _ login: Login, _ narrowing: AccessToken.Narrowing
    ) -> String {
        switch refusal {
        case .tokenTooFar:
            "a token reaches no further than its owner \(login), and an administrator's only reads; choose read"
        case .unknownNarrowing:
            if case .region = narrowing {
                "the city has no such region; correct --region"
            } else {
                "the city has no such enterprise; correct --enterprise"
            }
        case .narrowingUnseen:
            "\(login) sees nothing of this region or enterprise; correct --region or --enterprise, or leave it out"
        case .tokenLife: "a token lives 1 to 366 days; correct --days"
        case .hasLeft: "\(login) may not sign in; grant a role first, or choose somebody else"
        default: "no token can be made for \(login) (\(refusal)); check --label and --person"
        }
    }
}
