public import Kernel

/// Words of this room for the lists of other rooms.
public enum SupervisionWords {
    /// What a duty of this room asks for; nil for a duty of another room.
    public static func duty(_ kind: String) -> Phrase? {
        guard kind.hasPrefix("supervision.") else { return nil }
        if kind == RecordAnswer.dutyKind { return Phrase("确认现场记录", "Confirm a record on site") }
        return CaseAction(rawValue: String(kind.dropFirst("supervision.".count)))?.phrase
    }

    /// What a taken step is called; nil for an action this room does not know.
    public static func step(_ action: String) -> Phrase? {
        CaseAction(rawValue: action)?.donePhrase
    }
}
