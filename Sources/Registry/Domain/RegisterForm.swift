import Kernel

/// The fields of each kind of entry. Table, form, file and history are made from these.
public enum RegisterForm {
    /// The fields of a kind of entry in their order.
    public static func fields(of kind: RegisterKind) -> [RegisterField] {
        switch kind {
        case .park: park
        case .enterprise: enterprise
        case .site: site
        case .outlet: outlet
        case .facility: facility
        case .instrument: instrument
        case .contact: contact
        }
    }

    /// A field by name.
    public static func field(_ name: String, of kind: RegisterKind) -> RegisterField? {
        fields(of: kind).first { $0.name == name }
    }

    private static let park = [
        RegisterField("name", "园区名称", "Name", .text(max: 80), required: true),
        RegisterField("address", "地址", "Address", .text(max: 200)), standing(gone: Phrase("已撤销", "dissolved")),
    ]

    private static let enterprise = [
        RegisterField("name", "企业名称", "Name", .text(max: 120), required: true),
        RegisterField(
            "credit_code", "统一社会信用代码", "Unified social credit code", .creditCode,
            hint: Phrase(
                "18 位（GB 32100）；校验不符时提示，不阻止",
                "18 characters (GB 32100); a doubtful one is taken with a warning")),
        RegisterField(
            "industry_code", "行业代码", "Trade", .industry,
            hint: Phrase(
                "GB/T 4754-2017：输入代码或名称，从提示中选取，如 1713",
                "GB/T 4754-2017: type a code or a name and choose, 1713 say; most names are Chinese only")),
        RegisterField(
            "industry", "行业（文字）", "Trade in words", .text(max: 80),
            hint: Phrase("不填时取行业代码的名称", "left empty, the name of the trade is taken")),
        RegisterField("address", "地址", "Address", .text(max: 200)),
        RegisterField("park", "所在园区", "Park", .entry(.park)), standing(gone: Phrase("已注销", "deregistered")),
    ]

    private static let site =
        [
            RegisterField("name", "厂区名称", "Name", .text(max: 80), required: true),
            RegisterField("address", "地址", "Address", .text(max: 200)),
        ] + position + [standing(gone: Phrase("已关闭", "closed"))]

    private static let outlet =
        [
            RegisterField(
                "number", "许可证编号", "Number in the permit", .text(max: 32), required: true,
                hint: Phrase("如 DA001、DW001", "such as DA001 or DW001")),
            RegisterField("name", "名称", "Name", .text(max: 80), required: true),
            RegisterField(
                "medium", "类别", "Medium",
                .choice([
                    RegisterField.Choice(code: Outlet.Medium.stack.rawValue, label: Phrase("废气", "stack")),
                    RegisterField.Choice(code: Outlet.Medium.wasteWater.rawValue, label: Phrase("废水", "waste water")),
                ]), required: true, change: .fixed),
            RegisterField("site", "厂区", "Site", .entry(.site)),
        ] + position + [
            RegisterField("height_m", "排气筒高度（米）", "Height of the stack (m)", .decimal(0...500)),
            RegisterField(
                "device_number", "数采仪编号 MN", "Device number MN", .device, required: true, change: .fixed,
                hint: Phrase(
                    "24 位数字或大写 A-F；登记后在设备页更换",
                    "24 digits or capitals A to F; replaced on the device's page later")),
            standing(gone: Phrase("已拆除", "taken down")),
        ]

    private static let facility = [
        RegisterField("name", "设施名称", "Name", .text(max: 80), required: true),
        RegisterField(
            "purpose", "用途", "Purpose",
            .choice([
                RegisterField.Choice(code: "production", label: Phrase("生产设施", "production")),
                RegisterField.Choice(code: "treatment", label: Phrase("治理设施", "treatment")),
                RegisterField.Choice(code: Self.furnacePurpose, label: Phrase("炉窑", "furnace")),
            ]), required: true),
        RegisterField(
            "furnace", "炉窑类型", "Kind of furnace", .furnace,
            hint: Phrase("仅炉窑填写；基准含氧量取自同一张表", "furnaces only; the reference oxygen comes from the same table")),
        RegisterField("capacity", "规模（含单位）", "Capacity with its unit", .text(max: 80)),
        RegisterField("site", "厂区", "Site", .entry(.site)),
        RegisterField("outlet", "所接排放口", "Outlet", .entry(.outlet)),
        RegisterField("since", "投运日期", "In operation since", .date), standing(gone: Phrase("已拆除", "taken down")),
    ]

    /// Which purpose a furnace has.
    static let furnacePurpose = "furnace"

    private static let instrument = [
        RegisterField("name", "仪器名称", "Name", .text(max: 80), required: true),
        RegisterField("outlet", "排放口", "Outlet", .entry(.outlet), required: true),
        RegisterField("maker", "生产厂家", "Maker", .text(max: 80)),
        RegisterField("model", "型号", "Model", .text(max: 60)),
        RegisterField("serial", "出厂编号", "Serial number", .text(max: 60)),
        RegisterField(
            "factors", "监测因子", "Factors", .factors,
            hint: Phrase(
                "HJ 212 因子编码，空格分隔，如 a21026 a34013；见因子目录",
                "factor codes of HJ 212, a space between them, such as a21026 a34013; see the catalogue of factors")),
        RegisterField("since", "投运日期", "In operation since", .date), standing(gone: Phrase("已拆除", "taken down")),
    ]

    private static let contact = [
        RegisterField("name", "姓名", "Name", .text(max: 40), required: true, reading: .personal),
        RegisterField("post", "职务", "Post", .text(max: 40), hint: Phrase("如 环保负责人", "such as environment manager")),
        RegisterField("telephone", "电话", "Telephone", .telephone, reading: .personal),
        RegisterField("mail", "电子邮箱", "Mail", .mail, reading: .personal), standing(gone: Phrase("已离任", "gone")),
    ]

    private static let position = [
        RegisterField(
            "longitude", "经度（°）", "Longitude (°)", .decimal(73...136),
            hint: Phrase("CGCS2000／WGS-84，十进制；与纬度同填", "CGCS2000 or WGS-84, decimal; together with the latitude")),
        RegisterField("latitude", "纬度（°）", "Latitude (°)", .decimal(3...54)),
    ]

    /// What stands in `standing` when nothing is said.
    static let active = "active"

    private static func standing(gone: Phrase) -> RegisterField {
        RegisterField(
            "standing", "状态", "Standing",
            .choice([
                RegisterField.Choice(code: active, label: Phrase("正常", "active")),
                RegisterField.Choice(code: "stopped", label: Phrase("停用", "stopped")),
                RegisterField.Choice(code: "gone", label: gone),
            ]), required: true)
    }
}
