import Persistence

extension Migration {
    /// Photos of projects that were taken back, and why. The photos themselves stay as they were filed.
    static let governance0008TakePhotosBack = Migration(
        "governance-0008-take-photos-back",
        [
            """
            CREATE TABLE governance_project_photo_back (
              policy {text} NOT NULL,
              project {integer} NOT NULL,
              photo {integer} NOT NULL,
              reason {text} NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
              author {text} NOT NULL,
              taken_back_at_ms {integer} NOT NULL,
              PRIMARY KEY (policy, project, photo),
              FOREIGN KEY (policy, project, photo) REFERENCES governance_project_photo (policy, project, photo)
            )
            """
        ])
}
