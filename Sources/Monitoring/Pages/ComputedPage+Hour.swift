import Facts
import Kernel
import Standards
import Web

extension ComputedPage {
    /// One hour in all its versions of the truth.
    struct Hour: Sendable {
        let hour: Instant
        let uploaded: HourReading?
        let computed: ComputedHour?
        /// What became of converting the measured value ourselves.
        let conversion: Conversion

        /// Our conversion of an hour beside the device's.
        struct Conversion: Sendable {
            let outcome: ConvertedValueCheck.Outcome?

            /// What we come to; nil where nothing can be converted.
            var own: DecimalNumber? {
                switch outcome {
                case .agrees(let own), .differs(let own, by: _): own
                case .cannotBeChecked, nil: nil
                }
            }

            var tag: String {
                switch outcome {
                case .agrees: "done"
                case .differs: "late"
                case .cannotBeChecked, nil: "neutral"
                }
            }

            func word(_ language: Language) -> String {
                switch outcome {
                case .agrees: Phrase("一致", "agrees")(language)
                case .differs(own: _, let difference):
                    Phrase("相差 \(difference)", "differs by \(difference)")(language)
                case .cannotBeChecked(let reason): reason.phrase(language)
                case nil: Phrase("不核对", "not checked")(language)
                }
            }
        }

        init(
            hour: Instant, uploaded: HourReading?, computed: ComputedHour?, oxygen: DecimalNumber?,
            reference: ReferenceOxygen?, conversion figures: ConversionFigures
        ) {
            self.hour = hour
            self.uploaded = uploaded
            self.computed = computed
            guard let reference, let measured = uploaded?.average, let device = uploaded?.converted else {
                conversion = Conversion(outcome: nil)
                return
            }
            conversion = Conversion(
                outcome: ConvertedValueCheck.check(
                    device: device, hour: OxygenConversion.Hour(measured: measured, oxygen: oxygen),
                    reference: reference, figures: figures
                ).outcome)
        }

        /// Whether nothing is known of it.
        var isEmpty: Bool { uploaded == nil && computed == nil }

        /// How far the uploaded value lies from the computed one.
        var differencePercent: DecimalNumber? {
            guard let uploaded, let beside = computed?.beside(uploaded) else { return nil }
            return beside.computed.percent(from: beside.uploaded)
        }
    }
}
