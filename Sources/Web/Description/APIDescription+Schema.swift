import Kernel

extension APIDescription {
    /// What a list's entries are.
    indirect enum Items: Encodable, Sendable {
        case each(Schema)

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .each(let schema): try schema.encode(to: encoder)
            }
        }
    }

    /// Members of an object that are not named.
    indirect enum Others: Encodable, Sendable {
        case allowed(Bool)
        case each(Schema)

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .allowed(let isAllowed): try isAllowed.encode(to: encoder)
            case .each(let schema): try schema.encode(to: encoder)
            }
        }
    }

    /// What a value may be, in the words of JSON Schema.
    struct Schema: Encodable, Sendable {
        var type: String?
        var items: Items?
        var anyOf: [Schema]?
        var format: String?
        var minLength: Int?
        var maxLength: Int?
        var codes: [String]?
        var title: String?
        var description: String?
        var properties: [String: Schema]?
        var required: [String]?
        var additionalProperties: Others?
        var reference: String?

        enum CodingKeys: String, CodingKey {
            case type
            case items
            case anyOf
            case format
            case minLength
            case maxLength
            case codes = "enum"
            case title
            case description
            case properties
            case required
            case additionalProperties
            case reference = "$ref"
        }

        init(
            type: String? = nil, format: String? = nil, minLength: Int? = nil, maxLength: Int? = nil,
            reference: String? = nil
        ) {
            self.type = type
            self.format = format
            self.minLength = minLength
            self.maxLength = maxLength
            self.reference = reference
        }

        /// An object with these properties.
        init(object properties: [String: Schema], required: [String], additionalProperties: Bool) {
            type = "object"
            self.properties = properties
            self.required = required.isEmpty ? nil : required
            self.additionalProperties = .allowed(additionalProperties)
        }

        /// What an answer holds.
        init(_ form: JSONForm) {
            switch form {
            case .text(let format): self.init(type: "string", format: format)
            case .code(let codes):
                self.init(type: "string")
                self.codes = codes
            case .integer: self.init(type: "integer")
            case .number: self.init(type: "number")
            case .flag: self.init(type: "boolean")
            case .anything: self.init()
            case .nullable(let form):
                self.init()
                anyOf = [Schema(form), Schema(type: "null")]
            case .list(let entry):
                self.init(type: "array")
                items = .each(Schema(entry))
            case .dictionary(let value):
                self.init(type: "object")
                additionalProperties = .each(Schema(value))
            case .object(let members):
                self.init(
                    object: Dictionary(members.map { ($0.name, Schema($0.form)) }, uniquingKeysWith: { $1 }),
                    required: members.filter(\.isRequired).map(\.name), additionalProperties: false)
            case .oneOf(let forms):
                self.init()
                anyOf = forms.map { Schema($0) }
            }
        }

        /// One field of a form.
        init(_ field: FormField, isJSON: Bool, _ language: Language) {
            type = "string"
            title = field.label(language)
            description = field.hint.map { $0(language) }
            minLength = field.required ? 1 : nil
            switch field.kind {
            case .text(let max), .longText(let max): maxLength = max
            case .number:
                description = description ?? "1234.5"
                if isJSON {
                    anyOf = [Schema(type: "string", minLength: minLength), Schema(type: "number")]
                    (type, minLength) = (nil, nil)
                }
            case .secret(let max):
                maxLength = max
                format = "password"
            case .choice(let codes):
                self.codes = field.required ? codes : codes + [""]
                minLength = nil
            case .code(let form): description = form.example
            case .date: format = field.required ? "date" : nil
            case .flag:
                minLength = nil
                if isJSON { type = "boolean" } else { codes = ["true", "false"] }
            }
        }

        /// One value of a query. How long it may be is bounded by the address as a whole.
        init(ofQuery field: FormField, _ language: Language) {
            self.init(field, isJSON: false, language)
            maxLength = nil
        }

        /// What a POST of a route carries. What it does not name is refused.
        static func body(of route: Route, isJSON: Bool, file: String? = nil, _ language: Language) -> Schema {
            var properties = Dictionary(
                route.fields.map { ($0.name, Schema($0, isJSON: isJSON, language)) }, uniquingKeysWith: { $1 })
            for name in FormBody.reservedNames { properties[name] = Schema(type: "string") }
            if let file {
                var bytes = Schema(type: "string")
                bytes.format = "binary"
                properties[file] = bytes
            }
            return Schema(
                object: properties, required: route.fields.filter(\.required).map(\.name) + [file].compactMap { $0 },
                additionalProperties: false)
        }
    }
}
