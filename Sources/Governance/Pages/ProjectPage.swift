import Kernel
import Web

/// A project: what it is, months by source of money, what stands in its way; forms for those who may.
struct ProjectPage: ListPage {
    static let template = "Governance/ProjectPage"

    let line: ProjectLine
    let forms: [WorkForm]
    let refused: (form: WorkForm, what: RefusedForm)?
    /// Whether the visitor may file a photo.
    let mayFile: Bool
    /// What was wrong with a photo.
    let refusedPhoto: RefusedForm?
    let today: CivilDate
    /// The units that the policy names.
    var units: [String] = []

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let project: ProjectLine.Content
        let months: [Month]
        let obstacles: [Obstacle]
        let needs: [Need]
        let photos: [Photo]

        struct Need: Encodable, Sendable {
            let need: Int
            let sort: String
            let what: String
            let amount: DecimalNumber
            let unit: String
            let owner: String
            let askedOn: String
            let grantedOn: String?
            let document: String?
        }

        struct Photo: Encodable, Sendable {
            let photo: Int
            let shows: String
            let day: String
            /// Nil when it was taken back.
            let address: String?
            let sha256: Digest256
            /// Why it was taken back, and when; nil for one that is shown.
            let takenBackBecause: String?
            let takenBackOn: String?
        }

        struct Month: Encodable, Sendable {
            let month: String
            let number: Int
            let plannedFen: Int64
            let doneFen: [String: Int64]
            let progress_percent: Int
            let note: String
            let reason: String?
            /// Why more is spent than the project was planned to cost.
            let overReason: String?
        }

