import Kernel

@testable import Web

/// A page of the tests: shows one text in a paragraph, in an attribute and in a field.
struct TestPage: Page {
    static let template = "Test/TestPage"
    static let files = [
        "TestPage.mustache": """
        <h1>{{title}}</h1><p title="{{text}}">{{text}}</p><b>{{t.word}}</b>{{#form}}{{>Web/FormView}}{{/form}}
        """,
        "TestPage.labels.json": #"{"word": {"zh": "词", "en": "word"}}"#,
    ]
    static let fields = [
        FormField(name: "reason", label: Phrase("理由", "Reason"), kind: .longText(max: 20), required: true),
        FormField(name: "level", label: Phrase("等级", "Level"), kind: .choice(["blue", "red"]), required: false),
    ]

    let text: String
    var refused: RefusedForm?
    var hasForm = true

    func title(_ language: Language) -> String { Phrase("测试页", "Test page")(language) }
    var content: [String: String] { ["text": text] }

    func view(_ language: Language) -> [String: Any] {
        guard hasForm else { return ["text": text] }
        return [
            "text": text,
            "form": FormView.view(
                language, action: "/notes", fields: Self.fields, submit: Phrase("提交", "Send"), refused: refused),
        ]
    }
}
