import Kernel
import Web

/// The article of law that an order or a handing over names.
enum ArticleFields {
    static let all = [
        FormField(
            name: NamedArticle.field, label: Phrase("违反的条款", "Article that was violated"), kind: .longText(max: 500),
            required: true,
            hint: Phrase(
                "系统按超标当日施行的法律和限值出处给出建议，未能建议时为空；请核对确认，或改为实际违反的禁止性条款，写明法律名称和条款号"
                    + "（不是罚则，也不是判定方法）",
                "proposed, where something is, by what was in force on the day of the exceedance and where the limit "
                    + "stands: check and confirm it, or name the article that forbids it (not the one that punishes, "
                    + "nor the one that says how to judge), by law and number")),
        FormField(
            name: NamedArticle.sourceField, label: Phrase("条款出处", "Where the text stands"),
            kind: .choice(NamedArticle.Source.allCases.map(\.rawValue)), required: false,
            hint: Phrase("只在系统法律表中没有该文本时选“另一文本”", "“another text” only where the table of laws lacks it"),
            optionLabels: [
                NamedArticle.Source.table.rawValue: Phrase("系统法律表中的文本", "a text in the table of laws"),
                NamedArticle.Source.another.rawValue: Phrase(
                    "另一文本（表中没有，已写全称并加书名号）", "another text (not in the table; its full title is given in 《》)"),
            ]),
    ]

    /// How far the article that a step names was looked up, as a line beside it.
    static func mark(of step: Step) -> [FormField] {
        guard step.form[NamedArticle.markField] != nil else { return [] }
        return [
            FormField(
                name: NamedArticle.markField, label: Phrase("条款核对", "The article was"),
                kind: .choice(NamedArticle.Mark.allCases.map(\.rawValue)), required: false,
                optionLabels: [
                    NamedArticle.Mark.proposed.rawValue: Phrase(
                        "系统按超标当日施行的法律建议，由经办人确认",
                        "proposed by what was in force on the day of the exceedance, and confirmed by the officer"),
                    NamedArticle.Mark.inForce.rawValue: Phrase(
                        "由经办人指明；所引文本在超标当日施行",
                        "named by the officer; its text was in force on the day of the exceedance"),
                    NamedArticle.Mark.named.rawValue: Phrase(
                        "由经办人指明；系统法律表中没有该文本，施行日期未核对",
                        "named by the officer, not in the table of laws: when its text was in force was not checked"),
                ])
        ]
    }
}
