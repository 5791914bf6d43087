public import Kernel

extension Problem {
    /// A table has a character of private use, which means something else to everybody.
    public static func privateUse(at place: TextPlace, rule: String, field: String) -> Problem {
        Problem(
            status: 422, rule: rule, field: field,
            what: Phrase(
                "\(place.phrase.zh)是私用区字符，含义不定",
                "\(place.phrase.en): a character of private use, which has no meaning of its own"
            ),
            remedy: Phrase(
                "请改成通用字符；如各处乱码，请核对文件编码",
                "write it with a common character; if words look wrong everywhere, check the encoding"))
    }
}
