public import Kernel

/// A page that shows part of a list: the list can be taken away whole, as CSV and as a workbook.
///
/// Its template offers that by `{{>Web/ExportLinks}}`.
public protocol ListPage: Page {
    /// The address of the next part; nil at the end of the list.
    var next: String? { get }
    /// What the list is called when it is saved.
    func fileName(_ language: Language) -> String
    /// The list's rows in tables, with everything that the page shows of them.
    func tables(_ language: Language) -> [ListTable]
}

extension ListPage {
    /// The page's title, unless a page says more.
    public func fileName(_ language: Language) -> String { title(language) }
}
