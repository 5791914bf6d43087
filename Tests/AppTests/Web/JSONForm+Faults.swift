import Web

extension JSONForm {
    /// Where a value has not this form, and why; empty when it has.
    func faults(in value: JSONValue, at place: String = "") -> [String] {
        switch (self, value) {
        case (.anything, _), (.text(nil), .text), (.integer, .integer), (.number, .integer), (.number, .number),
            (.flag, .flag), (.nullable, .null):
            return []
        case (.text("date-time"?), .text(let text)):
            return text.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?\+08:00/) == nil
                ? ["\(place): \(text) is no moment of China"] : []
        case (.text("date"?), .text(let text)):
            return text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil ? ["\(place): \(text) is no day"] : []
        case (.code(let codes), .text(let text)): return codes.contains(text) ? [] : ["\(place): \(text) is no code"]
        case (.nullable(let form), _): return form.faults(in: value, at: place)
        case (.list(let form), .list(let values)):
            return values.enumerated().flatMap { form.faults(in: $1, at: "\(place)[\($0)]") }
        case (.dictionary(let form), .object(let members)):
            return members.flatMap { form.faults(in: $1, at: "\(place).\($0)") }
        case (.object(let members), .object(let values)):
            let known = Set(members.map(\.name))
            let strangers = values.keys.filter { !known.contains($0) }.map { "\(place).\($0) is not described" }
            return members.flatMap { member -> [String] in
                guard let value = values[member.name] else {
                    return member.isRequired ? ["\(place).\(member.name) is missing"] : []
                }
                return member.form.faults(in: value, at: "\(place).\(member.name)")
            } + strangers
        case (.oneOf(let forms), _):
            let all = forms.map { $0.faults(in: value, at: place) }
            return all.contains([]) ? [] : all.min { $0.count < $1.count } ?? []
        case (.text, _), (.code, _), (.integer, _), (.number, _), (.flag, _), (.list, _), (.dictionary, _),
            (.object, _):
            return ["\(place): not of the described kind"]
        }
    }
}
