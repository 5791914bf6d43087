import ArgumentParser
import HJ212

/// The value of `--set`: a key, `=`, and a value.
struct ItemOption: ExpressibleByArgument {
    let item: Item

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
        item = Item(key: String(argument[..<equals]), value: String(argument[argument.index(after: equals)...]))
    }
}
