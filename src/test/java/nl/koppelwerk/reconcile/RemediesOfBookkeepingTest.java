package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.BTW_NUMMER;
import static nl.koppelwerk.relation.Fields.CONTACT_PERSON;
import static nl.koppelwerk.relation.Fields.CREDIT_LIMIT;
import static nl.koppelwerk.relation.Fields.EMAILS;
import static nl.koppelwerk.relation.Fields.KVK_NUMMER;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PAYMENT_DAYS;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static nl.koppelwerk.relation.Fields.ROLES;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static nl.koppelwerk.relation.ReasonCode.ADDRESS_INCOMPLETE;
import static nl.koppelwerk.relation.ReasonCode.AMBIGUOUS_MATCH;
import static nl.koppelwerk.relation.ReasonCode.BTW_COUNTRY;
import static nl.koppelwerk.relation.ReasonCode.CONTACT_WITHOUT_ADDRESS;
import static nl.koppelwerk.relation.ReasonCode.CREATE_UNKNOWN;
import static nl.koppelwerk.relation.ReasonCode.CURRENCY_FOREIGN;
import static nl.koppelwerk.relation.ReasonCode.INACTIVE_NO_LONGER_WRITTEN;
import static nl.koppelwerk.relation.ReasonCode.NOT_IN_RANGE;
import static nl.koppelwerk.relation.ReasonCode.NOT_OF_THIS_LINK;
import static nl.koppelwerk.relation.ReasonCode.ROLE_LACKING;
import static nl.koppelwerk.relation.ReasonCode.VENDOR_UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes from Compenda to SnelStart only once it is what bookkeeping can take, by the rules of the real link. */
class RemediesOfBookkeepingTest extends FollowedRemedy {

    private static final String ROTTERDAM = "street=Coolsingel\nhouseNumber=12\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL";
    private static final String ANTWERP = "street=Meir\nhouseNumber=12\npostalCode=2000\ncity=Antwerpen\ncountry=BE";

    private OpenDelivery lost;

    @BeforeEach void an_office() { scene.rulebook = OfficeRules.ofBookkeeping(Map.of()); }

    @Test @Follows(ROLE_LACKING) @Requirement("SN-01") void a_relation_goes_over_once_it_is_a_debtor() {
        newRelation("PROSPECT", Values.NONE);
        scene.looksAt(SOURCE);
        assertThat(named(said(ROLE_LACKING))).isEqualTo(SOURCE);
        assertThat(scene.settlement.state()).isEqualTo(State.OUT_OF_SCOPE);

        scene.types(SOURCE, ROLES, "DEBTOR,PROSPECT").looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik B.V.");
        assertThat(scene.held(TARGET, RELATION_TYPES)).isEqualTo("DEBTOR");
    }

    @Test @Follows(NOT_OF_THIS_LINK) void the_own_relatie_of_the_bookkeeping_stays_to_itself() {
        scene.has(TARGET, "T1", Values.NONE.with(NAME, "Voorbeeld Handel B.V.").with(RELATION_TYPES, "OWN")).pair = Pair.firstSeen("relation", TARGET, "T1");

        scene.looksAt(TARGET);

        assertThat(named(said(NOT_OF_THIS_LINK))).isEqualTo(TARGET);
        assertThat(scene.writes()).isEmpty();
    }

    @Test @Follows(INACTIVE_NO_LONGER_WRITTEN) void what_is_made_active_again_is_written_again() {
        newRelation("DEBTOR", Values.NONE);
        scene.looksAt(SOURCE);
        marked(TARGET, Mark.ARCHIVED);
        scene.types(SOURCE, NAME, "Çelik en Zonen").looksAt(SOURCE);
        assertThat(named(said(INACTIVE_NO_LONGER_WRITTEN))).isEqualTo(TARGET);
        assertThat(scene.held(TARGET, NAME)).isEqualTo("Çelik B.V.");

        marked(TARGET);
        scene.looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik en Zonen");
    }

