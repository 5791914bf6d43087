import Kernel
import Web

/// Parts of papers that their steps hold: addressee, evidence, what is told by law, and how a case ended. Steps of
/// earlier programs hold none of them, and their papers stay as they are.
extension DocumentPage {
    typealias Line = (label: Phrase, value: Phrase?)

    /// Before the exceedances: to whom an order goes.
    func addresseeParts(_ language: Language) -> [[String: Any]] {
        guard let party = stated.party else { return [] }
        let missing = Phrase("未登记", "not registered")
        func known(_ text: String?) -> Phrase { text.map { Phrase($0, $0) } ?? missing }
        let head = party.person.map { "\($0)（\(party.post ?? "–")）" }
        return [
            part(
                Phrase("被责令单位", "To whom this is addressed"),
                [
                    (Phrase("名称", "Name"), known(party.name)),
                    (Phrase("统一社会信用代码", "Unified social credit code"), known(party.creditCode)),
                    (Phrase("地址", "Address"), known(party.address)),
                    (Phrase("法定代表人或主要负责人", "Legal representative or responsible person"), known(head)),
                ], language)
        ]
    }

    /// After the exceedances: on which records and files it rests, by which law it is ordered, or how the case ended.
    func groundParts(_ language: Language) -> [[String: Any]] {
        [
            evidencePart(language), marksPart(language), refusalPart(language), objectionPart(language),
            lawPart(language), closurePart(language),
        ].compactMap { $0 }
    }

    /// What was said of the enterprise's marks, on an order; a closure says it beside its reasons.
    private func marksPart(_ language: Language) -> [String: Any]? {
        guard stated.closedAs == nil, let marks = stated.marks else { return nil }
        return part(MarkFields.verdict.label, [(Phrase("处理", "Said of them"), marks)], language)
    }

    /// That what it states counts upon the data first told.
    private func refusalPart(_ language: Language) -> [String: Any]? {
        guard let refusal = stated.refusal else { return nil }
        return part(Phrase("重新上传的数据", "Data sent again"), [(Phrase("不予采信", "Refused"), refusal)], language)
    }

    /// What the second officer objected to, of the records on which it rests.
    private func objectionPart(_ language: Language) -> [String: Any]? {
        guard let objection = stated.objection else { return nil }
        return part(
            Phrase("对现场记录的异议", "Objection to a record"), [(Phrase("异议", "Objection"), objection)], language)
    }

    /// By what putting right is ordered: the article that is violated, which the officer names, and the law of such
    /// orders (art. 9 item 3 of Order 28).
    private func lawPart(_ language: Language) -> [String: Any]? {
        guard let basis = stated.texts[.handling], let article = document.step.form[NamedArticle.field] else {
            return nil
        }
        let heading = Phrase("法律适用", "Law applied")
        // Steps of earlier programs named the article and the law of orders in one.
        guard document.step.form[CaseDocument.byPart] != nil else {
            let line = Phrase("\(article)；\(basis.zh)", "\(article); \(basis.en)")
            return part(heading, [(PaperText.Part.handling.phrase, line)], language)
        }
        var laws = document.exceedances(in: subject).filter { !$0.isWithdrawn }.compactMap { $0.bases[.penalty] }
        laws = laws.enumerated().filter { laws.firstIndex(of: $1) == $0 }.map(\.element) + [basis]
        let handling = Phrase(
            laws.map(\.zh).joined(separator: "；"), laws.map(\.en).joined(separator: "; "))
        return part(
            heading,
            [
                (Phrase("违反的条款", "What was violated"), Phrase(article, article)),
                (PaperText.Part.handling.phrase, handling),
            ], language)
    }

    /// At the end: of an order what its addressee must be told, of a record of a check who signs.
    func noticeParts(_ language: Language) -> [[String: Any]] {
        if let signatures = signaturePart(language) { return [signatures] }
        let told = [PaperText.Part.stop, .refusing, .remedy].compactMap { text -> Line? in
            stated.texts[text].map { (text.phrase, $0) }
        }
        return told.isEmpty ? [] : [part(Phrase("告知事项", "What you are told by law"), told, language)]
    }

