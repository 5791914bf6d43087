import Kernel
public import Web

extension RecordRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        switch self {
        case .notOwed:
            refused(
                409, "SUP-RECORD", nil, Phrase("该步骤没有待确认的现场记录", "no record of this step waits for an answer"),
                Phrase("以前程序形成的记录不需确认", "records of earlier programs owe none"))
        case .answered:
            refused(
                409, "SUP-RECORD", nil, Phrase("该记录已经答复", "the record was answered already"),
                Phrase("请查看文书", "look at the paper"))
        case .verdictMissing:
            refused(
                422, "SUP-RECORD", "verdict", Phrase("请选择答复", "choose what you say of the record"),
                Phrase("确认、提出异议，或注明已离任", "confirmed, objected, or that the officer has left"))
        case .notYours(let name):
            refused(
                403, "SUP-RECORD-OFFICER", "verdict",
                Phrase(
                    "该记录的同行执法人员是\(name)，由其本人答复", "the second officer of the record is \(name), who answers in person"),
                Phrase("其已离任的，请选“已离任”并说明", "where the officer has left, say so and explain"))
        case .stillHere(let name):
            refused(
                409, "SUP-RECORD-OFFICER", "verdict",
                Phrase("\(name)仍在执法人员名册中", "\(name) is still in the register of officers"),
                Phrase("请其本人确认或提出异议", "the record is confirmed or objected to in person"))
        case .notAColleague:
            refused(
                403, "SUP-RECORD-OFFICER", "verdict",
                Phrase("须由未写该记录的持证执法人员注明", "a certified officer who did not write the record notes it"),
                Phrase("请由同事办理", "leave it to a colleague"))
        case .wordsMissing:
            refused(
                422, "SUP-RECORD-WORDS", "words", Phrase("请说明异议或情况", "say what the objection or the note is"),
                Phrase("写明与记录不符之处，或离任情况", "what is not as recorded, or since when the officer has left"))
        }
    }

    private func refused(_ status: Int, _ rule: String, _ field: String?, _ what: Phrase, _ remedy: Phrase) -> Problem {
        Problem(status: status, rule: rule, field: field, what: what, remedy: remedy)
    }
}
