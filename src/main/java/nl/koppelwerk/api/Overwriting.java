package nl.koppelwerk.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.ledger.Selection.Import;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.relation.Phrase;

/** What of an import could never be done: a plan is applied once, so that it is not spent on it. */
final class Overwriting {

    private static final Set<Bucket> APPLIED = EnumSet.of(Bucket.ONLY_IN_IMPORT, Bucket.DUPLICATE);

    private Overwriting() { }

    static List<Fault> faults(LinkType type, Import chosen) {
        var faults = new ArrayList<Fault>();
        var known = type.fields().stream().map(LinkType.FieldLine::field).sorted().distinct().toList();
        if (chosen.fields() != null) chosen.fields().stream().filter(name -> !known.contains(name)).sorted().forEach(name ->
            faults.add(new Fault("/overwrite", "FIELD_UNKNOWN", Phrase.FIELD_NOT_COMPARED.with("name", name).with("known", String.join(", ", known)))));
        chosen.buckets().stream().filter(bucket -> !APPLIED.contains(bucket)).forEach(bucket -> faults.add(new Fault("/buckets", Phrase.BUCKET_NOT_APPLIED.with("given", Words.of(bucket)))));
        return faults;
    }
}