    /** Found by twenty thousand relations: whoever was looked at first was made, with the e-mail address of the other. */
    @Test @Requirement("SN-40") void a_relatie_with_the_same_e_mail_address_and_another_kvk_number_is_asked_about() {
        newRelation("DEBTOR", Values.NONE.with(KVK_NUMMER, "68750110").with(EMAILS, "info@celik.nl"));
        scene.answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T9", "", "", false, 1, Set.of("debtor.kvk")))));

        scene.looksAt(SOURCE);
        said(AMBIGUOUS_MATCH);

        assertThat(scene.writes()).isEmpty();
    }

    @Test @Follows(BTW_COUNTRY) @Requirement({"SN-06", "SN-13"}) void a_vat_number_goes_over_once_it_is_of_the_country_of_the_address() {
        newRelation("DEBTOR", Values.NONE.with(VISIT_ADDRESS, ANTWERP).with(BTW_NUMMER, "NL123456789B13").with(KVK_NUMMER, "68750110"));
        scene.looksAt(SOURCE);
        said(BTW_COUNTRY);
        assertThat(scene.held(TARGET, BTW_NUMMER)).isEmpty();

        scene.types(SOURCE, VISIT_ADDRESS, ROTTERDAM).looksAt(SOURCE);

        isQuietlyInSync(BTW_NUMMER, "NL123456789B13");
    }

    @Test @Requirement("SN-11") void a_house_number_without_a_street_is_half_an_address() {
        scene.rulebook = OfficeRules.ofRealBookkeeping();
        newRelation("DEBTOR", Values.NONE.with(VISIT_ADDRESS, "houseNumber=12\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL"));

        scene.looksAt(SOURCE);

        assertThat(said(ADDRESS_INCOMPLETE).text()).contains("street");
    }

    @Test @Follows(CONTACT_WITHOUT_ADDRESS) @Requirement("SN-10") void a_contact_person_goes_over_once_there_is_a_whole_address() {
        for (var address : new String[] {"", "street=Coolsingel\ncity=Rotterdam\ncountry=NL"}) {
            newRelation("DEBTOR", Values.NONE.with(CONTACT_PERSON, "Sanne van der Berg").with(VISIT_ADDRESS, address));
            scene.looksAt(SOURCE);
            assertThat(said(CONTACT_WITHOUT_ADDRESS).subject()).isEqualTo("contactPerson");
            assertThat(scene.held(TARGET, CONTACT_PERSON)).isEmpty();

            scene.types(SOURCE, VISIT_ADDRESS, ROTTERDAM).looksAt(SOURCE);

            isQuietlyInSync(CONTACT_PERSON, "Sanne van der Berg");
            scene = new Scene();
            an_office();
        }
    }

    @Test @Follows(ADDRESS_INCOMPLETE) @Requirement({"SN-06", "SN-11"}) void an_address_goes_over_once_it_is_complete() {
        scene.rulebook = OfficeRules.ofRealBookkeeping();
        newRelation("DEBTOR", Values.NONE.with(VISIT_ADDRESS, "street=Coolsingel\nhouseNumber=12\ncountry=NL"));
        scene.looksAt(SOURCE);
        assertThat(said(ADDRESS_INCOMPLETE).text()).contains("postcode, city");
        assertThat(scene.held(TARGET, NAME)).isEqualTo("Çelik B.V.");

        scene.types(SOURCE, VISIT_ADDRESS, ROTTERDAM).looksAt(SOURCE);

        isInSync(NAME, "Çelik B.V.");
        assertThat(scene.held(TARGET, VISIT_ADDRESS)).contains("Rotterdam");
    }

