import Foundation
import Testing

extension ProgramTests {
    /// Wrong words on the command line: one sentence, the right code, and nothing made.
    struct WrongUseTests {
        /// Words, standard input, exit code, and what the sentence must say.
        private static let rows: [(words: String, input: String, code: Int32, sentence: String)] = [
            ("nonsense", "", 2, "Unexpected argument 'nonsense'; see 'jianhu --help'"),
            ("demo extra", "", 2, "Unexpected argument 'extra'; see 'jianhu demo --help'"),
            ("demo --nonsense", "", 2, "Unknown option '--nonsense'"),
            ("demo --web-port abc", "", 2, "'abc' is invalid for '--web-port"),
            ("demo --web-port -1", "", 2, "web.port -1 is no port; give a number from 0"),
            ("demo --web-port 65536", "", 2, "web.port 65536 is no port"),
            ("demo --folder city --web-port", "", 2, "Missing value for '--web-port"),
            ("demo --hj212-port 1.5", "", 2, "'1.5' is invalid for '--hj212-port"),
            ("demo --hj212-port 99999", "", 2, "hj212.port 99999 is no port"),
            ("demo --web-host=", "", 2, "Missing value for '--web-host"),
            ("demo --hj212-host=", "", 2, "Missing value for '--hj212-host"),
            ("demo --web-host no.such.host.invalid", "", 1, "cannot listen on no.such.host.invalid:0 (the address"),
            ("demo --hj212-host 192.0.2.1", "", 1, "cannot listen on 192.0.2.1:0 (Cannot assign requested address)"),
            ("demo --origin jianhu.example.cn", "", 2, "web.origin “jianhu.example.cn” is no site address; give one"),
            ("demo --origin http://h/path", "", 2, "is no site address"),
            ("demo --origin http://user@h?x=1#y", "", 2, "is no site address"),
            ("demo --config none.json", "", 1, "--config none.json cannot be read as a JSON object; check the path"),
            ("demo --share nowhere", "", 1, "nowhere/rules/regions.json cannot be read; restore the share folder"),
            ("demo --folder /proc/no/place", "", 1, "the folder /proc/no/place cannot be made; name another --folder"),
            ("demo --seed x", "", 2, "'x' is invalid for '--seed"),
            ("demo --seed -1", "", 2, "'-1' is invalid for '--seed"),
            ("demo --enterprises 11", "", 2, "a city has 12 to 60 enterprises; give one of these"),
            ("serve", "", 1, "jianhu.sqlite is no file; check the path, or make an installation with jianhu init"),
            ("serve --database none.sqlite", "", 1, "none.sqlite is no file"),
            ("serve --database postgres://h/x", "", 2, "--database “postgres://h/x” is no file; give the path"),
            ("serve --web-port 65536", "", 2, "web.port 65536 is no port"),
            ("serve --seed 1", "", 2, "Unknown option '--seed'"),
            ("verify --database none.sqlite", "", 1, "none.sqlite is no file"),
            ("verify --database=", "", 2, "Missing value for '--database"),
            ("verify extra", "", 2, "Unexpected argument 'extra'; see 'jianhu verify --help'"),
            ("init", "", 2, "Missing expected argument '--admin <name>'; see 'jianhu init --help'"),
            ("init --admin 环保", "", 2, "--admin “环保” cannot be a sign-in name; give 2 to 64 letters"),
            ("init --admin x", "", 2, "cannot be a sign-in name"),
            ("init --admin root", "short", 1, "has fewer than 12 characters; choose another one"),
            ("init --admin root", "aaaaaaaaaaaaaaa", 1, "has fewer than 5 different characters"),
            ("init --admin root", "this is root himself", 1, "contains the sign-in name"),
            ("init --admin root", String(repeating: "abcdefgh ", count: 20), 1, "has more than 128 characters"),
            ("init --admin root --database no/folder/x", StartTests.password, 1, "no/folder/x"),
            ("init --admin root --database postgres://h/x", StartTests.password, 2, "is no file; give the path"),
            ("init --admin root --share nowhere", StartTests.password, 1, "restore the share folder"),
            ("hj212 nonsense", "", 2, "see 'jianhu hj212 --help'"),
            ("hj212 decode --crc sum", "", 2, "'sum' is invalid for '--crc"),
            ("hj212 encode extra", "", 2, "Unexpected argument 'extra'; see 'jianhu hj212 encode --help'"),
            ("hj212 encode", "no json", 1, "line 1: this is not a JSON object; write one object per line"),
            ("hj212 send", "", 2, "Missing expected argument '--to <host:port>'"),
            ("hj212 send --to here", "", 2, "'here' is invalid for '--to"),
            ("hj212 send --to h:1", "", 2, "--mn is missing; give it, or send whole frames with --stdin"),
            ("hj212 send --to h:1 --stdin --mn 1", "", 2, "leave out the options that make one"),
            ("hj212 send --to h:1 --stdin --timeout-s 0", "", 2, "--timeout-s must be 1 to 600 seconds"),
            ("hj212 send --to 127.0.0.1:1 --stdin", "", 1, "standard input holds no frame; give it frames to send"),
            ("hj212 send --to h:1 --mn 1 --pw-file none --st 31 --cn 2061", "", 1, "--pw-file none cannot be read"),
            ("hj212 send --to h:1 --mn 1 --pw-file - --st 31 --cn 2061", "", 1, "--pw-file - is empty"),
            ("hj212 send --to h:1 --stdin --flag 256", "", 2, "'256' is invalid for '--flag"),
            ("hj212 send --to h:1 --stdin --data-time now", "", 2, "'now' is invalid for '--data-time"),
            ("hj212 send --to h:1 --stdin --set =1", "", 2, "'=1' is invalid for '--set"),
            (
                "hj212 send --to h:1 --mn 1 --pw-file - --st 31 --cn 2061 --qn 2026", "", 2,
                "--qn 2026 is not a time of 17 digits"
            ),
        ]

        @Test(arguments: rows.indices)
        func `wrong use is one sentence, and nothing is made`(index: Int) async throws {
            let row = Self.rows[index]
            try await TemporaryFolder.with { folder in
                let words = row.words.split(separator: " ").map(String.init)
                let needsFolder = words[0] == "demo" && !words.contains("--folder")
                let run = try await CommandRun.of(
                    words + (needsFolder ? ["--folder", "city"] : []), input: row.input, in: folder)
                #expect(run.exitCode == row.code, "\(row.words): \(run.complaint)")
                #expect(run.complaint.hasPrefix("Error: ") && run.complaint.hasSuffix("\n"), "\(row.words)")
                #expect(run.complaint.split(separator: "\n").count == 1, "\(row.words): \(run.complaint)")
                #expect(run.complaint.contains(row.sentence), "\(row.words): \(run.complaint)")
                #expect(run.output.isEmpty, "\(row.words): \(run.output)")
                let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0 != "city" }
                #expect(left == [], "\(row.words)")
            }
        }

        @Test func `help is told on standard output`() async throws {
            try await TemporaryFolder.with { folder in
                for words in [["--help"], ["demo", "--help"], ["help", "verify"], ["--version"], []] {
                    let run = try await CommandRun.of(words, in: folder)
                    #expect(run.exitCode == 0 && !run.output.isEmpty && run.complaint.isEmpty, "\(words)")
                }
            }
        }
    }
}
