extension PictureDefect {
    /// What is wrong with the file.
    public var phrase: Phrase {
        switch self {
        case .kind: Phrase("不是 JPEG 或 PNG 照片", "this is no JPEG or PNG")
        case .broken: Phrase("照片文件不完整或已损坏", "the file is not whole, or damaged")
        case .checksum: Phrase("照片文件的校验码不符", "a checksum in the file does not fit")
        case .several: Phrase("文件里不止一张照片，或是动图", "there is more than one picture in it, or one that moves")
        case .behind: Phrase("照片后面还带有别的数据", "something else stands behind the picture")
        case .size:
            Phrase(
                "照片尺寸不能显示（每边 1 至 20,000 点，共不超过 1 亿点）",
                "it has no size to show (a side of 1 to 20,000 points, 100 million at most in all)")
        case .packing: Phrase("照片的编码方式浏览器不能显示", "it is packed in a way that browsers do not show")
        }
    }
}
