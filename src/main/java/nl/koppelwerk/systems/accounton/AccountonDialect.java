package nl.koppelwerk.systems.accounton;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.systems.TableDialect;

/** Accounton refuses a stale version, and brings the same import under the same key; what comes of it, it says later. */
final class AccountonDialect extends TableDialect {

    /** Name to id. */
    static final String QUESTIONNAIRES = "questionnaires";
    /** Id to language. */
    static final String LANGUAGES = "questionnaire-languages";

    private final References references;
    private final AccountonChoices choices;

    AccountonDialect(References references, AccountonChoices choices) {
        super(references);
        this.references = references;
        this.choices = choices;
    }

    @Override protected Optional<RecordMapping> table(Kind root, PartKind part) { return choices.table(root, part); }

    @Override public String system() { return AccountonConnector.ID; }

    @Override public String label() { return AccountonConnector.LABEL; }

    /** What goes along when a client is made, and stands in no client. */
    private static boolean isOfBirth(Kind root, PartKind part, Field<?> field) {
        return root == Kind.PERSON && part == PartKind.ROOT && (field.equals(Fields.QUESTIONNAIRE) || field.equals(Fields.INVITATION_STATUS));
    }

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) { return isOfBirth(root, part, field) || super.knows(root, part, field); }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) {
        return isOfBirth(root, part, field) ? value : super.form(root, part, field, value);
    }

    @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) {
        var problems = new ArrayList<>(super.problems(root, part, field, value));
        if (field.equals(Fields.QUESTIONNAIRE) && value.isFilled() && !isThere(value.text()))
            problems.add(new Reason(ReasonCode.NOT_IN_REFERENCE_LIST, field.name(), Map.of("list", Said.word("list." + QUESTIONNAIRES), "system", label())));
        return problems;
    }

    /** Where the list is not known yet, Accounton is left to say so. */
    private boolean isThere(String questionnaire) {
        var ids = references.lists().getOrDefault(QUESTIONNAIRES, Map.of());
        return ids.isEmpty() || ids.containsValue(questionnaire);
    }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

    @Override public boolean checksVersions() { return true; }

    @Override public Doubt doubt() { return Doubt.IDEMPOTENCY_KEY; }

    @Override public Duration keyLife() { return choices.keyLife(); }

    @Override public boolean answersLater() { return true; }

    @Override public Duration visibilityDelay() { return choices.visibilityDelay(); }
}
