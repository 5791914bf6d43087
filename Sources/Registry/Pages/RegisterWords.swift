import Facts
import Kernel
import Standards
import Web

/// Values of the register in words, and its fields as fields of forms.
struct RegisterWords {
    let room: RegistryRoom
    /// Entries that fields may name, to be told with their names.
    var named: [RegisterKind: [RegisterEntry]] = [:]

    /// A value as people read it.
    func text(_ value: String?, in field: RegisterField, _ language: Language) -> String {
        guard let value else { return "–" }
        switch field.kind {
        case .choice(let choices): return choices.first { $0.code == value }?.label(language) ?? value
        case .industry:
            let name = IndustryCode(value).flatMap { room.books.industries.name(of: $0) }
            return name.map { "\(value) \($0(language))" } ?? value
        case .furnace: return furnace(value, language)
        case .entry(let kind):
            let entry = named[kind]?.first { $0.code.text == value }
            return entry.map { "\(value) \($0.name)" } ?? value
        case .text, .decimal, .date, .factors, .creditCode, .telephone, .mail, .device: return value
        }
    }

    /// A kind of furnace with its reference oxygen and how sure that is.
    private func furnace(_ code: String, _ language: Language) -> String {
        guard let row = room.books.furnaces.first(where: { $0.code == code }) else { return code }
        let mark = row.certainty == .verified ? "" : Phrase("，", ", ")(language) + row.certainty.phrase(language)
        let oxygen = Phrase("基准含氧量 \(row.percent) %", "reference oxygen \(row.percent) %")(language)
        return "\(row.furnace(language))\(Phrase("（", " (")(language))\(oxygen)\(mark)\(Phrase("）", ")")(language))"
    }

    /// What a route takes for a field: loosely, because the register's own check says more.
    static func taken(_ field: RegisterField) -> FormField {
        FormField(
            name: field.name, label: field.label, kind: kind(of: field), required: field.isRequired, hint: field.hint,
            optionLabels: labels(of: field))
    }

    private static func kind(of field: RegisterField) -> FormField.Kind {
        switch field.kind {
        case .text(let max): .text(max: max)
        case .choice(let choices): .choice(choices.map(\.code))
        case .decimal: .text(max: 16)
        case .date: .date
        case .entry: .text(max: 48)
        case .industry: .text(max: 80)
        case .furnace: .text(max: 40)
        case .factors: .text(max: 600)
        case .creditCode, .telephone: .text(max: 32)
        case .mail: .text(max: 120)
        case .device: .text(max: 64)
        }
    }

    private static func labels(of field: RegisterField) -> [String: Phrase] {
        guard case .choice(let choices) = field.kind else { return [:] }
        return Dictionary(uniqueKeysWithValues: choices.map { ($0.code, $0.label) })
    }

    /// A field as the form shows it: what stands in tables and in the register is chosen from a list.
    func shown(_ field: RegisterField, choosing entries: [RegisterEntry]) -> FormField {
        let options: [(code: String, label: Phrase)]
        switch field.kind {
        case .entry: options = entries.map { ($0.code.text, Phrase("\($0.code) \($0.name)", "\($0.code) \($0.name)")) }
        case .industry:
            // Too many for a list to scroll: offered while somebody types, by code or name.
            let (taken, certainty) = (Self.taken(field), room.books.industries.certainty)
            let doubt = certainty == .verified ? nil : Phrase("；\(certainty.phrase.zh)", "; \(certainty.phrase.en)")
            let hint = taken.hint.map { Phrase($0.zh + (doubt?.zh ?? ""), $0.en + (doubt?.en ?? "")) }
            return FormField(
                name: taken.name, label: taken.label, kind: taken.kind, required: taken.required, hint: hint,
                suggestions: room.books.industries.trades.filter { $0.code.text.utf8.count == 4 }.map(Self.line))
        case .furnace: options = room.books.furnaces.map { ($0.code, $0.furnace) }
        case .text, .choice, .decimal, .date, .factors, .creditCode, .telephone, .mail, .device:
            return Self.taken(field)
        }
        return FormField(
            name: field.name, label: field.label, kind: .choice(options.map(\.code)), required: field.isRequired,
            hint: field.hint, optionLabels: Dictionary(options, uniquingKeysWith: { first, _ in first }))
    }

    private static func line(_ trade: IndustryCatalogue.Trade) -> Phrase {
        Phrase("\(trade.code) \(trade.name.zh)", "\(trade.code) \(trade.name.en)")
    }

    /// The values of an entry as its form shows them at first: a trade with its name behind the code.
    func typed(_ entry: RegisterEntry, _ language: Language) -> [String: String] {
        guard let code = entry.values["industry_code"] else { return entry.values }
        let trade = IndustryCode(code).flatMap { room.books.industries.trade($0) }
        return entry.values.merging(["industry_code": trade.map { Self.line($0)(language) } ?? code]) { $1 }
    }

    /// What words about a trade mean by the reviewed mapping, for an entry without a code.
    func mapped(_ entry: RegisterEntry) -> IndustryCatalogue.Wording? {
        guard entry.values["industry_code"] == nil else { return nil }
        return entry.values["industry"].flatMap { room.books.industries.wording($0) }
    }
}
