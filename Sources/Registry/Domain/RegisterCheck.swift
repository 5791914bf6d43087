import Facts
import Kernel
import Standards

/// Holds typed values against the fields of their kind. Whether other entries exist is the register's question.
struct RegisterCheck {
    let books: RegisterBooks

    /// The values as they are kept: canonical numbers and codes, empty ones absent.
    ///
    /// - Throws: The first refusal in the order of the form.
    func kept(_ typed: [String: String], as kind: RegisterKind) throws(RegisterEntryRefusal) -> [String: String] {
        var values: [String: String] = [:]
        for field in RegisterForm.fields(of: kind) {
            var text = typed[field.name] ?? ""
            if text.isEmpty, field.name == "standing" { text = RegisterForm.active }
            // Letters without ink are no name.
            guard !text.unicodeScalars.allSatisfy({ $0.isWithoutInk && !$0.isInvisible }) else {
                if field.isRequired { throw .missing(field.name) }
                continue
            }
            values[field.name] = try kept(text, in: field)
        }
        if (values["longitude"] == nil) != (values["latitude"] == nil) { throw .halfPosition }
        if kind == .facility, (values["purpose"] == RegisterForm.furnacePurpose) != (values["furnace"] != nil) {
            throw .furnace
        }
        if kind == .enterprise, values["industry"] == nil, let code = values["industry_code"] {
            values["industry"] = books.industries.name(of: IndustryCode(checked: code))?.zh
        }
        return values
    }

    private func kept(_ text: String, in field: RegisterField) throws(RegisterEntryRefusal) -> String {
        guard !text.unicodeScalars.contains(where: \.isInvisible) else {
            throw .characters(field.name)
        }
        switch field.kind {
        case .text(let max):
            guard text.unicodeScalars.count <= max else { throw .tooLong(field.name, max: max) }
            return text
        case .choice(let choices):
            guard choices.contains(where: { $0.code == text }) else { throw .choice(field.name) }
            return text
        case .decimal(let range):
            let bounds = DecimalNumber(range.lowerBound)...DecimalNumber(range.upperBound)
            guard text.utf8.count <= 16, let number = DecimalNumber(text), bounds.contains(number) else {
                throw .number(field.name, range)
            }
            return number.description
        case .date:
            guard let date = CivilDate(text) else { throw .date(field.name) }
            return date.description
        case .entry, .device:
            return try code(text, in: field)
        case .industry:
            guard let code = books.industries.code(in: text) else { throw .choice(field.name) }
            return code.text
        case .furnace:
            guard books.furnaces.contains(where: { $0.code == text }) else { throw .choice(field.name) }
            return text
        case .factors:
            let codes = text.split(separator: " ").map(String.init)
            guard codes.count <= 40, codes.allSatisfy({ PollutantCode($0) != nil }) else { throw .code(field.name) }
            return codes.joined(separator: " ")
        case .creditCode:
            guard let code = CreditCode(text.uppercased()) else { throw .code(field.name) }
            return code.text
        case .telephone:
            guard Self.isTelephone(text) else { throw .telephone(field.name) }
            return text
        case .mail:
            guard Self.isMail(text) else { throw .mail(field.name) }
            return text
        }
    }

    private func code(_ text: String, in field: RegisterField) throws(RegisterEntryRefusal) -> String {
        if case .device = field.kind {
            guard DeviceNumber(text) != nil else { throw .code(field.name) }
        } else {
            guard RegisterCode(text) != nil else { throw .code(field.name) }
        }
        return text
    }

    /// Digits with the signs that people put between them: `0575-8512 3456`, `+86 138…`, an extension behind `转`.
    static func isTelephone(_ text: String) -> Bool {
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        return (5...20).contains(digits) && text.count <= 32
            && text.allSatisfy { ($0.isASCII && $0.isNumber) || "+-() 转".contains($0) }
    }

    /// One sign with something before it and a dotted name behind it. Whether somebody reads there nobody can tell.
    static func isMail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && text.count <= 120 && !parts[0].isEmpty && parts[1].contains(".")
            && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && !text.contains(where: \.isWhitespace)
    }
}
