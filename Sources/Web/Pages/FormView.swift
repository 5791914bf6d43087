public import Kernel

/// A whole form out of the fields that its route declares: labels, hints, bounds, problems beside their fields, what
/// was typed. A page puts `FormView.view(…)` under a key and writes `{{#key}}{{>Web/FormView}}{{/key}}`.
public enum FormView {
    /// The view of a form.
    ///
    /// - Parameters:
    ///   - action: Where it is sent: the path of the POST route.
    ///   - fields: The fields of that route.
    ///   - submit: What the button says.
    ///   - values: What stands in the fields at first, by field name.
    ///   - refused: `Visit.refused`: problems to show, and what was typed instead of `values`.
    ///   - hidden: Fields of the route that the person does not see, with their values.
    public static func view(
        _ language: Language, action: String, fields: [FormField], submit: Phrase, values: [String: String] = [:],
        refused: RefusedForm? = nil, hidden: [String: String] = [:]
    ) -> [String: Any] {
        let shown = fields.filter { hidden[$0.name] == nil }
        let labels = Dictionary(uniqueKeysWithValues: shown.map { ($0.name, $0.label(language)) })
        let problems = refused?.problems ?? []
        return [
            "action": action,
            "submit": submit(language),
            "hidden": hidden.sorted { $0.key < $1.key }.map { ["name": $0.key, "value": $0.value] },
            "isRefused": !problems.isEmpty,
            "problems": problems.map { problem in
                [
                    "what": problem.what.sentence(language), "remedy": problem.remedy.sentence(language),
                    "rule": problem.rule,
                    "fieldID": problem.field.flatMap { labels[$0] == nil ? nil : "field-\($0)" } ?? false,
                ] as [String: Any]
            },
            "fields": shown.map { field in
                view(
                    of: field, language, value: (refused?.typed ?? values)[field.name] ?? "",
                    problem: refused?.problem(of: field.name))
            },
        ]
    }

    /// How much may be typed in the field of a number: blanks and commas beside its digits.
    private static let numberMax = 60

    private static func view(
        of field: FormField, _ language: Language, value: String, problem: Problem?
    ) -> [String: Any] {
        var view: [String: Any] = [
            "id": "field-\(field.name)", "name": field.name, "label": field.label(language),
            "hint": field.hint?(language) ?? false, "isRequired": field.required, "value": value,
            "problem": problem?.what.sentence(language) ?? false,
            "remedy": problem?.remedy.sentence(language) ?? false,
            "isLine": false, "isNumber": false, "isLong": false, "isSecret": false, "isChoice": false, "isDate": false,
            "isFlag": false, "isCode": false, "max": false, "options": false, "isSet": false,
            "suggests": !field.suggestions.isEmpty,
            "suggestions": field.suggestions.map { offered in
                ["text": offered(language), "named": field.suggestedNames[offered.zh]?(language) ?? ""]
            },
        ]
        view["describedBy"] = [
            field.hint == nil ? nil : "field-\(field.name)-hint", problem == nil ? nil : "field-\(field.name)-problem",
        ].compactMap { $0 }.joined(separator: " ")
        switch field.kind {
        case .text(let max): view.merge(["isLine": true, "max": max]) { $1 }
        case .number: view.merge(["isLine": true, "isNumber": true, "max": numberMax]) { $1 }
        case .code: view.merge(["isLine": true, "isCode": true, "max": CodeForm.bytesMax]) { $1 }
        case .longText(let max): view.merge(["isLong": true, "max": max]) { $1 }
        case .secret(let max): view.merge(["isSecret": true, "max": max, "value": ""]) { $1 }
        case .choice(let codes):
            view["isChoice"] = true
            view["options"] = codes.map { code in
                [
                    "code": code, "label": field.optionLabels[code]?(language) ?? code, "isSelected": code == value,
                ] as [String: Any]
            }
        case .date: view["isDate"] = true
        case .flag: view.merge(["isFlag": true, "isSet": ["true", "on", "1"].contains(value)]) { $1 }
        }
        return view
    }
}
