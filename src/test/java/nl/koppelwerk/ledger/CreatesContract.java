package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Writes.create;
import static nl.koppelwerk.ledger.Writes.done;
import static nl.koppelwerk.ledger.Writes.intend;
import static nl.koppelwerk.ledger.Writes.key;
import static nl.koppelwerk.ledger.Writes.sent;
import static nl.koppelwerk.ledger.Writes.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.OpenCreate;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Fate;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** What every ledger promises so that a create whose answer is lost never makes a second record. */
public interface CreatesContract {

    LedgerFixture ledger();

    @Test
    default void two_relations_never_create_for_the_same_identity_at_once() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"), key("B"));

        assertThat(intend(ledger(), second, create("Çelik"), key("B"))).isInstanceOf(Intent.Rival.class);
        assertThat(intend(ledger(), second, create("Other"), key("C"))).isInstanceOf(Intent.Granted.class);
        first.pairs(Side.TARGET, "T-1").knows(Side.TARGET, key("A")).answered(delivery, done("T-1")).endsInSync();
        var third = Look.at(ledger(), link.id(), Side.SOURCE, "R-3");
        assertThat(intend(ledger(), third, create("Çelik"), key("B"))).isInstanceOf(Intent.Granted.class);
    }

    /** Found by twenty thousand relations of Compenda: one number in the trade register was made twice. */
    @Test
    default void what_a_rival_made_while_a_look_searched_is_not_made_again() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"));
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("A")))).isEmpty();

        first.pairs(Side.TARGET, "T-1").knows(Side.TARGET, key("A")).answered(delivery, done("T-1")).endsInSync();

        assertThat(intend(ledger(), second, create("Çelik"), key("A"))).isInstanceOf(Intent.Rival.class);
        assertThat(ledger().deliveries().intend(second.claim, second.dossier.relation(), 0, create("Çelik"), List.of(key("A")), Set.of("T-1"), new byte[0]))
            .as("a look that found it, and knows that they are two").isInstanceOf(Intent.Granted.class);
    }

    /** Found by somebody who applied two imports of one client into one Accounton at once. */
    @Test
    default void what_another_link_makes_in_the_same_account_is_waited_for() {
        var links = ledger().twoLinksIntoOneAccount();
        var company = new MatchKey("cvr", "10286018");
        var first = Look.at(ledger(), links.get(0).id(), Side.SOURCE, "R-1");
        var second = Look.at(ledger(), links.get(1).id(), Side.SOURCE, "B-7");
        var delivery = sent(ledger(), first, create("Çelik"), company, new MatchKey("project.number", "20"), key("1"));

        assertThat(intend(ledger(), second, create("Çelik"), company)).isInstanceOfSatisfying(Intent.RivalBeside.class, beside -> assertThat(beside.again()).isAfter(ledger().now()));
        assertThat(intend(ledger(), second, create("Çelik"), new MatchKey("project.number", "20"))).isInstanceOf(Intent.RivalBeside.class);
        assertThat(intend(ledger(), second, create("Çelik"), key("1"))).as("a number of another source").isInstanceOf(Intent.Granted.class);

        var third = Look.at(ledger(), links.get(1).id(), Side.SOURCE, "B-8");
        first.pairs(Side.TARGET, "T-1").answered(delivery, done("T-1")).endsInSync();
        assertThat(intend(ledger(), third, create("Çelik"), company)).as("made, and not seen by this link").isInstanceOf(Intent.RivalBeside.class);
        assertThat(ledger().deliveries().intend(third.claim, third.dossier.relation(), 0, create("Çelik"), List.of(company), Set.of("T-1"), new byte[0]))
            .as("found, and known to be another").isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void a_create_that_nobody_goes_on_with_holds_up_another_link_for_an_hour() {
        var links = ledger().twoLinksIntoOneAccount();
        var company = new MatchKey("cvr", "10286018");
        sent(ledger(), Look.at(ledger(), links.get(0).id(), Side.SOURCE, "R-1"), create("Çelik"), company);
        ledger().links().change(links.get(0).id(), Links.State.PAUSED, "");

        ledger().advance(Duration.ofMinutes(50));
        assertThat(intend(ledger(), Look.at(ledger(), links.get(1).id(), Side.SOURCE, "B-7"), create("Çelik"), company)).isInstanceOf(Intent.RivalBeside.class);
        ledger().advance(Duration.ofMinutes(11));
        assertThat(intend(ledger(), Look.at(ledger(), links.get(1).id(), Side.SOURCE, "B-8"), create("Çelik"), company)).isInstanceOf(Intent.Granted.class);
    }

    /** Found by the simulation of imports, seed 996: two of one number, and the first that was made did not show for half a minute. */
    @Test
    default void what_was_made_has_its_keys_also_while_its_system_does_not_show_it() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"), new MatchKey("name", "Çelik"), MatchKey.along("partner", "B"));
        first.pairs(Side.TARGET, "T-1").answered(delivery, done("T-1")).endsInSync();
        ledger().advance(Duration.ofMinutes(3));

        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("A")))).singleElement().satisfies(found -> {
            assertThat(found.root()).isEqualTo("T-1");
            assertThat(found.partner()).isEqualTo("R-1");
        });
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(new MatchKey("name", "Çelik"), MatchKey.along("partner", "B")))).isEmpty();

        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").knows(Side.TARGET, key("B")).saw(Seen.whole(Side.TARGET, "T-1", "Çelik", ledger().now())).endsInSync();
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("A")))).as("who sees it writes its keys anew").isEmpty();
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("B")))).hasSize(1);
    }

    /** Found by the simulation of Compenda and SnelStart, seed 455: a number that SnelStart had not taken over at first was given to one while another was made with it. */
    @Test
    default void a_key_that_an_update_gives_is_its_roots_before_the_answer_comes() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").knows(Side.TARGET, key("old")).endsInSync();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("A")))).isEmpty();

        var delivery = sent(ledger(), first, update("T-1", "Çelik", 0), key("A"));

        assertThat(intend(ledger(), second, create("Çelik"), key("A"))).isInstanceOf(Intent.Rival.class);
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("A")))).singleElement().matches(found -> found.partner().equals("R-1"));
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("old")))).hasSize(1);
        first.knows(Side.TARGET, key("old")).answered(delivery, new Outcome.NotSent()).fails(Cause.MAY_HEAL);
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("A")))).as("it was not sent").isEmpty();
        assertThat(intend(ledger(), second, create("Çelik"), key("A"))).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void an_update_does_not_wait_for_a_create() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").endsInSync();
        sent(ledger(), Look.at(ledger(), link.id(), Side.SOURCE, "R-2"), create("Çelik"), key("A"));

        var updating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(intend(ledger(), updating, update("T-1", "Çelik", 0), key("A"))).isInstanceOf(Intent.Granted.class);
    }

    /** Found by the simulation of e-conomic and Clickmate, seed 1. */
    @Test
    default void a_create_from_a_reused_id_is_not_the_one_from_whoever_had_it_before() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        first.pairs(Side.TARGET, "T-1").answered(sent(ledger(), first, create("Çelik"), key("A")), done("T-1")).endsInSync();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").pairs(Side.SOURCE, "R-9").endsInSync();

        var another = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(intend(ledger(), another, create("Sørensen"), key("B"))).isInstanceOf(Intent.Granted.class);
    }

    /** Found by the simulation of e-conomic and Clickmate, seeds 14 and 22. */
    @Test
    default void what_is_made_may_get_the_id_of_a_record_that_is_gone() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").endsInSync();
        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        second.pairs(Side.TARGET, "T-1").answered(sent(ledger(), second, create("Çelik"), key("B")), done("T-1")).endsInSync();

        var left = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(left.dossier.pair().target()).isNotIn("", "T-1");
        left.endsInSync();
        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-2").dossier.pair().target()).isEqualTo("T-1");
    }

    @Test
    default void a_name_is_no_identity() {
        var link = ledger().aLink();
        var name = new MatchKey("name", "celik");
        sent(ledger(), Look.at(ledger(), link.id(), Side.SOURCE, "R-1"), create("Çelik"), key("A"), name);

        var namesake = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");

        assertThat(intend(ledger(), namesake, create("Çelik"), key("B"), name)).isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void an_answer_alone_does_not_free_the_identity_the_finish_does() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().deliveries().answered(sent(ledger(), first, create("Çelik"), key("A")), done("T-1"));

        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");

        assertThat(intend(ledger(), second, create("Çelik"), key("A"))).isInstanceOf(Intent.Rival.class);
    }

    @Test
    default void misses_are_counted_and_only_giving_up_lets_a_new_attempt_start() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"));
        first.answered(delivery, new Outcome.InDoubt()).fails(Cause.MAY_HEAL);

        var second = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(second.dossier.deliveries()).singleElement().matches(open -> open.state() == OpenDelivery.State.IN_DOUBT);
        assertThatThrownBy(() -> intend(ledger(), second, create("Çelik"), key("A"))).isInstanceOf(IllegalStateException.class);
        second.judges(delivery, Fate.MISSED, "").fails(Cause.MAY_HEAL);
        var third = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(third.dossier.deliveries()).singleElement().matches(open -> open.misses() == 1 && open.lastMissAt() != null);
        third.judges(delivery, Fate.ABANDONED, "").fails(Cause.MAY_HEAL);

        var fourth = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(fourth.dossier.deliveries()).isEmpty();
        assertThat(sent(ledger(), fourth, create("Çelik"), key("A"))).isNotEqualTo(delivery);
    }

    @Test
    default void a_create_that_was_found_again_is_settled() {
        var link = ledger().aLink();
        var first = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), first, create("Çelik"), key("A"));
        first.answered(delivery, new Outcome.InDoubt()).fails(Cause.MAY_HEAL);

        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").judges(delivery, Fate.DONE, "T-1").pairs(Side.TARGET, "T-1").endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-1").dossier.deliveries()).isEmpty();
        var other = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        assertThat(ledger().deliveries().intend(other.claim, other.dossier.relation(), 0, create("Çelik"), List.of(key("A")), Set.of("T-1"), new byte[0]))
            .as("nothing holds up a look that found it, and knows that they are two").isInstanceOf(Intent.Granted.class);
    }

    @Test
    default void an_answer_that_comes_late_is_kept_for_the_look_that_did_not_know_it() {
        var link = ledger().aLink();
        var frozen = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), frozen, create("Çelik"), key("A"));
        ledger().advance(Duration.ofSeconds(61));
        var second = Look.at(ledger(), ledger().notices().claim(1).get(0));

        ledger().deliveries().answered(delivery, done("T-1"));
        second.judges(delivery, Fate.ABANDONED, "").fails(Cause.MAY_HEAL);

        var third = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        assertThat(third.dossier.deliveries()).singleElement()
            .matches(open -> open.state() == OpenDelivery.State.DONE && open.madeId().equals("T-1"));
    }

    @Test
    default void the_webhook_of_our_own_create_waits_until_the_create_is_settled() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), creating, create("Çelik"), key("A"));

        var webhook = aMomentLater(link, "T-1");
        assertThat(webhook.dossier.openCreate()).isEqualTo(OpenCreate.WAITING);
        webhook.saw(Seen.whole(Side.TARGET, "T-1", "Çelik", ledger().now())).knows(Side.TARGET, key("A")).fails(Cause.MAY_HEAL);
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.openCreate()).isEqualTo(OpenCreate.WAITING);

        creating.answered(delivery, done("T-2")).pairs(Side.TARGET, "T-2").endsInSync();
        ledger().advance(Duration.ofSeconds(61));
        assertThat(Look.at(ledger(), ledger().notices().claim(1).get(0)).dossier.openCreate()).isEqualTo(OpenCreate.NONE);
    }

    @Test
    default void a_root_that_could_be_a_create_that_is_asked_about_is_told_so_until_that_is_answered() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        askedAbout(creating);
        var waiting = aMomentLater(link, "T-1");
        assertThat(waiting.dossier.openCreate()).isEqualTo(OpenCreate.ASKED_ABOUT);
        waiting.saw(Seen.whole(Side.TARGET, "T-1", "Çelik", ledger().now())).knows(Side.TARGET, key("A")).because(ReasonCode.WAITS_FOR_ANSWER).ends(State.HELD, Settlement.Outcome.HELD);
        assertThat(ledger().notices().claim(5)).isEmpty();

        ledger().questions().answer(creating.dossier.relation(), List.of(QuestionsContract.answer("twice")), "operator");
        assertThat(ledger().notices().claim(5)).hasSize(1);
        ledger().advance(Duration.ofSeconds(5));
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.openCreate()).as("it is being settled").isEqualTo(OpenCreate.WAITING);
    }

    @Test
    default void what_waits_for_an_answer_about_a_create_is_woken_once_that_is_settled_also_in_the_midst_of_its_look() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = askedAbout(creating);
        aMomentLater(link, "T-1").saw(Seen.whole(Side.TARGET, "T-1", "Çelik", ledger().now())).knows(Side.TARGET, key("A")).because(ReasonCode.WAITS_FOR_ANSWER)
            .ends(State.HELD, Settlement.Outcome.HELD);
        var looking = aMomentLater(link, "T-3");

        ledger().advance(Duration.ofSeconds(1));
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").judges(delivery, Fate.DONE, "T-2").pairs(Side.TARGET, "T-2").endsInSync();
        looking.because(ReasonCode.WAITS_FOR_ANSWER).ends(State.HELD, Settlement.Outcome.HELD);

        ledger().advance(Look.A_LITTLE);
        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactlyInAnyOrder("T-1", "T-3");
    }

    @Test
    default void a_root_with_other_keys_or_one_that_was_there_before_does_not_wait() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.TARGET, "T-old").endsInSync();
        ledger().advance(Duration.ofSeconds(5));
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        sent(ledger(), creating, create("Çelik"), key("A"));
        aMomentLater(link, "T-1").saw(Seen.whole(Side.TARGET, "T-1", "Other", ledger().now()))
            .knows(Side.TARGET, key("Z")).endsInSync();

        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-1").dossier.openCreate()).isEqualTo(OpenCreate.NONE);
        assertThat(Look.at(ledger(), link.id(), Side.TARGET, "T-old").dossier.openCreate()).isEqualTo(OpenCreate.NONE);
        assertThat(Look.at(ledger(), link.id(), Side.SOURCE, "R-9").dossier.openCreate()).isEqualTo(OpenCreate.NONE);
    }

    @Test
    default void an_id_that_nobody_knows_waits_a_moment_while_a_create_is_open_there() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        sent(ledger(), creating, create("Çelik"), key("A"));

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "T-1", "webhook"), Hint.of(link.id(), Side.SOURCE, "R-2", "poll")));

        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactly("R-2");
        ledger().advance(Duration.ofSeconds(1));
        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactly("T-1");
    }

    @Test
    default void what_a_write_made_is_known_from_its_answer_on() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), creating, create("Çelik"), key("A"));
        ledger().deliveries().answered(delivery, new Deliveries.Outcome.Done("T-1", "", Values.NONE, java.util.Map.of("Address", "A-1")));

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "A-1", "webhook"), Hint.of(link.id(), Side.TARGET, "T-1", "webhook")));

        var echo = ledger().notices().claim(5);
        assertThat(echo).extracting(Claim::root).containsExactly("T-1");
        assertThat(ledger().dossiers().open(echo.get(0), Look.FACET)).as("the look that made it has the relation").isEmpty();
        creating.pairs(Side.TARGET, "T-1").endsInSync();
        ledger().advance(Duration.ofSeconds(2));
        assertThat(Look.at(ledger(), ledger().notices().claim(1).get(0)).dossier.relation()).isEqualTo(creating.dossier.relation());
    }

    @Test
    default void a_hint_that_came_before_its_root_was_known_goes_there_without_a_look() {
        var link = ledger().aLink();
        var creating = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        var delivery = sent(ledger(), creating, create("Çelik"), key("A"));
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, "A-1", "webhook")));
        ledger().advance(Duration.ofSeconds(1));
        var early = ledger().notices().claim(1).get(0);
        ledger().deliveries().answered(delivery, new Deliveries.Outcome.Done("T-1", "", Values.NONE, java.util.Map.of("Address", "A-1")));

        assertThat(ledger().dossiers().open(early, Look.FACET)).isEmpty();

        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactly("T-1");
    }

    /** It makes a record and is not answered, and a person is asked about that. */
    private String askedAbout(Look creating) {
        var delivery = sent(ledger(), creating, create("Çelik"), key("A"));
        creating.answered(delivery, new Outcome.InDoubt()).asks(QuestionsContract.question("twice")).ends(State.HELD, Settlement.Outcome.HELD);
        return delivery;
    }

    private Look aMomentLater(Links.Link link, String root) {
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.TARGET, root, "webhook")));
        ledger().advance(Duration.ofSeconds(1));
        return Look.at(ledger(), ledger().notices().claim(1).get(0));
    }
}
