package nl.koppelwerk.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.ExcelAccounton;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Readiness;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** A workbook of clients in which every row is wrong: each is a client all the same, and told with every reason. */
@Requirement("IM-16")
class WrongClientsTest {

    private final WrongClients clients = new WrongClients();

    @Test void each_of_more_than_forty_wrong_rows_says_all_that_is_wrong_with_it() {
        var rows = clients.rows();

        var read = ClientSheetTest.read(WrongClients.workbook(rows));

        assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
        assertThat(read).hasSameSizeAs(rows).allMatch(RelationRow.class::isInstance);
        for (int i = 0; i < rows.size(); i++) assertThat(reasons((RelationRow) read.get(i))).as("line %d: %s", i + 2, rows.get(i)).isEqualTo(clients.wanted().get(i));
    }

    private static String reasons(RelationRow row) {
        var rules = rules();
        var seen = new Sighting(Side.SOURCE, row.id(), row.relation(), "", Instant.EPOCH, Instant.EPOCH);
        var told = new TreeSet<String>();
        for (var reasons : List.of(Readiness.of(rules, seen).reasons(), rules.remarks(Side.SOURCE, row.relation()))) reasons.forEach(reason -> told.add(reason.subject() + " " + reason.code()));
        return String.join(", ", told);
    }

    private static Rules rules() { return new ExcelAccounton().rules(JsonNodeFactory.instance.objectNode(), new Plain("Excel", Set.of()), new Plain("Accounton", Set.of(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.LANGUAGE))); }

    /** Holds everything as it comes. */
    private record Plain(String label, Set<Field<?>> needed) implements Dialect {

        @Override public String system() { return label; }

        @Override public boolean knows(Kind root, PartKind part, Field<?> field) { return true; }

        @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) { return value; }

        @Override public String resourceOf(Kind root, PartKind part, Field<?> field) { return ""; }

        @Override public List<List<Field<?>>> groups(Kind root, PartKind part) { return List.of(); }

        @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) { return List.of(); }

        @Override public Set<Field<?>> required(Kind root, PartKind part) { return needed; }

        @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

        @Override public boolean checksVersions() { return false; }

        @Override public Doubt doubt() { return Doubt.NONE; }

        @Override public Duration visibilityDelay() { return Duration.ZERO; }
    }
}
