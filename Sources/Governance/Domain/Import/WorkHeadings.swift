import Kernel

/// The headings by which tables of the work are taken: the machine's own, and those of the pages' files in both
/// languages, so that what was exported is imported again.
struct WorkHeadings: Sendable {
    /// The columns of the table that it is.
    let columns: [String]
    /// What each column is called in the file; nothing for one that the file lacks.
    let called: [String: String]
    /// Where each column stands in a line; nil for one that the file lacks.
    let places: [Int?]
    /// Where the number of a value among those of its month stands; nil where the file has none.
    let number: Int?

    /// - Parameter tables: Which tables are taken; nil for a heading that is none of theirs.
    init?(_ heading: [String], among tables: [[String]]) {
        if tables.contains(heading) {
            columns = heading
            called = Dictionary(heading.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
            places = heading.indices.map { $0 }
            number = nil
            return
        }
        let known = heading.map { $0.trimmingSpaces.lowercased() }
        for columns in tables {
            guard let words = Self.words[columns] else { continue }
            let places = columns.map { column in
                known.firstIndex { (words[column] ?? []).contains($0) }
            }
            let missing = zip(columns, places).filter { $0.1 == nil }.map(\.0)
            guard Self.optional.isSuperset(of: missing) else { continue }
            self.columns = columns
            self.places = places
            called = Dictionary(
                zip(columns, places).compactMap { column, place in place.map { (column, heading[$0]) } },
                uniquingKeysWith: { first, _ in first })
            number = columns == WorkTable.valueColumns ? known.firstIndex { ["序号", "no"].contains($0) } : nil
            return
        }
        return nil
    }

    /// Columns that a file may lack: they stand empty.
    private static let optional: Set = ["region", "reason", "note"]

    private static let words: [[String]: [String: Set<String>]] = [
        WorkTable.valueColumns: [
            "indicator": ["indicator", "指标编码", "indicator code"], "region": ["region", "地区", "district"],
            "month": ["month", "期末月份", "last month"], "value": ["value", "数值"],
            "source": ["source", "数据来源"], "reason": ["reason", "更正理由", "why corrected"],
        ],
        WorkTable.reportColumns: [
            "policy": ["policy", "政策"], "task": ["task", "任务"], "month": ["month", "月份"],
            "standing": ["standing", "自评", "by its own word"], "progress": ["progress", "进展"],
            "evidence": ["evidence", "依据"],
        ],
        WorkTable.poolColumns: [
            "name": ["name", "项目"], "region": ["region", "属地"], "sort": ["sort", "类别", "cleans"],
            "unit": ["unit", "责任单位"], "total": ["total", "总投资（万元）", "in all (10k yuan)"],
            "bonds": plan(.bonds), "government": plan(.government), "social": plan(.social), "bank": plan(.bank),
            "note": ["note", "建设内容"],
        ],
    ]

    /// What the planned money of a source is called.
    private static func plan(_ source: ProjectRecord.Source) -> Set<String> {
        [
            source.rawValue, "计划：\(source.phrase.zh)（万元）",
            "planned: \(source.phrase.en) (10k yuan)".lowercased(),
        ]
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
