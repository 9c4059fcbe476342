package nl.koppelwerk.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Questions.Fate;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;

class PostgresViewsTest {

    private final TestDatabase database = TestDatabase.get();
    private final PostgresFixture fixture = new PostgresFixture();
    private final PostgresLedger ledger;
    private final String link;

    PostgresViewsTest() {
        link = fixture.aLink().id();
        ledger = new PostgresLedger(database.source(), TestDatabase.KEY, Timing.USUAL, TestDatabase.SPOOL);
    }

    @Test
    void relations_are_found_by_state_and_by_all_of_their_whole_words() {
        var celik = look("R-1", "Çelik", State.IN_SYNC, "celik", "ijsselstein");
        look("R-2", "Sørensen", State.HELD, "sorensen", "ijsselstein");

        assertThat(ledger.views().relations(link, null, List.of(), "", 10)).extracting(Views.Row::name).containsExactly("Çelik", "Sørensen");
        assertThat(ledger.views().relations(link, null, List.of("ijsselstein", "celik"), "", 10)).extracting(Views.Row::id).containsExactly(celik);
        assertThat(ledger.views().relations(link, null, List.of("cel"), "", 10)).isEmpty();
        assertThat(ledger.views().relations(link, State.HELD, List.of(), "", 10)).extracting(Views.Row::source).containsExactly("R-2");
        assertThat(ledger.views().relations(link, null, List.of(), celik, 10)).extracting(Views.Row::source).containsExactly("R-2");
    }

    @Test
    void one_relation_shows_what_was_seen_decided_and_written_down() {
        var relation = look("R-1", "Çelik", State.REFUSED, "celik");

        var whole = ledger.views().relation(relation).orElseThrow();

        assertThat(whole.row().kind()).isEqualTo(Kind.PERSON);
        assertThat(whole.row().reasons()).extracting(Reason::code).containsExactly(ReasonCode.REQUIRED_MISSING);
        assertThat(whole.seen().get(Side.SOURCE).relation().values().get(Fields.LAST_NAME).text()).isEqualTo("Çelik");
        assertThat(whole.seen().get(Side.SOURCE).relation().values().get(Fields.EMAIL).isEmpty()).isTrue();
        assertThat(ledger.views().decisions(relation, "", 10)).singleElement().satisfies(decided -> {
            assertThat(decided.state()).isEqualTo(State.REFUSED);
            assertThat(decided.notice()).containsExactly("webhook");
        });
        assertThat(ledger.views().history(relation, "", 10)).singleElement().satisfies(life -> {
            assertThat(life.field()).isEqualTo(Fields.LAST_NAME);
            assertThat(life.value().text()).isEqualTo("Çelik");
        });
        assertThat(ledger.views().relation("no number")).isEmpty();
    }

    /** Who waits for what was decided must not take the end of an earlier look for it. */
    @Test
    void an_answer_is_awaited_until_a_look_that_knows_it_has_ended() {
        var relation = look("R-1", "Çelik", State.HELD, "celik");
        fixture.advance(Duration.ofMinutes(1));
        var begun = begins("R-1");
        var ticket = ledger.questions().answer(relation, List.of(new Answered(ReasonCode.BOTH_SIDES_CHANGED, "lastName", Choice.SOURCE, "", new Both("a", "b"))), "office");

        ends(begun, "R-1", "Çelik", State.IN_SYNC);
        assertThat(ledger.questions().fate(ticket)).isEqualTo(Fate.OPEN);

        fixture.advance(Duration.ofMinutes(1));
        look("R-1", "Çelik", State.IN_SYNC);
        assertThat(ledger.questions().fate(ticket)).isEqualTo(Fate.OVERTAKEN);
    }

    @Test
    void the_values_of_an_erased_person_are_gone_and_the_row_still_answers() {
        var relation = look("R-1", "Çelik", State.IN_SYNC, "celik");

        database.database().change("UPDATE relation SET wrapped_key = NULL");

        var whole = ledger.views().relation(relation).orElseThrow();
        assertThat(whole.row().name()).isEmpty();
        assertThat(whole.seen()).isEmpty();
    }

    @Test
    void the_counts_tell_what_waits_and_since_when() {
        look("R-1", "Çelik", State.IN_SYNC);
        ledger.notices().accept(List.of(Hint.of(link, Side.SOURCE, "R-2", "webhook"),
            new Hint(link, Side.SOURCE, "R-3", Lane.BACKFILL, "run", false, "", "")));
        var accepted = ledger.notices().now();
        database.advance(Duration.ofMinutes(3));

        var counts = ledger.views().counts();

        assertThat(counts.waiting()).containsEntry(Lane.LIVE, 1L).containsEntry(Lane.BACKFILL, 1L);
        assertThat(counts.oldest()).isBeforeOrEqualTo(accepted);
        assertThat(counts.byState()).containsEntry(State.IN_SYNC, 1L);
    }

    @Test
    void a_user_has_the_roles_of_the_last_save_and_acts_are_seen_by_their_office_only() {
        ledger.offices().open("other", "Other");
        ledger.offices().save(new Offices.User("anna", "hash", false, Map.of("demo", Offices.Role.ADMIN, "other", Offices.Role.VIEWER)));
        ledger.offices().save(new Offices.User("anna", "hash2", false, Map.of("demo", Offices.Role.OPERATOR)));
        ledger.offices().record(new Offices.Act("demo", "anna", "link.pause", link, Map.of("why", "holiday")));

        assertThat(ledger.offices().user("anna").orElseThrow()).isEqualTo(new Offices.User("anna", "hash2", false, Map.of("demo", Offices.Role.OPERATOR)));
        assertThat(ledger.offices().acts(List.of("demo"), "", 10)).singleElement().satisfies(acted -> assertThat(acted.act().details()).containsEntry("why", "holiday"));
        assertThat(ledger.offices().acts(List.of("other"), "", 10)).isEmpty();
    }

    private record Begun(Claim claim, Dossier dossier) {}

    private String look(String root, String lastName, State state, String... words) { return ends(begins(root), root, lastName, state, words); }

    private Begun begins(String root) {
        ledger.notices().accept(List.of(Hint.of(link, Side.SOURCE, root, "webhook")));
        var claim = ledger.notices().claim(1).get(0);
        return new Begun(claim, ledger.dossiers().open(claim, "debtor").orElseThrow());
    }

    private String ends(Begun begun, String root, String lastName, State state, String... words) {
        var dossier = begun.dossier();
        var reasons = state == State.REFUSED ? List.of(new Reason(ReasonCode.REQUIRED_MISSING, "email", Map.of("system", "Tribe"))) : List.<Reason>of();
        Value<String> value = Fields.LAST_NAME.type().parse(lastName);
        var settlement = new Settlement(state, Outcome.EQUAL, reasons, dossier.pair(), Optional.empty(),
            List.of(PersonSeen.named(lastName, root, ledger.notices().now())), List.of(), List.of(),
            List.of(new Settlement.Change(Side.SOURCE, PartKey.ROOT, Fields.LAST_NAME, value, false)), Map.of(), List.of(), Optional.empty());
        ledger.finishing().finish(new Finishing.Finish(begun.claim(), dossier.relation(), dossier.revision(), settlement, Map.of(), List.of(words),
            Optional.empty(), "{}"));
        return dossier.relation();
    }
}
