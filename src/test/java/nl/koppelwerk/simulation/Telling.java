package nl.koppelwerk.simulation;

import java.util.stream.Collectors;

import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Steps, answers and settlements in one line each, with the values in them. */
final class Telling {

    private Telling() { }

    static String of(Object told) {
        if (told instanceof Step.Read read) return "asks " + read.side() + " for " + read.root() + (read.whole() ? " whole" : "");
        if (told instanceof Step.Search search) return "searches " + search.side() + " for " + search.ownReference().orElse("");
        if (told instanceof Step.Write write) return "writes " + write.side() + " " + write.action() + " " + write.target() + " " + values(write.values()) + " over " + values(write.old());
        if (told instanceof Step.Settle settle) return "settles " + settlement(settle.settlement());
        if (told instanceof Answer.Seen seen) return "sees " + relation(seen.sighting().relation());
        if (told instanceof Answer.Done done) return "done " + done.id() + " echo " + values(done.echoed());
        return String.valueOf(told);
    }

    static String settlement(Settlement told) {
        var reasons = told.reasons().stream().map(reason -> reason.code() + " " + reason.subject()).collect(Collectors.joining(", "));
        return told.state() + "/" + told.outcome() + " [" + reasons + "] asks " + told.questions() + " " + told.pair().source() + "=" + told.pair().target()
            + " gone " + told.pair().gone() + " again " + told.again().map(again -> again.cause() + " " + again.at()).orElse("never");
    }

    static String relation(Relation relation) {
        return values(relation.values()) + relation.marks() + relation.parts().stream()
            .map(part -> " | " + part.kind() + " " + part.id() + " " + part.reference() + " " + values(part.values())).collect(Collectors.joining());
    }

    static String values(Values values) {
        return values.asMap().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue().text().replace('\n', ' ').replaceAll("(street|postalCode|city|country|houseNumber)=", ""))
            .collect(Collectors.joining(", ", "{", "}"));
    }
}
