public import Kernel

extension Route {
    /// A list: its page in parts, and the whole of it, as filtered by the address, as CSV and as a workbook.
    ///
    /// - Parameters:
    ///   - query: The filters that the address may carry.
    ///   - place: The name of the query's value that says where a part begins; nil for a list that comes whole.
    ///   - form: How such a place is written.
    ///   - lines: How many rows a part has.
    ///   - filesHold: How many rows a file has when it comes in parts as well; nil for the whole list.
    ///   - isShared: Whether the page is the same for everybody of one role, scope and language (`Route.shared`).
    ///   - content: Of lists that tell of people, taking away is kept for the audit.
    ///   - page: The list from the visit's place on, with at most so many rows; `next` leads on when there are more.
    public static func list<Listed: ListPage>(
        _ path: String, summary: Phrase, permission: Permission, query: [FormField] = [], place: String?,
        _ form: CodeForm? = nil, lines: Int = 50, filesHold: Int? = nil, isShared: Bool = false,
        content: ListContent = .business,
        page: @escaping @Sendable (_ visit: Visit, _ rowsMax: Int) async throws -> Listed
    ) -> [Route] {
        let places = place.map { name in
            form.map { FormField.place(name: name, $0) }
                ?? .filter(name, Phrase("从何处续列", "Where the list goes on"), .text(max: 200))
        }
        var shown = Route(
            .get, path, summary: summary, permission: permission, query: query + [places].compactMap(\.self),
            content: JSONForm(of: Listed.Content.self)
        ) { visit in .page(try await page(visit, lines)) }
        shown.listPlace = .some(place)
        shown.fileRowsMax = filesHold ?? ListFormat.rowsMax
        shown.isShared = isShared
        let exports = ListFormat.allCases.map { format in
            var route = Route(
                .get, "\(path).\(format.rawValue)",
                summary: Phrase(
                    "\(summary.zh)（\(format.rawValue.uppercased())）", "\(summary.en), as \(format.rawValue)"),
                permission: permission, query: filesHold == nil ? query : query + [places].compactMap(\.self),
                answer: .download(format.contentType)
            ) { visit in
                let (day, language) = (visit.now.civil.date, visit.language)
                if let filesHold {
                    let list = try await page(visit, filesHold)
                    return .download(
                        format.download(of: list, on: day, language) { next in
                            Phrase("后续部分：\(next)", "the next part: \(next)")
                        })
                }
                let list = try await page(visit.leaving(out: place), ListFormat.rowsMax)
                return .download(
                    format.download(of: list, on: day, language) { _ in
                        Phrase(
                            "仅前 \(ListFormat.rowsMax) 行；请缩小筛选条件后再导出",
                            "only the first \(ListFormat.rowsMax) rows: narrow the filter and export again")
                    })
            }
            route.leavesTrace = content == .personal
            return route
        }
        return [shown] + exports
    }
}
