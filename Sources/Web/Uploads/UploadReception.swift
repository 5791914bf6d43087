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
            var pieces = request.body.makeAsyncIterator()
            while let buffer = try await pieces.nextPiece() {
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

/// A file could not be written or read: a fault of the machine, not of the person.
struct FileFault: Error {
    let path: String
}