    @Test @Follows(NOT_IN_RANGE) @Requirement({"SN-06", "SN-14"}) void a_term_goes_over_once_it_is_one_that_is_taken() {
        scene.rulebook = OfficeRules.ofRealBookkeeping();
        newRelation("DEBTOR", Values.NONE.with(PAYMENT_DAYS, "1001"));
        scene.looksAt(SOURCE);
        assertThat(said(NOT_IN_RANGE).text()).contains("-365").contains("1000");

        scene.types(SOURCE, PAYMENT_DAYS, "1000").looksAt(SOURCE);

        isInSync(NAME, "Çelik B.V.");
        assertThat(scene.held(TARGET, PAYMENT_DAYS)).isEqualTo("1000");
    }

    @Test @Follows(CURRENCY_FOREIGN) @Requirement("SN-14") void a_limit_goes_over_once_it_is_in_euro() {
        newRelation("DEBTOR", Values.NONE);
        scene.change(SOURCE, seen -> seen.with(seen.values().with(CREDIT_LIMIT, new Value.Invalid<>("5000 USD", CURRENCY_FOREIGN)))).looksAt(SOURCE);
        assertThat(said(CURRENCY_FOREIGN).subject()).isEqualTo("creditLimit");
        assertThat(scene.held(TARGET, CREDIT_LIMIT)).isEmpty();

        scene.types(SOURCE, CREDIT_LIMIT, "4600").looksAt(SOURCE);

        isQuietlyInSync(CREDIT_LIMIT, "4600");
    }

    @Test @Follows(CREATE_UNKNOWN) @Requirement("SN-42") void what_has_no_key_and_was_not_made_is_made_once_it_is_released() {
        lostWithoutKey();

        scene.answered.add(new Question.Answered(CREATE_UNKNOWN, "", Question.Choice.RELEASE, "", null));
        looksAtDoubt();
        assertThat(scene.settlement.deliveries()).extracting(Settlement.Verdict::fate).containsExactly(Settlement.Fate.ABANDONED);
        scene.later(Duration.ofMinutes(5)).looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik B.V.");
    }

    @Test @Follows(CREATE_UNKNOWN) void what_was_made_is_found_once_both_have_the_same_key() {
        lostWithoutKey();
        scene.has(TARGET, "T9", Values.NONE.with(NAME, "Çelik B.V.").with(RELATION_TYPES, "DEBTOR").with(KVK_NUMMER, "68750110"));

        scene.types(SOURCE, KVK_NUMMER, "68750110").answers(Step.Search.class, new Answer.Candidates(List.of(new Answer.Candidate("T9", "", ""))));
        looksAtDoubt();
        scene.later(Duration.ofMinutes(5)).looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik B.V.");
        assertThat(scene.pair.target()).isEqualTo("T9");
    }

    private void looksAtDoubt() {
        scene.deliveries.add(lost);
        scene.later(Duration.ofMinutes(5)).looksAt(SOURCE);
    }

    private void lostWithoutKey() {
        newRelation("DEBTOR", Values.NONE);
        scene.answers(Step.Write.class, new Answer.Unanswered(new Reason(VENDOR_UNREACHABLE))).looksAt(SOURCE);
        lost = new OpenDelivery("delivery-1", scene.writes().get(0), OpenDelivery.State.IN_DOUBT, "", "", Values.NONE, Map.of(), scene.now, 0, null);
        looksAtDoubt();
        assertThat(named(said(CREATE_UNKNOWN))).isEqualTo(TARGET);
        assertThat(scene.settlement.state()).isEqualTo(State.HELD);
    }

    private void newRelation(String roles, Values more) {
        var values = Values.NONE.with(NAME, "Çelik B.V.").with(RELATION_TYPES, "DEBTOR").with(ROLES, roles).with(more);
        scene.has(SOURCE, "S1", values).pair = Pair.firstSeen("relation", SOURCE, "S1");
    }

    private void marked(Side side, Mark... marks) {
        scene.change(side, seen -> new Relation(seen.kind(), seen.values(), seen.parts(), Set.of(marks), seen.handles(), seen.reference(), seen.partsSeen()));
    }
}
