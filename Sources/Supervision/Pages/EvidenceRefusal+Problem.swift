import Kernel
public import Web

extension EvidenceRefusal: DescribedRefusal {
    /// The refusal in words.
    public var problem: Problem {
        switch self {
        case .nothing:
            Problem(
                status: 422, rule: "SUP-FILE-NONE", field: EvidenceForm.file,
                what: Phrase("请选择文件", "choose a file"), remedy: Phrase("文件不能为空", "it must not be empty"))
        case .unknownKind:
            Problem(
                status: 422, rule: "SUP-FILE-KIND", field: EvidenceForm.file,
                what: Phrase("不支持这种文件", "this kind of file is not taken"),
                remedy: Phrase("请上传 JPEG、PNG 图片或 PDF", "send a JPEG or PNG picture, or a PDF"))
        case .activeContent(let name):
            Problem(
                status: 422, rule: "SUP-FILE-ACTIVE", field: EvidenceForm.file,
                what: Phrase("PDF 中含有脚本或嵌入文件（\(name)）", "the PDF holds something that acts (\(name))"),
                remedy: Phrase("请打印为普通 PDF 或截图后上传", "print it to a plain PDF, or send a picture of it"))
        case .sealed(let seal):
            Problem(
                status: 422, rule: "SUP-FILE-SEALED", field: EvidenceForm.file,
                what: Phrase("无法检查此 PDF：\(seal.phrase.zh)", "this PDF cannot be looked into: \(seal.phrase.en)"),
                remedy: Phrase(
                    "请去除密码后打印为普通 PDF，或截图后上传", "print it to a plain PDF without a password, or send a picture of it"))
        case .defective(let defect):
            Problem(
                status: 422, rule: "SUP-FILE-PICTURE", field: EvidenceForm.file,
                what: Phrase("不能作为证据：\(defect.phrase.zh)", "not taken as evidence: \(defect.phrase.en)"),
                remedy: Phrase("请用看图程序另存为 JPEG 或 PNG 后上传", "save it anew as JPEG or PNG with a picture program"))
        case .tooMany(let max):
            Problem(
                status: 409, rule: "SUP-FILE-COUNT", field: EvidenceForm.file,
                what: Phrase("本案已有 \(max) 份证据", "the case has \(max) files already"),
                remedy: Phrase("请合并为一份 PDF", "put several into one PDF"))
        case .closed:
            Problem(
                status: 409, rule: "SUP-FILE-CLOSED", what: Phrase("案件已销号，不再收证据", "the case is closed"),
                remedy: Phrase("如有新情况请联系分局", "tell the branch if there is something new"))
        }
    }
}

extension EvidenceRefusal.Seal {
    /// Why, in words.
    fileprivate var phrase: Phrase {
        switch self {
        case .encrypted: Phrase("已加密", "it is encrypted")
        case .filter: Phrase("内部对象采用少见的压缩方式", "its objects are packed in an unusual way")
        case .damaged: Phrase("内部对象已损坏", "its objects are damaged")
        case .size: Phrase("内部内容过大", "there is too much inside")
        }
    }
}
