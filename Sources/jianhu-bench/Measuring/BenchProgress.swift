import Foundation

/// Lines on standard error for whoever waits; standard output holds results only.
enum BenchProgress {
    static func say(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
