import Foundation
import Hummingbird
import Kernel
import NIOCore
import NIOPosix

/// Receives a form with a file: fields into memory, the file straight onto the disk.
struct UploadReception {
    /// What came in: the fields that were read, and the file or why it was refused.
    struct Outcome {
        let body: FormBody
        let file: Result<ReceivedFile?, Problem>
    }

    let rule: UploadRule
    /// Says no before the first byte of the file is taken: the token against forged forms.
    let admit: (FormBody) throws -> Void
    /// What the file is called while it comes in.
    let freshName: String

    /// Reads the whole body, or as much of it as is needed to refuse it. Leaves no file behind when it refuses.
    func receive(_ request: Request, contentType: String) async throws -> Outcome {
        guard var reader = MultipartReader(contentType: contentType) else { throw Problem.unknownContentType }
        let announced = request.headers[.contentLength].flatMap { Int64($0) } ?? 0
        var values: [String: String] = [:]
        var incoming: IncomingFile?
        var isWhole = false
        do {
            for try await buffer in request.body {
                for event in try reader.read(Array(buffer.readableBytesView)) {
                    switch event {
                    case .field(let name, let value): try Self.note(name, value, in: &values)
                    case .fileStart(let name, let filename):
                        guard name == rule.field, incoming == nil else { throw Problem.unknownField(name) }
                        try admit(FormBody(values: values))
                        // What the sender announces is believed when it is too much, so that 3 GB end here.
                        if announced > rule.bytesMax + Int64(MultipartReader.fieldBytesMax) { throw tooLarge }
                        incoming = try await IncomingFile.begin(
                            in: rule.folder, as: freshName, called: filename)
                    case .fileBytes(let bytes):
                        try await incoming?.take(bytes)
                        if let size = incoming?.size_bytes, size > rule.bytesMax { throw tooLarge }
                    case .fileEnd:
                        try await incoming?.close()
                        isWhole = true
                    }
                }
            }
            guard reader.isComplete else { throw Problem.unreadableBody }
        } catch let problem as Problem where problem == tooLarge {
            await incoming?.drop()
            return Outcome(body: FormBody(values: values), file: .failure(problem))
        } catch {
            await incoming?.drop()
            throw error
        }
        let body = FormBody(values: values)
        guard isWhole, let incoming else {
            try admit(body)
            return Outcome(body: body, file: .success(nil))
        }
        // A browser sends an empty file without a name when none was chosen.
        if incoming.size_bytes == 0, incoming.name.isEmpty {
            await incoming.drop()
            return Outcome(body: body, file: .success(nil))
        }
        return Outcome(body: body, file: .success(try incoming.received()))
    }

    private static func note(_ name: String, _ value: String, in values: inout [String: String]) throws(Problem) {
        guard values.count < FormBody.fieldsMax else { throw .unreadableBody }
        guard values.updateValue(value, forKey: name) == nil else { throw .fieldTwice(name) }
    }

    /// Removes a file that nobody moved away.
    static func remove(_ path: String) async {
        _ = try? await NIOThreadPool.singleton.runIfActive { try FileManager.default.removeItem(atPath: path) }
    }

    private var tooLarge: Problem {
        let megabytes = rule.bytesMax / 1_048_576
        return Problem(
            status: 413, rule: "WEB-FILE-SIZE", field: rule.field,
            what: Phrase("文件超过 \(megabytes) MB", "the file has more than \(megabytes) MB"),
            remedy: Phrase("请压缩或拆分后重新上传；已填写和已上传的内容均保留", "make it smaller or split it; nothing else is lost"))
    }
}

/// A file that is being written. Its bytes go through threads that may block.
struct IncomingFile {
    let path: String
    /// What its sender called it.
    let name: String
    private let handle: FileHandle
    private let digest: RunningDigest256
    private(set) var size_bytes: Int64 = 0

    static func begin(in folder: String, as freshName: String, called filename: String) async throws -> IncomingFile {
        let path = "\(folder)/\(freshName).part"
        let handle = try await NIOThreadPool.singleton.runIfActive {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forWritingAtPath: path)
            else { throw FileFault(path: path) }
            return handle
        }
        guard let digest = RunningDigest256() else { throw FileFault(path: path) }
        return IncomingFile(path: path, name: plainName(filename), handle: handle, digest: digest)
    }

    private init(path: String, name: String, handle: FileHandle, digest: RunningDigest256) {
        self.path = path
        self.name = name
        self.handle = handle
        self.digest = digest
    }

    mutating func take(_ bytes: [UInt8]) async throws {
        size_bytes += Int64(bytes.count)
        digest.take(bytes)
        let handle = handle
        try await NIOThreadPool.singleton.runIfActive { try handle.write(contentsOf: Data(bytes)) }
    }

    /// Everything is on the disk when this returns.
    func close() async throws {
        let handle = handle
        try await NIOThreadPool.singleton.runIfActive {
            try handle.synchronize()
            try handle.close()
        }
    }

    func received() throws -> ReceivedFile {
        guard let sha256 = digest.finish() else { throw FileFault(path: path) }
        return ReceivedFile(path: path, name: name, size_bytes: size_bytes, sha256: sha256)
    }

    func drop() async {
        let handle = handle
        _ = try? await NIOThreadPool.singleton.runIfActive { try handle.close() }
        await UploadReception.remove(path)
    }

    /// The last part of a path as browsers of any system write it, without what could disguise it.
    private static func plainName(_ text: String) -> String {
        let last = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let plain = last.unicodeScalars.filter { scalar in
            ![.control, .format].contains(scalar.properties.generalCategory)
        }
        return String(String(String.UnicodeScalarView(plain)).prefix(120))
    }
}

/// A file could not be written or read: a fault of the machine, not of the person.
struct FileFault: Error {
    let path: String
}
