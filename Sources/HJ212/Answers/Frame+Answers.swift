extension Frame {
    /// The QN that an answer (9011 to 9014) answers: in the data area in 2005, in the header since. Nil for other
    /// commands.
    public var answeredQN: QN? {
        guard let command = header.cn, (9011...9014).contains(command.rawValue) else { return nil }
        let named = value(of: "QN")?.withoutOuterBlanks
        return named.flatMap { $0.isEmpty ? nil : QN($0) } ?? header.qn
    }

    /// The result in a 9011.
    public var qnRtn: QnRtn? { code(of: "QnRtn").map(QnRtn.init(code:)) }

    /// The result in a 9012.
    public var exeRtn: ExeRtn? { code(of: "ExeRtn").map(ExeRtn.init(code:)) }

    private func code(of key: String) -> Int? {
        value(of: key).flatMap { Int(decimalDigits: $0.withoutOuterBlanks) }
    }
}