        struct Obstacle: Encodable, Sendable {
            let obstacle: Int
            let what: String
            let owner: String
            let raisedOn: String?
            let due: String
            let solvedOn: String?
            let how: String?
        }
    }

    private var months: [ProjectRecord.Month] { (line.record?.months ?? []).reversed() }
    private var obstacles: [ProjectRecord.Obstacle] { line.record?.obstacles ?? [] }
    private var needs: [ProjectRecord.Need] { line.record?.needs ?? [] }
    private var photos: [ProjectRecord.Photo] { line.record?.photos ?? [] }

    private func address(of photo: ProjectRecord.Photo) -> String { "\(line.address)/photos/\(photo.number)" }

    func title(_ language: Language) -> String { line.project.name }

    var content: Content {
        Content(
            project: line.content,
            months: months.map { month in
                Content.Month(
                    month: month.month.description, number: month.number, plannedFen: month.plannedFen,
                    doneFen: Dictionary(
                        uniqueKeysWithValues: zip(ProjectRecord.Source.allCases.map(\.rawValue), month.doneFen)),
                    progress_percent: month.progress_percent, note: month.note, reason: month.reason,
                    overReason: month.overReason)
            },
            obstacles: obstacles.map {
                .init(
                    obstacle: $0.number, what: $0.what, owner: $0.owner, raisedOn: $0.raisedOn?.description,
                    due: $0.due.description, solvedOn: $0.solvedOn?.description, how: $0.how)
            },
            needs: needs.map {
                .init(
                    need: $0.number, sort: $0.sort.rawValue, what: $0.what, amount: $0.amount, unit: $0.sort.unit.zh,
                    owner: $0.owner, askedOn: $0.askedOn.description, grantedOn: $0.grantedOn?.description,
                    document: $0.document)
            },
            photos: photos.map {
                .init(
                    photo: $0.number, shows: $0.shows, day: $0.day.description,
                    address: $0.takenBack == nil ? address(of: $0) : nil, sha256: $0.sha256,
                    takenBackBecause: $0.takenBack?.reason, takenBackOn: $0.takenBack?.at.civil.date.description)
            })
    }

    private func view(_ month: ProjectRecord.Month, isCounting: Bool) -> [String: Any] {
        // A cell for each source under its own heading, so that the table can become cards.
        let amounts = Dictionary(
            zip(ProjectRecord.Source.allCases.map(\.rawValue), month.doneFen.map(TenThousandYuan.text)),
            uniquingKeysWith: { first, _ in first })
        let month: [String: Any] = [
            "month": month.month.description, "monthPlanned": TenThousandYuan.text(month.plannedFen),
            "monthDone": TenThousandYuan.text(month.allDoneFen), "built": "\(month.progress_percent)%",
            "note": month.note, "isCorrection": month.reason != nil, "reason": month.reason ?? "–",
            "isOver": month.overReason != nil, "overReason": month.overReason ?? "–", "isReplaced": !isCounting,
        ]
        return month.merging(amounts) { $1 }
    }

    func view(_ language: Language) -> [String: Any] {
        let counting = Set((line.record?.counting ?? []).map { "\($0.month) \($0.number)" })
        let more: [String: Any] = [
            "code": line.policy.text, "content": line.project.content,
            "hasMonths": !months.isEmpty,
            "months": months.map { view($0, isCounting: counting.contains("\($0.month) \($0.number)")) },
            "hasObstacles": !obstacles.isEmpty,
            "obstacleList": obstacles.map { view(of: $0, language) },
            "hasNeeds": !needs.isEmpty, "needList": needs.map { view(of: $0, language) },
            "hasPhotos": !photos.isEmpty,
            "photoList": photos.filter { $0.takenBack == nil }.map { photo in
                [
                    "photo": address(of: photo), "photoNumber": "\(photo.number)", "shows": photo.shows,
                    "photoDay": photo.day.description,
                ]
            },
            "takenBackList": photos.compactMap { photo in
                photo.takenBack.map { taken in
                    [
                        "photoNumber": "\(photo.number)", "because": taken.reason,
                        "takenBackOn": taken.at.civil.date.description,
                    ]
                }
            },
            "mayFile": mayFile, "photoAction": "/governance/\(line.policy)/projects/\(line.project.number)/photo",
            "isPhotoRefused": refusedPhoto != nil,
            "photoProblems": refusedPhoto?.told(language) ?? [],
            "hasShows": refusedPhoto?.typed["photo_shows"]?.isEmpty == false,
            "typedShows": refusedPhoto?.typed["photo_shows"] ?? "",
            "typedDay": refusedPhoto?.typed["photo_day"] ?? today.description,
            "forms": forms.map { form -> [String: Any] in
                [
                    "formName": form.name(language),
                    "form": FormView.view(
                        language, action: "/governance/\(line.policy)/projects/\(line.project.number)/\(form.rawValue)",
                        fields: FormOffers(of: line.record, units: units).offering(form.fields), submit: form.name,
                        refused: refused?.form == form ? refused?.what : nil),
                ]
            },
        ]
        return line.view(language).merging(more) { $1 }
    }

    private func view(of obstacle: ProjectRecord.Obstacle, _ language: Language) -> [String: Any] {
        let (tag, word): (String, Phrase) =
            if obstacle.solvedOn != nil {
                ("done", Phrase("已解决", "solved"))
            } else if obstacle.due < today {
                ("late", Phrase("逾期", "overdue"))
            } else {
                ("open", Phrase("待解决", "open"))
            }
        return [
            "obstacle": String(obstacle.number), "what": obstacle.what, "owner": obstacle.owner,
            "raised": obstacle.raisedOn?.description ?? "–",
            "solveBy": obstacle.due.description, "tag": tag, "word": word(language),
            "solved": obstacle.solvedOn.map { "\($0) \(obstacle.how ?? "")" } ?? "–",
        ]
    }

    private func view(of need: ProjectRecord.Need, _ language: Language) -> [String: Any] {
        let isMet = need.grantedOn != nil
        return [
            "need": String(need.number), "needSort": need.sort.phrase(language), "needWhat": need.what,
            "needAmount": "\(need.amount) \(need.sort.unit(language))", "needOwner": need.owner,
            "askedOn": need.askedOn.description, "needTag": isMet ? "done" : "open",
            "needWord": (isMet ? Phrase("已落实", "granted") : Phrase("待落实", "waits"))(language),
            "granted": need.grantedOn.map { "\($0) \(need.document ?? "")" } ?? "–",
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<ProjectRecord.Month>] =
            [
                TableColumn(Phrase("月份", "Month")) { .text($0.month.description) },
                TableColumn(Phrase("序号", "No")) { .number($0.number) },
                TableColumn(Phrase("计划（万元）", "Planned (10k yuan)")) { Self.amount($0.plannedFen) },
            ]
            + ProjectRecord.Source.allCases.enumerated().map { place, source in
                TableColumn(Phrase("\(source.phrase.zh)（万元）", "\(source.phrase.en) (10k yuan)")) {
                    Self.amount($0.doneFen[place])
                }
            } + [
                TableColumn(Phrase("形象进度（%）", "Built (%)")) { .number($0.progress_percent) },
                TableColumn(Phrase("说明", "Note")) { .text($0.note) },
                TableColumn(Phrase("更正理由", "Why corrected")) { .text($0.reason) },
                TableColumn(Phrase("超计划理由", "Over reason")) { .text($0.overReason) },
            ]
        return [
            ListTable(Phrase("月度进展", "Months"), months, language, columns: columns),
            ListTable(Phrase("困难问题", "Obstacles"), obstacles, language, columns: Self.obstacleColumns),
            ListTable(Phrase("要素需求", "Needs"), needs, language, columns: Self.needColumns(language)),
        ]
    }

    private static let obstacleColumns: [TableColumn<ProjectRecord.Obstacle>] = [
        TableColumn(Phrase("序号", "No")) { .number($0.number) },
        TableColumn(Phrase("问题", "What")) { .text($0.what) },
        TableColumn(Phrase("责任单位", "Owner")) { .text($0.owner) },
        TableColumn(Phrase("提出日期", "Raised on")) { .day($0.raisedOn) },
        TableColumn(Phrase("应解决日期", "Due")) { .day($0.due) },
        TableColumn(Phrase("解决日期", "Solved on")) { .day($0.solvedOn) },
        TableColumn(Phrase("怎样解决", "How")) { .text($0.how) },
    ]

    private static func needColumns(_ language: Language) -> [TableColumn<ProjectRecord.Need>] {
        [
            TableColumn(Phrase("序号", "No")) { .number($0.number) },
            TableColumn(Phrase("要素", "Sort")) { .text($0.sort.phrase(language)) },
            TableColumn(Phrase("具体内容", "What")) { .text($0.what) },
            TableColumn(Phrase("数量", "Amount")) { .number($0.amount) },
            TableColumn(Phrase("单位", "Unit")) { .text($0.sort.unit(language)) },
            TableColumn(Phrase("责任单位", "Owner")) { .text($0.owner) },
            TableColumn(Phrase("提出日期", "Asked on")) { .day($0.askedOn) },
            TableColumn(Phrase("落实日期", "Granted on")) { .day($0.grantedOn) },
            TableColumn(Phrase("批准文号", "By document")) { .text($0.document) },
        ]
    }

    private static func amount(_ fen: Int64) -> TableCell {
        .number(TenThousandYuan.text(fen).filter { $0 != "," })
    }
}
