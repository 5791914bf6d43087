import Persistence

extension Migration {
    /// Enterprises and outlets.
    static let registry0001CreateSources = Migration(
        "registry-0001-create-sources",
        [
            """
            CREATE TABLE registry_enterprise (
              enterprise_id {text} NOT NULL PRIMARY KEY,
              region_code {text} NOT NULL,
              name {text} NOT NULL CHECK (length(name) > 0),
              credit_code {text} UNIQUE,
              industry {text} NOT NULL,
              address {text} NOT NULL
            )
            """,
            """
            CREATE TABLE registry_outlet (
              outlet_id {text} NOT NULL PRIMARY KEY,
              enterprise_id {text} NOT NULL REFERENCES registry_enterprise (enterprise_id),
              region_code {text} NOT NULL,
              number {text} NOT NULL,
              name {text} NOT NULL,
              medium {text} NOT NULL CHECK (medium IN ('stack', 'waste-water')),
              device_number {text} NOT NULL UNIQUE,
              device_password {text} NOT NULL CHECK (length(device_password) > 0),
              UNIQUE (enterprise_id, number)
            )
            """,
        ])
}
