public import Kernel

/// Somebody who may rely on an enterprise asked how it stands, and was told so on a sheet with a number. What the sheet
/// said stands in the register; its digest stands here, so that it cannot be changed afterwards.
public struct StandingTold: Fact {
    public static let kind = "registry.standing-told"
    /// The sheet's number.
    public let sheet: String
    /// Whom it is about.
    public let enterprise: EnterpriseID
    /// The code of the organisation that asked.
    public let organisation: String
    /// Its name at that time.
    public let organisationName: String
    /// What for: a code of the form.
    public let purpose: String
    /// SHA-256 of what the sheet said, as it is stored.
    public let sha256: Digest256

    /// A sheet that was handed out.
    public init(
        sheet: String, enterprise: EnterpriseID, organisation: String, organisationName: String, purpose: String,
        sha256: Digest256
    ) {
        self.sheet = sheet
        self.enterprise = enterprise
        self.organisation = organisation
        self.organisationName = organisationName
        self.purpose = purpose
        self.sha256 = sha256
    }
}
