package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BUSINESS_MOBILE;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.PRIVATE_MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Attestation.Kind;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** Why a certificate does not call a pair equal: the look's own word, else that it is worked on, else that nothing explains it. */
class AttestingReasonsTest {

    private static final Set<Side> BOTH = EnumSet.allOf(Side.class);
    private final Scene scene = Scene.ofTwoPairedCompanies().inSync();

    @Test void a_record_without_a_partner_and_one_whose_partner_is_gone_have_the_reason_of_their_look() {
        var said = List.of(new Reason(ReasonCode.DELETED_NOT_BORN));

        for (var pair : List.of(Pair.firstSeen("relation", SOURCE, "S1"), scene.pair.withGone(TARGET, true))) {
            assertThat(judged(pair, State.OUT_OF_SCOPE, said, false).reasons()).isEqualTo(said);
            assertThat(codes(judged(pair, State.IN_SYNC, List.of(), false))).containsExactly(ReasonCode.DIFFERS_UNEXPLAINED);
            assertThat(codes(judged(pair, State.IN_SYNC, List.of(), true))).as("a hint waits").containsExactly(ReasonCode.STILL_WORKED);
            assertThat(codes(judged(pair, State.PENDING, List.of(), false))).containsExactly(ReasonCode.STILL_WORKED);
            assertThat(codes(judged(pair, State.IN_SYNC, List.of(new Reason(ReasonCode.ARCHIVED_GOES_ON)), false))).as("a remark is no reason").containsExactly(ReasonCode.DIFFERS_UNEXPLAINED);
        }
        assertThat(judged(Pair.firstSeen("relation", SOURCE, "S1"), State.OUT_OF_SCOPE, said, false).kind()).isEqualTo(Kind.ALONE);
        assertThat(judged(scene.pair.withGone(TARGET, true), State.OUT_OF_SCOPE, said, false).kind()).isEqualTo(Kind.DIFFERS);
    }

    @Test void fields_that_one_member_feeds_share_their_reason() {
        scene.rules.source.joinsFields = true;
        scene.contact(SOURCE, "C1", "", mobiles("+31612345678", "+31612345678")).contact(TARGET, "TC1", "C1", mobiles("+31612345678", "+31687654321"))
            .partners(PartKind.CONTACT, "C1", "TC1");
        see();

        var parted = judged(scene.pair, State.IN_SYNC, List.of(new Reason(ReasonCode.PARTED_BY_HAND, "contact:C1/businessMobile", Map.of("system", "Target"))), false);

        assertThat(parted.subjects()).containsExactly("contact:C1/privateMobile");
        assertThat(codes(parted)).containsExactly(ReasonCode.PARTED_BY_HAND);
        var ofAnother = judged(scene.pair, State.IN_SYNC, List.of(new Reason(ReasonCode.PARTED_BY_HAND, "contact:C1/lastName", Map.of("system", "Target"))), false);
        assertThat(codes(ofAnother)).containsExactly(ReasonCode.DIFFERS_UNEXPLAINED);
    }

    @Test void a_part_that_stands_alone_has_the_reason_of_its_fields_too() {
        scene.contact(SOURCE, "C1", "", Values.NONE.with(LAST_NAME, "Çelik"));
        see();

        assertThat(codes(judged(scene.pair, State.IN_SYNC, List.of(new Reason(ReasonCode.REQUIRED_MISSING, "contact:C1/email", Map.of("system", "Target"))), false)))
            .containsExactly(ReasonCode.REQUIRED_MISSING);
    }

    @Test void what_a_look_said_of_the_whole_explains_a_field_only_where_it_is_open_still() {
        scene.types(SOURCE, EMAIL, "a@bakker.example").types(TARGET, EMAIL, "b@bakker.example");
        see();
        var whole = List.of(new Reason(ReasonCode.PARTNER_GONE, "", Map.of("system", "Target")));

        assertThat(codes(judged(scene.pair, State.HELD, whole, false))).containsExactly(ReasonCode.PARTNER_GONE);
        assertThat(codes(judged(scene.pair, State.IN_SYNC, whole, false))).containsExactly(ReasonCode.DIFFERS_UNEXPLAINED);
        assertThat(codes(judged(scene.pair, State.PENDING, whole, false))).containsExactly(ReasonCode.STILL_WORKED);
        assertThat(codes(judged(scene.pair, State.HELD, List.of(new Reason(ReasonCode.ARCHIVED_GOES_ON)), false))).containsExactly(ReasonCode.DIFFERS_UNEXPLAINED);
        var ofTelephone = List.of(new Reason(ReasonCode.VENDOR_REFUSED, "phone", Map.of("system", "Target", "answer", "no")));
        assertThat(codes(judged(scene.pair, State.HELD, ofTelephone, false))).containsExactly(ReasonCode.DIFFERS_UNEXPLAINED);
        assertThat(codes(judged(scene.pair, State.FAILED, ofTelephone, false))).as("what failed failed as a whole").containsExactly(ReasonCode.VENDOR_REFUSED);
    }

    @Test void empty_and_untold_are_other_contents() {
        scene.types(SOURCE, PHONE, "").types(TARGET, PHONE, "");
        see();
        var empty = judged(scene.pair, State.IN_SYNC, List.of(), false).content();
        scene.types(SOURCE, PHONE, "+31101234567").types(TARGET, PHONE, "+31101234567");
        see();

        assertThat(judged(scene.pair, State.IN_SYNC, List.of(), false).content()).isNotEqualTo(empty);
        assertThat(empty).contains("5:empty");
    }

    private void see() {
        for (var side : Side.values())
            scene.lastKnown.computeIfPresent(side, (each, seen) -> seen.with(scene.systems.get(each).get(scene.pair.root(each).orElseThrow())));
    }

    private Attestation judged(Pair pair, State state, List<Reason> reasons, boolean waits) {
        return Attesting.judge(scene.rules, new Evidence("1", pair, state, reasons, Map.copyOf(scene.lastKnown), BOTH, waits, List.of()));
    }

    private static List<ReasonCode> codes(Attestation attestation) { return attestation.reasons().stream().map(Reason::code).toList(); }

    private static Values mobiles(String business, String own) {
        return Values.NONE.with(LAST_NAME, "Çelik").with(BUSINESS_MOBILE, business).with(PRIVATE_MOBILE, own);
    }
}
