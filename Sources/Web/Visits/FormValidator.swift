import Kernel

/// Holds a body against the fields that a route declares. Serves forms and JSON alike.
struct FormValidator {
    let fields: [FormField]

    /// The accepted values; refuses with everything that is wrong, not only the first.
    func accept(_ body: FormBody) -> Result<[String: String], RefusedForm> {
        var accepted: [String: String] = [:]
        var problems: [Problem] = []
        for field in fields {
            switch Self.accept(body.values[field.name] ?? "", in: field) {
            case .success(let value): if !value.isEmpty { accepted[field.name] = value }
            case .failure(let problem): problems.append(problem)
            }
        }
        let known = Set(fields.map(\.name)).union(FormBody.reservedNames)
        problems += body.values.keys.filter { !known.contains($0) }.sorted().map(Problem.unknownField)
        guard problems.isEmpty else { return .failure(RefusedForm(problems: problems, typed: typed(in: body))) }
        return .success(accepted)
    }

    /// What was typed, as far as it may be shown again.
    func typed(in body: FormBody) -> [String: String] {
        var typed: [String: String] = [:]
        for field in fields {
            if case .secret = field.kind { continue }
            typed[field.name] = body.values[field.name]
        }
        return typed
    }

    /// One value: trimmed, or what is wrong with it.
    static func accept(_ raw: String, in field: FormField) -> Result<String, Problem> {
        switch field.kind {
        case .text(let max): text(raw.trimmed, in: field, max: max) { $0.isInvisible }
        case .longText(let max):
            text(raw.replacing("\r\n", with: "\n").trimmed, in: field, max: max) { $0.isInvisible && $0 != "\n" }
        case .number(let max): number(raw, in: field, max: max)
        case .secret(let max): text(raw, in: field, max: max) { $0.isInvisible }
        case .choice(let codes): one(raw, in: field) { codes.contains($0) ? nil : .notAChoice(field) }
        case .code(let form):
            one(raw.trimmed, in: field) { text in
                guard form.accepts(text) else { return .notSuchACode(field, form) }
                return form.knows(text) ? nil : .unknownCode(field, form)
            }
        case .date: one(raw.trimmed, in: field) { CivilDate($0) == nil ? .notADate(field) : nil }
        case .flag: flag(raw.trimmed, in: field)
        }
    }

    private static func text(
        _ text: String, in field: FormField, max: Int, isForbidden: (Unicode.Scalar) -> Bool
    ) -> Result<String, Problem> {
        one(text, in: field) { text in
            // As databases count; characters may be of any length.
            if text.unicodeScalars.count > max { return .tooLong(field, max: max) }
            return text.unicodeScalars.contains(where: isForbidden) ? .controlCharacter(field) : nil
        }
    }

    private static func number(_ raw: String, in field: FormField, max: Int) -> Result<String, Problem> {
        guard !raw.unicodeScalars.allSatisfy(\.isWithoutInk) else {
            return field.required ? .failure(.missing(field)) : .success("")
        }
        guard let plain = TypedNumber.plain(raw) else { return .failure(.notANumber(field, typed: raw)) }
        return plain.utf8.count > max ? .failure(.tooLong(field, max: max)) : .success(plain)
    }

    private static func one(
        _ text: String, in field: FormField, problem: (String) -> Problem?
    ) -> Result<String, Problem> {
        if let problem = text.isEmpty ? nil : problem(text) { return .failure(problem) }
        // Letters without ink look like nothing filled in, and count as that.
        guard text.unicodeScalars.allSatisfy(\.isWithoutInk) else { return .success(text) }
        return field.required ? .failure(.missing(field)) : .success("")
    }

    private static func flag(_ text: String, in field: FormField) -> Result<String, Problem> {
        switch text {
        case "true", "on", "1": .success("true")
        case "false", "off", "0", "": field.required ? .failure(.missing(field)) : .success("false")
        default: .failure(.notAFlag(field))
        }
    }
}

extension String {
    /// Without the white space around it.
    fileprivate var trimmed: String {
        let front = drop(while: \.isWhitespace)
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
