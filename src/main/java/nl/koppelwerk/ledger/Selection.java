package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Wanted.Carry;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Values;

/**
 * Which part of a plan is applied.
 *
 * @param items  ids; null for every item that has something to write
 * @param fields by item the subjects that are meant; one that is not named is meant whole
 * @param cut    items whose record the hub made and whose pair is cut
 * @param imported of an import, what goes with it; null elsewhere
 */
public record Selection(List<String> items, Map<String, List<String>> fields, List<String> cut, Import imported) {

    /** What an invitation that goes out at once makes of the status (IM-25). */
    private static final String INVITED = "SENT";

    /**
     * @param buckets        those that are meant; none for all
     * @param except         ids that are left out of those that are meant
     * @param fields         the subjects that overwrite, over all; null for all that differ (IM-14)
     * @param questionnaires the questionnaire of a new record by its language, a code of ISO 639-1 (IM-20 to IM-22)
     * @param invites        who is made is invited at once (IM-23 to IM-25)
     */
    public record Import(Set<Bucket> buckets, Set<String> except, Set<String> fields, Map<String, String> questionnaires, boolean invites) {}

    public Selection(List<String> items, Map<String, List<String>> fields, List<String> cut) { this(items, fields, cut, null); }

    public boolean means(Item item) {
        if (cut.contains(item.id())) return true;
        if (imported == null) return items == null ? item.plan().fields().stream().anyMatch(Planned::isWritten) : items.contains(item.id());
        return isImported(item) && (makes(item) ? questionnaire(item.plan()) != null : !overwritten(item).isEmpty());
    }

    /** It is among those of an import that are meant, whatever would come of it. */
    public boolean isImported(Item item) {
        return isMeant(item) && !imported.except().contains(item.id()) && (imported.buckets().isEmpty() || imported.buckets().contains(item.plan().bucket()));
    }

    /** It was to be made and has a language for which no questionnaire was chosen: it stays where it is, and says so (IM-93). */
    public boolean lacksQuestionnaire(Item item) { return imported != null && isImported(item) && makes(item) && questionnaire(item.plan()) == null; }

    public boolean means(Item item, Planned field) {
        if (imported != null) return means(item) && !makes(item) && overwritten(item).contains(field.subject());
        return isMeant(item) && field.isWritten() && (!fields.containsKey(item.id()) || fields.get(item.id()).contains(field.subject()));
    }

    private boolean isMeant(Item item) { return items == null || items.contains(item.id()); }

    /** It is to be made in the target. */
    public static boolean makes(Item item) { return item.plan().bucket() == Bucket.ONLY_IN_IMPORT; }

    /** Null where none was chosen for its language: it is not made then (IM-93). */
    public String questionnaire(Plan plan) { return imported.questionnaires().get(plan.shown().source().get(Fields.LANGUAGE).text()); }

    /** The subjects of an item of an import that overwrite; what was left before only where somebody names it, for one item or for all that are named. */
    public Set<String> overwritten(Item item) {
        var named = fields.get(item.id());
        if (named == null && items != null && imported.fields() != null) named = List.copyOf(imported.fields());
        var chosen = named;
        return item.plan().fields().stream().filter(field -> chosen == null ? field.isWritten() && isMeantOverAll(field) : isNamed(field, chosen))
            .map(Planned::subject).collect(Collectors.toSet());
    }

    /** What is wanted of an item that is meant, by having applied an import. */
    public Carry carry(Item item, String id, String by, Instant at) {
        var partner = item.plan().fields().stream().map(Planned::record).findFirst().orElse("");
        if (!makes(item)) return new Carry(id, by, at, partner, item.plan().shown(), overwritten(item), Values.NONE);
        var given = Values.NONE.with(Fields.QUESTIONNAIRE, questionnaire(item.plan()));
        return new Carry(id, by, at, "", item.plan().shown(), Set.of(), imported.invites() ? given.with(Fields.INVITATION_STATUS, INVITED) : given);
    }

    private boolean isMeantOverAll(Planned field) { return imported.fields() == null || imported.fields().contains(field.subject()); }

    private static boolean isNamed(Planned field, List<String> named) { return (field.isWritten() || field.isLeft()) && named.contains(field.subject()); }
}
