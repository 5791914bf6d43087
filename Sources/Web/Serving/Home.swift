import Kernel

/// Where a person's day begins.
enum Home {
    /// The first page of somebody, or of nobody.
    static func path(of actor: Actor?, isDemonstration: Bool) -> String {
        guard let actor else { return isDemonstration ? "/demo" : "/sign-in" }
        return switch (actor.role, actor.scope) {
        case (.enterpriseManager, .enterprise(let enterprise)): "/enterprises/\(enterprise)"
        case (.administrator, _), (.securityAdministrator, _): "/people"
        case (.auditAdministrator, _): "/audit"
        case (.liaison, _): "/start"
        case (.cityOfficer, _), (.branchOfficer, _), (.enterpriseManager, _): "/desk"
        }
    }
}
