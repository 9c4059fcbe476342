package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Fingerprint;
import nl.koppelwerk.systems.Replies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vendor answers instead, in the words of the real reader of replies, and how the look goes on. */
class RemediesOfVendorsTest extends FollowedRemedy {

    private static final int MORE_THAN_ONE_LOOK_CAN_WRITE = 150;
    private static final Replies TARGET_SAYS = new Replies("Target", Complaints.NONE, Clock.systemUTC(), Duration.ofMinutes(1));

    @BeforeEach void an_edit_that_is_on_its_way() {
        scene = Scene.ofTwoPairedCompanies().inSync().types(SOURCE, NAME, "Bakker & Zonen");
    }

    @Test @Follows(VENDOR_REFUSED) void what_is_mended_where_it_came_from_is_taken() {
        writeGets(new Answer.Refused(List.of(TARGET_SAYS.reason(VENDOR_REFUSED, "no such name"))), Cause.WILL_NOT_HEAL);
        assertThat(said(VENDOR_REFUSED).text()).isEqualTo("Target refused: no such name");

        scene.types(SOURCE, NAME, "Bakker en Zonen").looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker en Zonen");
    }

    @Test @Follows(VENDOR_NOT_UNDERSTOOD) void what_nobody_understood_goes_on_when_it_is_replayed() {
        writeGets(TARGET_SAYS.unreadable(), Cause.WILL_NOT_HEAL);
        said(VENDOR_NOT_UNDERSTOOD);

        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(UNMAPPABLE) void a_record_that_is_mended_is_read_when_it_is_replayed() {
        scene.answers(Step.Read.class, new Answer.Unreadable(TARGET_SAYS.reason(UNMAPPABLE, "soort is missing"))).looksAt(TARGET);
        assertThat(named(said(UNMAPPABLE))).isEqualTo(TARGET);

        scene.looksAt(TARGET);
        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(VENDOR_UNREACHABLE) void a_vendor_that_did_not_answer_is_tried_again_by_itself() {
        writeGets(TARGET_SAYS.unanswered(), Cause.MAY_HEAL);
        said(VENDOR_UNREACHABLE);

        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(BATCH_WRITTEN) void what_a_night_had_no_more_write_for_goes_in_the_next() {
        writeGets(new Answer.NightOver(scene.now.plusSeconds(60_000)), Cause.LOOK_LATER);
        said(BATCH_WRITTEN);

        scene.later(Duration.ofSeconds(60_000)).looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(VENDOR_THROTTLED) void a_vendor_that_asked_to_wait_is_tried_again_by_itself() {
        writeGets(new Answer.Throttled(scene.now.plusSeconds(30)), Cause.LOOK_LATER);
        assertThat(named(said(VENDOR_THROTTLED))).isEqualTo(TARGET);

        scene.later(Duration.ofSeconds(30)).looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(CREDENTIALS_REFUSED) void with_credentials_that_are_right_it_goes_on() {
        writeGets(new Answer.Denied(TARGET_SAYS.reason(CREDENTIALS_REFUSED, "")), Cause.ACCOUNT);
        said(CREDENTIALS_REFUSED);

        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(CERTIFICATE_UNTRUSTED) void with_the_certificate_that_it_shows_it_goes_on() {
        writeGets(TARGET_SAYS.untrusted(new Fingerprint("ab".repeat(32))), Cause.ACCOUNT);
        assertThat(said(CERTIFICATE_UNTRUSTED)).satisfies(reason -> assertThat(reason.text()).contains("SHA-256 AB:AB:").contains("nothing was sent"))
            .satisfies(reason -> assertThat(reason.remedy()).contains("certificateSha256"));

        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(CHANGED_MEANWHILE) void what_kept_changing_is_looked_at_again_by_itself() {
        for (int i = 0; i < 2; i++) scene.answers(Step.Write.class, new Answer.Stale());
        writeGets(new Answer.Stale(), Cause.MAY_HEAL);
        assertThat(named(said(CHANGED_MEANWHILE))).isEqualTo(TARGET);

        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    @Test @Follows(SHOWS_OLDER) void what_showed_an_older_state_is_looked_at_again_by_itself() {
        scene.answers(Step.Read.class, changedAt(SOURCE, scene.now)).answers(Step.Read.class, changedAt(TARGET, scene.now)).answers(Step.Read.class, changedAt(TARGET, scene.now.minusSeconds(9)));
        writeGets(new Answer.Stale(), Cause.LOOK_LATER);
        assertThat(named(said(SHOWS_OLDER))).isEqualTo(TARGET);

        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
    }

    private Answer changedAt(Side side, Instant moment) {
        String root = scene.pair.root(side).orElseThrow();
        return new Answer.Seen(new Sighting(side, root, scene.systems.get(side).get(root), "1", moment, scene.now));
    }

    @Test @Follows(LONG_LOOK) void what_has_very_many_parts_is_finished_by_itself() {
        for (int i = 0; i < MORE_THAN_ONE_LOOK_CAN_WRITE; i++) scene.contact(SOURCE, "C" + i, "", Values.NONE.with(LAST_NAME, "Sørensen " + i));
        scene.looksAt(SOURCE);
        said(LONG_LOOK);
        assertThat(scene.settlement.again()).get().extracting(Settlement.Again::cause).isEqualTo(Cause.LOOK_LATER);

        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Bakker & Zonen");
        assertThat(scene.systems.get(TARGET).get("T1").parts()).hasSize(MORE_THAN_ONE_LOOK_CAN_WRITE);
    }

    private void writeGets(Answer answer, Cause cause) {
        scene.answers(Step.Write.class, answer).looksAt(SOURCE);
        assertThat(scene.settlement.again()).get().extracting(Settlement.Again::cause).isEqualTo(cause);
    }
}