    /// Lines for the signatures on a record of a check; records of earlier programs name no hours and have none.
    private func signaturePart(_ language: Language) -> [String: Any]? {
        let form = document.step.form
        guard [.inspection, .recheck].contains(document.kind), form["began"] != nil else { return nil }
        let rule = "＿＿＿＿＿＿＿＿＿＿"
        let officers = [
            (document.step.actorName, form["certificate"]),
            (form["companion_name"] ?? "–", form["companion_certificate"]),
        ]
        var lines: [Line] = officers.map { name, certificate in
            (Phrase("执法人员签名", "Officer's signature"), plain("\(name)（\(certificate ?? "–")）\(rule)"))
        }
        // Who wrote it signs with the step; the other officer's answer is a fact of its own.
        if form[RecordAnswer.dueField] != nil {
            let written = Phrase(
                "\(document.step.actorName)于 \(document.step.at.civil.minuteText) 记录",
                "written by \(document.step.actorName) at \(document.step.at.civil.minuteText)")
            let said = Phrase(
                RecordAnswer.standing(answer, of: document.step, .chinese),
                RecordAnswer.standing(answer, of: document.step, .english))
            lines += [
                (Phrase("记录人", "Written by"), written), (Phrase("同行执法人员确认", "Second officer"), said),
            ]
        }
        let unsigned = form["refusal"].flatMap { $0.isEmpty ? nil : $0 }
        switch form["signature"].flatMap(StepTimes.Signature.init) {
        case .signed:
            lines.append(
                (Phrase("企业人员签名", "Signature of the enterprise"), plain("\(form["present"] ?? "")\(rule)")))
        case .refused: lines.append((Phrase("企业人员拒绝签名", "The enterprise refused to sign"), plain(unsigned)))
        case .absent: lines.append((Phrase("企业无人在场", "Nobody of the enterprise was there"), plain(unsigned)))
        case nil: break  // A covert re-check met nobody.
        }
        return part(Phrase("签名", "Signatures"), lines, language)
    }

    private func evidencePart(_ language: Language) -> [String: Any]? {
        guard let files = stated.files else { return nil }
        var lines: [Line] = [
            (Phrase("现场检查记录", "Record of inspection"), plain(stated.record)),
            (Phrase("认定未改正的复查", "Re-check that found it not right"), plain(stated.failedRecheck)),
        ]
        lines += files.map { file in
            (Phrase("证据 \(file.number)", "Evidence \(file.number)"), plain("\(file.name) · SHA-256 \(file.sha256)"))
        }
        if files.isEmpty { lines.append((Phrase("证据材料", "Files of evidence"), Phrase("本案尚无证据文件", "none was filed"))) }
        lines.append((PaperText.Part.evidence.phrase, stated.texts[.evidence]))
        return part(Phrase("证据", "Evidence"), lines, language)
    }

    /// How the case ended: as what, why, on which papers. It follows from the steps before.
    private func closurePart(_ language: Language) -> [String: Any]? {
        guard let branch = stated.closedAs else { return nil }
        let before = subject.steps.filter { $0.number < document.step.number }
        let round = before.suffix(behind: { $0.to == .closed })
        let (qualified, confirmed) = (round.last { $0.action == .qualify }, round.last { $0.action == .confirm })
        let rechecked = round.last { $0.action == .recheck }
        let papers = before.compactMap { CaseDocument(of: $0.number, in: subject)?.fullNumber(in: subject) }
        let lines: [Line] = [
            (Phrase("结论", "Outcome"), Self.outcome(of: branch)),
            (Phrase("定性", "Qualification"), branch.phrase),
            (Phrase("排除的依据", "What excused it"), stated.clearedBy),
            (Phrase("重新上传的数据", "Data sent again"), stated.replaced),
            (MarkFields.verdict.label, stated.marks),
            (Phrase("定性理由", "Reasons"), plain(branch == .withdrawn ? nil : qualified?.form["reason"])),
            (Phrase("启停允许时长", "Starting or stopping may last"), stated.conditionTerm),
            (Phrase("确认意见", "Confirmation"), plain(branch == .withdrawn ? nil : confirmed?.form["opinion"])),
            (Phrase("复查结果", "Re-check"), branch == .exceedance ? rechecked.map(recheckResult) : nil),
            (Phrase("此前文书", "Earlier papers"), plain(papers.isEmpty ? nil : papers.joined(separator: "、"))),
        ]
        return part(Phrase("结案情况", "How it ended"), lines, language)
    }

    private static func outcome(of branch: CaseBranch) -> Phrase {
        switch branch {
        case .exceedance: Phrase("超标属实，经复查已改正", "a true exceedance, found right by the re-check")
        case .device, .condition, .mark:
            Phrase("已排除超标，不作为违法行为", "cleared: it was no exceedance and is no violation")
        case .withdrawn: Phrase("超标不成立，案件撤销", "no exceedance stands: the case is dismissed")
        }
    }

    private func recheckResult(_ step: Step) -> Phrase {
        let number = CaseDocument(of: step.number, in: subject)?.fullNumber(in: subject) ?? ""
        let day = step.form["rechecked_on"] ?? step.at.civil.date.description
        return step.form["passed"] == "true"
            ? Phrase("\(number)，\(day)，合格", "\(number), \(day), found right")
            : Phrase("\(number)，\(day)，不合格", "\(number), \(day), not right")
    }

    private func plain(_ text: String?) -> Phrase? { text.map { Phrase($0, $0) } }

    private func part(_ heading: Phrase, _ lines: [Line], _ language: Language) -> [String: Any] {
        [
            "partHeading": heading(language),
            "partLines": lines.compactMap { line in
                line.value.map { ["label": line.label(language), "value": $0(language)] }
            },
        ]
    }
}

extension [Step] {
    /// The steps behind the last one that meets a condition; all when none does.
    fileprivate func suffix(behind isEnd: (Step) -> Bool) -> ArraySlice<Step> {
        self[(lastIndex(where: isEnd).map { $0 + 1 } ?? startIndex)...]
    }
}
