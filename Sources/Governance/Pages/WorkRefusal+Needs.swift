import Kernel
import Web

extension WorkRefusal {
    /// What is wrong with land, quotas and places of projects.
    var problemOfNeeds: Problem {
        switch self {
        case .noSuchNeed:
            Problem(
                status: 422, rule: "GOV-NEED", field: "need",
                what: Phrase("没有这项待落实的需求", "no such need waits"),
                remedy: Phrase("请填下表中待落实需求的序号", "give the number of one that waits"))
        case .needAmount:
            Problem(
                status: 422, rule: "GOV-NEED", field: "need_amount",
                what: Phrase("数量不正确", "this is no amount"),
                remedy: Phrase(
                    "请填大于 0、小于 10,000,000 的数，最多四位小数",
                    "give more than 0 and less than 10,000,000, at most four digits behind"))
        // The place: the longitude or the latitude.
        default:
            Problem(
                status: 422, rule: "GOV-POSITION", field: isLongitude ? "longitude" : "latitude",
                what: Phrase("坐标不在本市附近", "this place is not near the city"),
                remedy: Phrase(
                    "经度 119 至 122，纬度 29 至 31，最多六位小数",
                    "longitude 119 to 122, latitude 29 to 31, at most six digits behind"))
        }
    }

    /// What is wrong with obstacles, and what was sent twice.
    var problemOfObstacles: Problem {
        switch self {
        case .obstacleTwice(let number):
            Problem(
                status: 409, rule: "GOV-OBSTACLE-TWICE", field: "what",
                what: Phrase("第 \(number) 号问题与此相同，尚未解决", "obstacle \(number) says the same and is open"),
                remedy: Phrase("如确为另一个问题，请写明不同之处", "if it is another one, say in what it differs"))
        case .needTwice(let number):
            Problem(
                status: 409, rule: "GOV-NEED-TWICE", field: "need_what",
                what: Phrase("第 \(number) 号需求与此相同，尚未落实", "need \(number) says the same and waits"),
                remedy: Phrase("如确为另一项需求，请写明不同之处", "if it is another one, say in what it differs"))
        // A day by which something was to be done, and which is over.
        default:
            Problem(
                status: 422, rule: "GOV-DAY-GONE", field: "solve_by", what: Phrase("这一天已经过去", "that day is over"),
                remedy: Phrase("请填写今天或以后的日期", "give today or a later day"))
        }
    }

    private var isLongitude: Bool { self == .position(field: "longitude") }

    /// What is wrong with photos of projects.
    var problemOfPhotos: Problem {
        switch self {
        case .noPhoto:
            Problem(
                status: 422, rule: "GOV-PHOTO", field: GovernanceRoom.photoField,
                what: Phrase("没有收到照片", "no photo came in"), remedy: Phrase("请选择照片文件", "choose a file"))
        case .tooManyPhotos(let max):
            Problem(
                status: 409, rule: "GOV-PHOTO", field: GovernanceRoom.photoField,
                what: Phrase("照片已满 \(max) 张", "there are \(max) photos already"),
                remedy: Phrase("请在月度说明中写明", "say it in the note of the month"))
        case .defectivePhoto(let defect):
            Problem(
                status: 422, rule: "GOV-PHOTO", field: GovernanceRoom.photoField, what: defect.phrase,
                remedy: Phrase("请用看图软件打开，另存为 JPEG 或 PNG 后上传", "open it, save it anew as JPEG or PNG, and upload that"))
        case .noSuchPhoto:
            Problem(
                status: 422, rule: "GOV-PHOTO", field: "photo", what: Phrase("没有这张照片", "there is no such photo"),
                remedy: Phrase("请填照片下方的编号", "give the number beneath the photo"))
        case .photoTakenBack(let number):
            Problem(
                status: 409, rule: "GOV-PHOTO", field: "photo",
                what: Phrase("第 \(number) 号照片已经撤回", "photo \(number) was taken back already"),
                remedy: Phrase("请核对照片编号", "look at the number again"))
        // A document, or another kind of file.
        default:
            Problem(
                status: 422, rule: "GOV-PHOTO", field: GovernanceRoom.photoField,
                what: Phrase("不是 JPEG 或 PNG 照片", "this is no JPEG or PNG"),
                remedy: Phrase("请上传 JPEG 或 PNG", "upload a JPEG or PNG"))
        }
    }
}
