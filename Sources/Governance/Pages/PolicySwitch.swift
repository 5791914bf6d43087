import Kernel

/// The policies that a page can be about, the one that it is about marked: the first of them without another word.
struct PolicySwitch: Sendable {
    /// What can be chosen, in the order of the shelf.
    let choices: [(code: String, name: Phrase)]
    let chosen: String
    let path: String

    init(_ policies: [PolicyDocument], chosen: PolicyCode, path: String) {
        choices = policies.map { ($0.meta.code.text, $0.source) }
        self.chosen = chosen.text
        self.path = path
    }

    /// As templates show it; with one policy alone there is nothing to choose.
    func view(_ language: Language) -> [String: Any] {
        [
            "hasChoice": choices.count > 1,
            "choices": choices.map { choice -> [String: Any] in
                [
                    "choiceName": choice.name(language), "choiceAddress": "\(path)?document=\(choice.code)",
                    "isCurrent": choice.code == chosen,
                ]
            },
        ]
    }
}
