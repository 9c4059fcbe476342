package nl.koppelwerk.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.ledger.Selection.Import;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which part of a plan is to be applied.
 *
 * @param items  ids of items; left out for all that have something to write
 * @param fields by item the fields that are meant; an item that is left out is meant whole
 * @param cut    items that the hub created and whose pair is to be cut; both records stay
 * @param buckets,except,overwrite,questionnaires,invite only of a preview: buckets that alone are meant, items that are left out, fields that
 *               overwrite over all, the id of a questionnaire by language, and whether whoever is made is invited at once
 */
@Schema(name = "Selection")
record Chosen(List<String> items, Map<String, List<String>> fields, List<String> cut, List<String> buckets, List<String> except, List<String> overwrite,
              Map<String, String> questionnaires, Boolean invite) {

    static Chosen orAll(Chosen asked) { return asked == null ? new Chosen(null, null, null, null, null, null, null, null) : asked; }

    /** @param run a preview has more to choose than the plan of a restore */
    static Selection selection(Chosen asked, Run run) {
        var chosen = orAll(asked);
        var selection = selection(chosen);
        if (run.kind() == Kind.PREVIEW) return new Selection(selection.items(), selection.fields(), selection.cut(), chosen.imported());
        var faults = new ArrayList<Fault>();
        chosen.ofPreviews().forEach((member, value) -> faults.add(new Fault("/" + member, Phrase.ONLY_FOR_PREVIEW.with("member", member))));
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
        return selection;
    }

    private Map<String, Object> ofPreviews() {
        var given = new TreeMap<String, Object>();
        if (buckets != null) given.put("buckets", buckets);
        if (except != null) given.put("except", except);
        if (overwrite != null) given.put("overwrite", overwrite);
        if (questionnaires != null) given.put("questionnaires", questionnaires);
        if (invite != null) given.put("invite", invite);
        return given;
    }

    private Import imported() {
        requireNoNull("/buckets", buckets);
        if (buckets != null && buckets.isEmpty()) throw Refusal.unprocessable("/buckets", Phrase.BUCKETS_EMPTY.said());
        requireNoNull("/except", except);
        requireNoNull("/overwrite", overwrite);
        if (questionnaires != null) questionnaires.forEach((language, id) -> requireNoNull(Pointer.of("questionnaires", language), Collections.singletonList(id)));
        var meant = EnumSet.noneOf(Bucket.class);
        for (int i = 0; buckets != null && i < buckets.size(); i++) meant.add(Buckets.of(Kind.PREVIEW, Pointer.of("buckets", "" + i), buckets.get(i)));
        return new Import(Set.copyOf(meant), except == null ? Set.of() : Set.copyOf(except), overwrite == null ? null : Set.copyOf(overwrite),
            questionnaires == null ? Map.of() : questionnaires, Boolean.TRUE.equals(invite));
    }

    private static Selection selection(Chosen chosen) {
        requireNoNull("/items", chosen.items());
        requireNoNull("/cut", chosen.cut());
        if (chosen.fields() != null) chosen.fields().forEach((item, fields) -> requireNoNull(Pointer.of("fields", item), fields == null ? Collections.singletonList(null) : fields));
        return new Selection(chosen.items(), chosen.fields() == null ? Map.of() : chosen.fields(), chosen.cut() == null ? List.of() : chosen.cut());
    }

    private static void requireNoNull(String pointer, List<String> named) {
        if (named != null && named.stream().anyMatch(Objects::isNull)) throw Refusal.malformed(pointer, Phrase.NULL_NAMES_NOTHING.said());
    }

    /** Every item that is named, once. */
    static List<String> named(Selection selection) {
        var named = new ArrayList<>(selection.cut());
        if (selection.items() != null) named.addAll(selection.items());
        named.addAll(selection.fields().keySet());
        if (selection.imported() != null) named.addAll(selection.imported().except());
        return named.stream().distinct().toList();
    }

    /** Everything that is wrong with it, given those of the named items that there are. */
    static List<Fault> faults(Selection selection, List<Item> known) {
        var byId = new TreeMap<String, Item>();
        known.forEach(item -> byId.put(item.id(), item));
        var faults = new ArrayList<Fault>();
        named(selection).stream().filter(id -> !byId.containsKey(id)).forEach(id -> faults.add(new Fault("", Phrase.ITEM_UNKNOWN.with("item", id))));
        if (selection.items() != null) selection.items().stream().filter(byId::containsKey).filter(id -> isInVain(selection, byId.get(id)))
            .forEach(id -> faults.add(new Fault("/items", Phrase.NOTHING_TO_WRITE.with("item", id))));
        if (selection.imported() != null) selection.fields().keySet().stream().filter(id -> byId.containsKey(id) && Selection.makes(byId.get(id)))
            .forEach(id -> faults.add(new Fault(Pointer.of("fields", id), Phrase.NEW_GOES_WHOLE.with("item", id))));
        if (selection.items() != null) selection.fields().keySet().stream().filter(id -> !selection.items().contains(id))
            .forEach(id -> faults.add(new Fault(Pointer.of("fields", id), Phrase.ITEM_NOT_MEANT.with("item", id))));
        selection.cut().stream().filter(byId::containsKey).filter(id -> byId.get(id).plan().made().isEmpty())
            .forEach(id -> faults.add(new Fault("/cut", Phrase.NOT_CREATED.with("item", id))));
        selection.fields().forEach((id, fields) -> fields.stream().filter(field -> byId.containsKey(id) && !isWritten(byId.get(id), field))
            .forEach(field -> faults.add(new Fault(Pointer.of("fields", id), "NOTHING_TO_WRITE", Phrase.FIELD_NOT_WRITTEN.with("field", Said.field(field)).with("item", id)))));
        return faults;
    }

    /** Of what was left before, only that is written which somebody names. */
    private static boolean isInVain(Selection selection, Item item) {
        if (selection.imported() != null) return !Selection.makes(item) && selection.overwritten(item).isEmpty();
        return item.plan().fields().stream().noneMatch(Planned::isWritten);
    }

    private static boolean isWritten(Item item, String subject) {
        return item.plan().fields().stream().anyMatch(planned -> (planned.isWritten() || planned.isLeft()) && planned.subject().equals(subject));
    }
}
