import Persistence

extension Migration {
    /// Needs, places and photos of projects, when obstacles were raised; the reserve pool; books of funds.
    static let governance0006KeepFunds = Migration(
        "governance-0006-keep-funds", projects + pool + funds)

    private static let projects = [
        "ALTER TABLE governance_obstacle ADD COLUMN raised_on {text}",
        """
        CREATE TABLE governance_project_need (
          policy {text} NOT NULL,
          project {integer} NOT NULL,
          need {integer} NOT NULL CHECK (need >= 1),
          sort {text} NOT NULL CHECK (sort IN ('land', 'forest', 'discharge', 'energy', 'water')),
          what {text} NOT NULL CHECK (length(what) BETWEEN 1 AND 200),
          amount {text} NOT NULL,
          owner {text} NOT NULL,
          asked_on {text} NOT NULL,
          granted_on {text},
          document {text},
          PRIMARY KEY (policy, project, need),
          FOREIGN KEY (policy, project) REFERENCES governance_project (policy, project),
          CHECK ((granted_on IS NULL) = (document IS NULL))
        )
        """,
        """
        CREATE TABLE governance_project_place (
          policy {text} NOT NULL,
          project {integer} NOT NULL,
          longitude {text} NOT NULL,
          latitude {text} NOT NULL,
          PRIMARY KEY (policy, project),
          FOREIGN KEY (policy, project) REFERENCES governance_project (policy, project)
        )
        """,
        """
        CREATE TABLE governance_project_photo (
          policy {text} NOT NULL,
          project {integer} NOT NULL,
          photo {integer} NOT NULL CHECK (photo >= 1),
          shows {text} NOT NULL CHECK (length(shows) BETWEEN 1 AND 200),
          day {text} NOT NULL,
          media_type {text} NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
          size_bytes {integer} NOT NULL,
          sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
          author {text} NOT NULL,
          PRIMARY KEY (policy, project, photo),
          FOREIGN KEY (policy, project) REFERENCES governance_project (policy, project)
        )
        """,
    ]

    private static let pool = [
        """
        CREATE TABLE governance_pool (
          project {integer} PRIMARY KEY,
          name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
          region {text} NOT NULL,
          sort {text} NOT NULL CHECK (sort IN ('water', 'air', 'soil', 'waste', 'ecology', 'capacity')),
          unit {text} NOT NULL,
          total_fen {integer} NOT NULL CHECK (total_fen > 0),
          bonds_fen {integer} NOT NULL CHECK (bonds_fen >= 0),
          government_fen {integer} NOT NULL CHECK (government_fen >= 0),
          social_fen {integer} NOT NULL CHECK (social_fen >= 0),
          bank_fen {integer} NOT NULL CHECK (bank_fen >= 0),
          note {text} NOT NULL CHECK (length(note) BETWEEN 1 AND 300),
          entered_on {text} NOT NULL,
          stage {text} NOT NULL CHECK (stage IN ('reserve', 'ripe', 'applied', 'building', 'running'))
        )
        """,
        "CREATE UNIQUE INDEX governance_pool_name ON governance_pool (name, region)",
        """
        CREATE TABLE governance_pool_step (
          project {integer} NOT NULL REFERENCES governance_pool (project),
          step {integer} NOT NULL CHECK (step >= 1),
          stage {text} NOT NULL CHECK (stage IN ('reserve', 'ripe', 'applied', 'building', 'running')),
          day {text} NOT NULL,
          note {text} NOT NULL CHECK (length(note) BETWEEN 1 AND 300),
          author {text} NOT NULL,
          PRIMARY KEY (project, step)
        )
        """,
        """
        CREATE TABLE governance_pool_money (
          project {integer} NOT NULL REFERENCES governance_pool (project),
          entry {integer} NOT NULL CHECK (entry >= 1),
          source {text} NOT NULL CHECK (source IN ('bonds', 'government', 'social', 'bank')),
          amount_fen {integer} NOT NULL CHECK (amount_fen <> 0),
          belongs_to {integer},
          document {text} NOT NULL CHECK (length(document) BETWEEN 1 AND 300),
          day {text} NOT NULL,
          author {text} NOT NULL,
          PRIMARY KEY (project, entry),
          CHECK ((amount_fen < 0) = (belongs_to IS NOT NULL))
        )
        """,
        "CREATE UNIQUE INDEX governance_pool_money_back ON governance_pool_money (project, belongs_to)",
    ]

    private static let funds = [
        """
        CREATE TABLE governance_fund (
          fund {integer} PRIMARY KEY,
          policy {text} NOT NULL REFERENCES governance_policy (policy),
          name {text} NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
          unit {text} NOT NULL,
          purpose {text} NOT NULL CHECK (length(purpose) BETWEEN 1 AND 200),
          task {integer}
        )
        """,
        """
        CREATE TABLE governance_fund_entry (
          fund {integer} NOT NULL REFERENCES governance_fund (fund),
          entry {integer} NOT NULL CHECK (entry >= 1),
          sort {text} NOT NULL CHECK (sort IN ('budget', 'allocation', 'use', 'counter')),
          year {integer} NOT NULL,
          amount_fen {integer} NOT NULL CHECK ((sort = 'counter') = (amount_fen < 0) AND amount_fen <> 0),
          belongs_to {integer},
          target {text} CHECK (target IN ('project', 'task', 'enterprise', 'other')),
          target_name {text},
          what {text} NOT NULL CHECK (length(what) BETWEEN 1 AND 200),
          document {text} NOT NULL CHECK (length(document) BETWEEN 1 AND 200),
          day {text} NOT NULL,
          author {text} NOT NULL,
          filed_at_ms {integer} NOT NULL,
          PRIMARY KEY (fund, entry),
          CHECK ((sort IN ('use', 'counter')) = (belongs_to IS NOT NULL)),
          CHECK ((sort = 'allocation') = (target IS NOT NULL) AND (target IS NULL) = (target_name IS NULL))
        )
        """,
    ]
}
