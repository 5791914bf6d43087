/// The middle of a page, rendered; the layout is put around it for each visitor anew.
struct PageBody: Sendable {
    let title: String
    let html: String
    let usesChart: Bool
}
