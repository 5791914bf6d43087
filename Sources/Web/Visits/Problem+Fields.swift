import Kernel

/// What the validator says. All of these are status 422 and name the field.
extension Problem {
    private static func field(_ rule: String, _ field: FormField, _ what: Phrase, _ remedy: Phrase) -> Problem {
        Problem(
            status: 422, rule: rule, field: field.name,
            what: Phrase("“\(field.label.zh)”\(what.zh)", "“\(field.label.en)” \(what.en)"), remedy: remedy)
    }

    static func missing(_ field: FormField) -> Problem {
        Self.field(
            "WEB-FIELD-REQUIRED", field, Phrase("尚未填写", "is missing"),
            Phrase("请填写后再提交", "fill it in and send again"))
    }

    static func tooLong(_ field: FormField, max: Int) -> Problem {
        Self.field(
            "WEB-FIELD-LENGTH", field, Phrase("超过 \(max) 个字", "has more than \(max) characters"),
            Phrase("请缩短至 \(max) 个字以内", "shorten it to \(max) characters or fewer"))
    }

    static func controlCharacter(_ field: FormField) -> Problem {
        Self.field(
            "WEB-FIELD-CHARACTERS", field, Phrase("含有不可见的控制字符", "contains invisible control characters"),
            Phrase("请手工输入，或去掉这些字符", "type it by hand, or take these characters out"))
    }

    static func notAChoice(_ field: FormField) -> Problem {
        Self.field(
            "WEB-FIELD-CHOICE", field, Phrase("不是可选的值", "is none of the choices"),
            Phrase("请从列出的选项中选择", "choose one of those listed"))
    }

    static func notSuchACode(_ field: FormField, _ form: CodeForm) -> Problem {
        Self.field(
            "WEB-FIELD-CODE", field, Phrase("写法不对", "is not written as it should be"),
            Phrase("请按 \(form.example) 的样子填写", "write it like \(form.example)"))
    }

    static func unknownCode(_ field: FormField, _ form: CodeForm) -> Problem {
        Self.field(
            "WEB-FIELD-CODE-UNKNOWN", field, Phrase("没有这个代码", "is a code that stands for nothing here"),
            Phrase(
                "请从列表中选择，或核对代码（如 \(form.example)）", "choose from the list, or check the code (such as \(form.example))")
        )
    }

    /// Says what was typed, by its first letters, without what cannot be seen.
    static func notANumber(_ field: FormField, typed: String) -> Problem {
        let shown = String(String.UnicodeScalarView(typed.unicodeScalars.filter { !$0.isInvisible }.prefix(40)))
        return Self.field(
            "WEB-FIELD-NUMBER", field, Phrase("填的“\(shown)”不是数字", "holds “\(shown)”, which is no number"),
            Phrase("请填数字，如 1234.5 或 1,234.5", "give a number, like 1234.5 or 1,234.5"))
    }

    static func notADate(_ field: FormField) -> Problem {
        Self.field(
            "WEB-FIELD-DATE", field, Phrase("不是有效的日期", "is not a date"),
            Phrase("请按 2026-11-23 的格式填写", "write it like 2026-11-23"))
    }

    static func reversed(_ end: FormField, begin: FormField) -> Problem {
        Self.field(
            "WEB-FIELD-PERIOD", end, Phrase("早于“\(begin.label.zh)”", "lies before “\(begin.label.en)”"),
            Phrase("请核对起止日期", "check the first and the last day"))
    }

    static func notAFlag(_ field: FormField) -> Problem {
        Self.field(
            "WEB-FIELD-FLAG", field, Phrase("只能是“是”或“否”", "is neither yes nor no"),
            Phrase("请填写 true 或 false", "send true or false"))
    }

    static func unknownField(_ name: String) -> Problem {
        Problem(
            status: 422, rule: "WEB-FIELD-UNKNOWN", field: String(name.prefix(64)),
            what: Phrase("有一个这里不认识的字段", "there is a field that nobody here knows"),
            remedy: Phrase("请检查字段名的拼写", "check how the field's name is spelt"))
    }
}
