package nl.koppelwerk.reconcile;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * An open question for a person (a hold): asked afresh at each look, closed by itself when it is gone.
 *
 * @param reason why it is asked; its subject is the field it is about, or empty for the whole pair
 * @param values per subject what both sides hold; candidates of a match stand under their root ids
 */
public record Question(Reason reason, Map<String, Both> values) {

    private static final Set<ReasonCode> RELEASABLE = EnumSet.of(ReasonCode.BRAKE, ReasonCode.EMPTY_HELD, ReasonCode.PARTNER_GONE, ReasonCode.ID_REUSED,
        ReasonCode.LATE_TWIN, ReasonCode.CREATE_UNKNOWN, ReasonCode.AMBIGUOUS_MATCH, ReasonCode.DUPLICATE_AT_SOURCE);

    public Question {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public Question(ReasonCode code, String subject, Map<String, Both> values) { this(new Reason(code, subject), values); }

    public ReasonCode code() { return reason.code(); }

    public String subject() { return reason.subject(); }

    /** It keeps something back that a person may let go; of others there is nothing to release. */
    public boolean isReleasable() { return RELEASABLE.contains(code()); }

    /** It asks whether a relation is still the same, and it may be another one. */
    public boolean isPartable() { return code() == ReasonCode.ID_REUSED; }

    /** The texts of both sides; null where a side has nothing to show. */
    public record Both(String source, String target) {}

    /** A person's answer; it holds only for the values it was given for. */
    public record Answered(ReasonCode code, String subject, Choice choice, String value, Both given) {}

    /**
     * {@code VALUE} brings a value of its own; {@code RELEASE} lifts a brake, confirms an emptying, a new partner or a relation; {@code APART}
     * says that what is asked to be one relation is two.
     */
    public enum Choice { SOURCE, TARGET, VALUE, RELEASE, APART }
}
