import Persistence

extension Migration {
    /// Parks, sites, facilities, instruments, contacts; more fields of enterprises and outlets; the history of fields.
    ///
    /// `version` counts how often an entry was written, so that of two officers at one form the second is told.
    /// Rows that were there are entered for the first time; their history begins with their next change.
    static let registry0004WidenRegister = Migration(
        "registry-0004-widen-register",
        [
            """
            CREATE TABLE registry_park (
              park_id {text} NOT NULL PRIMARY KEY,
              enterprise_id {text} CHECK (enterprise_id IS NULL),
              region_code {text} NOT NULL,
              version {integer} NOT NULL CHECK (version >= 1),
              name {text} NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
              address {text},
              standing {text} NOT NULL CHECK (standing IN ('active', 'stopped', 'gone'))
            )
            """,
            "ALTER TABLE registry_enterprise ADD COLUMN industry_code {text}",
            "ALTER TABLE registry_enterprise ADD COLUMN park_id {text} REFERENCES registry_park (park_id)",
            """
            ALTER TABLE registry_enterprise ADD COLUMN standing {text} NOT NULL DEFAULT 'active'
              CHECK (standing IN ('active', 'stopped', 'gone'))
            """,
            """
            ALTER TABLE registry_enterprise ADD COLUMN version {integer} NOT NULL DEFAULT 1 CHECK (version >= 1)
            """,
            """
            CREATE TABLE registry_site (
              site_id {text} NOT NULL PRIMARY KEY,
              enterprise_id {text} NOT NULL REFERENCES registry_enterprise (enterprise_id),
              region_code {text} NOT NULL,
              version {integer} NOT NULL CHECK (version >= 1),
              name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
              address {text},
              longitude {text},
              latitude {text},
              standing {text} NOT NULL CHECK (standing IN ('active', 'stopped', 'gone')),
              CHECK ((longitude IS NULL) = (latitude IS NULL))
            )
            """,
            "CREATE INDEX registry_site_enterprise ON registry_site (enterprise_id, site_id)",
            "ALTER TABLE registry_outlet ADD COLUMN site_id {text} REFERENCES registry_site (site_id)",
            "ALTER TABLE registry_outlet ADD COLUMN longitude {text}",
            "ALTER TABLE registry_outlet ADD COLUMN latitude {text}",
            "ALTER TABLE registry_outlet ADD COLUMN height_m {text}",
            """
            ALTER TABLE registry_outlet ADD COLUMN standing {text} NOT NULL DEFAULT 'active'
              CHECK (standing IN ('active', 'stopped', 'gone'))
            """,
            "ALTER TABLE registry_outlet ADD COLUMN version {integer} NOT NULL DEFAULT 1 CHECK (version >= 1)",
            """
            CREATE TABLE registry_facility (
              facility_id {text} NOT NULL PRIMARY KEY,
              enterprise_id {text} NOT NULL REFERENCES registry_enterprise (enterprise_id),
              region_code {text} NOT NULL,
              version {integer} NOT NULL CHECK (version >= 1),
              name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
              purpose {text} NOT NULL CHECK (purpose IN ('production', 'treatment', 'furnace')),
              furnace {text},
              capacity {text},
              site_id {text} REFERENCES registry_site (site_id),
              outlet_id {text} REFERENCES registry_outlet (outlet_id),
              since {text},
              standing {text} NOT NULL CHECK (standing IN ('active', 'stopped', 'gone')),
              CHECK ((purpose = 'furnace') = (furnace IS NOT NULL))
            )
            """,
            "CREATE INDEX registry_facility_enterprise ON registry_facility (enterprise_id, facility_id)",
            """
            CREATE TABLE registry_instrument (
              instrument_id {text} NOT NULL PRIMARY KEY,
              enterprise_id {text} NOT NULL REFERENCES registry_enterprise (enterprise_id),
              region_code {text} NOT NULL,
              version {integer} NOT NULL CHECK (version >= 1),
              name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
              outlet_id {text} NOT NULL REFERENCES registry_outlet (outlet_id),
              maker {text},
              model {text},
              serial {text},
              factors {text},
              since {text},
              standing {text} NOT NULL CHECK (standing IN ('active', 'stopped', 'gone'))
            )
            """,
            "CREATE INDEX registry_instrument_enterprise ON registry_instrument (enterprise_id, instrument_id)",
            """
            CREATE TABLE registry_contact (
              contact_id {text} NOT NULL PRIMARY KEY,
              enterprise_id {text} NOT NULL REFERENCES registry_enterprise (enterprise_id),
              region_code {text} NOT NULL,
              version {integer} NOT NULL CHECK (version >= 1),
              name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
              post {text},
              telephone {text},
              mail {text},
              standing {text} NOT NULL CHECK (standing IN ('active', 'stopped', 'gone'))
            )
            """,
            "CREATE INDEX registry_contact_enterprise ON registry_contact (enterprise_id, contact_id)",
            """
            CREATE TABLE registry_history (
              sequence {integer} NOT NULL,
              position {integer} NOT NULL CHECK (position >= 0),
              record {text} NOT NULL,
              code {text} NOT NULL,
              field {text} NOT NULL,
              value_from {text},
              value_to {text},
              author {text} NOT NULL,
              at_ms {integer} NOT NULL,
              enterprise_id {text},
              region_code {text},
              PRIMARY KEY (sequence, position)
            )
            """,
            "CREATE INDEX registry_history_entry ON registry_history (record, code, sequence)",
        ])
}
