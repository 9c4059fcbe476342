package nl.koppelwerk.api;

import java.util.List;
import nl.koppelwerk.relation.Reason;

/** @param field what it is about; empty for the whole relation */
record ReasonView(String code, String field, String text, String remedy) {

    static ReasonView of(Reason reason) { return new ReasonView(reason.code().name(), reason.subject(), reason.text(), reason.remedy()); }

    static List<ReasonView> all(List<Reason> reasons) { return reasons.stream().map(ReasonView::of).toList(); }
}
