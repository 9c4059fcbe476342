package nl.koppelwerk.sheet;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/**
 * A relation as one relatie of SnelStart; who is debtor and creditor is two. Give it as its link looks at it, so that what SnelStart refuses for
 * the link's reasons is invalid in it already. What SnelStart could not take is left out of the sheet and told by {@link #reasons()}.
 *
 * @param relatiesoort Klant or Leverancier
 * @param relatiecode  its number in SnelStart; empty where SnelStart gives one
 */
public record SnelStartRow(String relatiesoort, String relatiecode, Relation relation) {

    static final String CUSTOMER = "Klant";
    static final String SUPPLIER = "Leverancier";

    /** Under the hat of a {@link Hat#facet()}; none for a facet that bookkeeping does not know. */
    public static Optional<SnelStartRow> of(String facet, String relatiecode, Relation relation) {
        return switch (facet) {
            case "debtor" -> Optional.of(new SnelStartRow(CUSTOMER, relatiecode, relation));
            case "creditor" -> Optional.of(new SnelStartRow(SUPPLIER, relatiecode, relation));
            default -> Optional.empty();
        };
    }

    /** What is left out of its row, and why. */
    public List<Reason> reasons() { return SnelStartColumns.reasons(this); }

    /** False where it has no name that SnelStart takes: then it has no row at all. */
    public boolean isWhole() { return relation.values().get(Fields.NAME) instanceof Value.Present && SnelStartColumns.fits(this, Fields.NAME); }
}
