package nl.koppelwerk.reconcile;

import static nl.koppelwerk.reconcile.Readiness.Verdict.INCOMPLETE;
import static nl.koppelwerk.reconcile.Readiness.Verdict.OUT_OF_SCOPE;
import static nl.koppelwerk.reconcile.Readiness.Verdict.READY;
import static nl.koppelwerk.reconcile.Readiness.Verdict.REFUSED;
import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** What a checklist says of a relation before anything is sent, by the rules of bookkeeping and what SnelStart can hold. */
@Requirement({"SN-06", "SN-41"})
class ReadinessTest {

    private static final String ROTTERDAM = "street=Coolsingel\nhouseNumber=12\npostalCode=3011 AD\ncity=Rotterdam";
    private static final Values WHOLE = Values.NONE.with(NAME, "Çelik B.V.").with(RELATION_TYPES, "DEBTOR").with(ROLES, "DEBTOR").with(VISIT_ADDRESS, ROTTERDAM)
        .with(CONTACT_PERSON, "Sanne van der Berg").with(KVK_NUMMER, "68750110").with(EMAILS, "info@celik.example").with(PAYMENT_DAYS, "30").with(CREDIT_LIMIT, "5000");

    private final Rules rules = OfficeRules.ofRealBookkeeping();

    @Test void what_is_whole_and_right_is_ready() {
        assertThat(of(WHOLE)).isEqualTo(new Readiness(READY, List.of()));
        assertThat(of(Values.NONE.with(NAME, "Jansen").with(RELATION_TYPES, "CREDITOR").with(ROLES, "CREDITOR")).verdict()).as("more than a name is not required").isEqualTo(READY);
        assertThat(of(WHOLE.with(WEBSITE, Value.empty()).with(MOBILE, Value.empty())).verdict()).as("what is empty stays empty").isEqualTo(READY);
    }

    @Test void a_relation_without_a_name_or_with_one_that_is_too_long_is_refused() {
        var nameless = of(WHOLE.with(NAME, Value.empty()));
        var tooLong = of(WHOLE.with(NAME, "Ç".repeat(51)));

        assertThat(nameless.verdict()).isEqualTo(REFUSED);
        assertThat(nameless.reasons()).extracting(Reason::code, Reason::subject).containsExactly(tuple(ReasonCode.REQUIRED_MISSING, "name"));
        assertThat(tooLong.verdict()).isEqualTo(REFUSED);
        assertThat(tooLong.reasons()).extracting(Reason::code, Reason::subject).as("said once").containsExactly(tuple(ReasonCode.TOO_LONG, "name"));
        assertThat(of(WHOLE.with(NAME, "Ç".repeat(50))).verdict()).isEqualTo(READY);
    }

    @Test void one_wrong_field_stays_behind_alone_and_is_named() {
        var seen = of(WHOLE.with(KVK_NUMMER, "123"));

        assertThat(seen.verdict()).isEqualTo(INCOMPLETE);
        assertThat(seen.reasons()).extracting(Reason::subject).containsExactly("kvkNummer");
        assertThat(seen.reasons().get(0).text()).isNotEmpty();
        assertThat(seen.reasons().get(0).remedy()).isNotEmpty();
    }

    @Test void every_reason_is_told_at_once() {
        var seen = of(WHOLE.with(NAME, Value.empty()).with(KVK_NUMMER, "123").with(EMAILS, "geen adres").with(PAYMENT_DAYS, "1001").with(VISIT_ADDRESS, "street=Coolsingel\ncity=Rotterdam"));

        assertThat(seen.verdict()).isEqualTo(REFUSED);
        assertThat(seen.reasons()).extracting(Reason::subject).containsExactlyInAnyOrder("name", "kvkNummer", "emails", "paymentDays", "visitAddress", "contactPerson");
    }

    @Test @Requirement("SN-10") void a_contact_person_that_has_no_address_to_be_written_in_stays_behind_and_is_named() {
        var seen = of(WHOLE.with(VISIT_ADDRESS, Value.empty()));
        var strict = Readiness.of(OfficeRules.ofBookkeeping(Map.of("refuseInvalid", "true")), sighting(WHOLE.with(VISIT_ADDRESS, Value.empty())));

        assertThat(seen.verdict()).isEqualTo(INCOMPLETE);
        assertThat(seen.reasons()).extracting(Reason::code, Reason::subject).containsExactly(tuple(ReasonCode.CONTACT_WITHOUT_ADDRESS, "contactPerson"));
        assertThat(strict.verdict()).as("its run makes it, without the contact person").isEqualTo(INCOMPLETE);
    }

    @Test void an_office_may_have_the_whole_relation_refused_for_one_wrong_field() {
        var strict = OfficeRules.ofBookkeeping(Map.of("refuseInvalid", "true"));

        assertThat(Readiness.of(strict, sighting(WHOLE.with(KVK_NUMMER, "123"))).verdict()).isEqualTo(REFUSED);
        assertThat(Readiness.of(strict, sighting(WHOLE)).verdict()).isEqualTo(READY);
    }

    @Test void what_does_not_go_over_at_all_is_no_matter_of_the_checklist() {
        var prospect = of(WHOLE.with(ROLES, "PROSPECT").with(NAME, Value.empty()));
        var archived = Readiness.of(rules, sighting(new Relation(Kind.ORGANISATION, WHOLE, List.of(), Set.of(Mark.ARCHIVED), Map.of(), "", Set.of())));

        assertThat(prospect.verdict()).isEqualTo(OUT_OF_SCOPE);
        assertThat(prospect.reasons()).extracting(Reason::code).containsExactly(ReasonCode.ROLE_LACKING);
        assertThat(archived.verdict()).isEqualTo(OUT_OF_SCOPE);
        assertThat(archived.reasons()).extracting(Reason::code).containsExactly(ReasonCode.ARCHIVED_NOT_BORN);
    }

    @Test void what_only_a_debtor_has_is_not_asked_of_a_creditor() {
        var wrong = WHOLE.with(CREDIT_LIMIT, new Value.Invalid<>("5000 USD", ReasonCode.CURRENCY_FOREIGN));

        assertThat(of(wrong).reasons()).extracting(Reason::code).containsExactly(ReasonCode.CURRENCY_FOREIGN);
        assertThat(of(wrong.with(RELATION_TYPES, "CREDITOR").with(ROLES, "CREDITOR")).verdict()).isEqualTo(READY);
    }

    @Test @Requirement("SN-20") void a_project_needs_its_number_and_a_description_that_fits() {
        assertThat(project("107", "Nieuwbouw 's-Gravenhage").verdict()).isEqualTo(READY);
        assertThat(project("107", "").reasons()).extracting(Reason::subject).containsExactly("name");
        assertThat(project("107", "x".repeat(51)).verdict()).isEqualTo(REFUSED);
        assertThat(project("0", "Nul").verdict()).isEqualTo(REFUSED);
    }

    private Readiness project(String number, String description) {
        return Readiness.of(rules, sighting(new Relation(Kind.COST_CENTRE, Values.NONE.with(NUMBER, number).with(NAME, description), List.of())));
    }

    private Readiness of(Values values) { return Readiness.of(rules, sighting(values)); }

    private static Sighting sighting(Values values) { return sighting(new Relation(Kind.ORGANISATION, values, List.of())); }

    private static Sighting sighting(Relation relation) { return new Sighting(Side.SOURCE, "CMP-1#debtor", relation, "", null, Instant.EPOCH); }
}
