package nl.koppelwerk.api;

import java.util.List;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param field what it is about; empty for the whole relation
 * @param text  in the language that the request asked for, as is {@code remedy}
 * @param dutch the same in Dutch, where a vendor's own code says what is wrong; null elsewhere
 */
@Schema(name = "Reason")
record ReasonView(String code, String field, String text, String remedy, @Schema(nullable = true) Dutch dutch) {

    record Dutch(String text, String remedy) {}

    static ReasonView of(Reason reason, Wording wording) {
        return new ReasonView(reason.code().name(), reason.subject(), wording.text(reason), wording.remedy(reason), dutch(reason));
    }

    private static Dutch dutch(Reason reason) {
        var text = reason.details().get("nl");
        return text == null ? null : new Dutch(text, reason.details().getOrDefault("remedyNl", ""));
    }

    static List<ReasonView> all(List<Reason> reasons, Wording wording) {
        return reasons.stream().map(reason -> of(reason, wording)).toList();
    }
}
