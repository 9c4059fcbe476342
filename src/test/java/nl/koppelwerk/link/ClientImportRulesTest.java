package nl.koppelwerk.link;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** What an import into Accounton takes, leaves and recognises. */
class ClientImportRulesTest {

    private static final String ELDER = "85073003427";
    private static final String YOUNGER = "93051822361";
    private static final Values AN = Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "D'Hondt").with(EMAIL, "An@Mail.example").with(RIJKSREGISTERNUMMER, ELDER);

    private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

    @Test @Requirement("IM-92") void the_basic_fields_are_compared_and_chosen_and_no_other_is() {
        var basic = Set.<Field<?>>of(LANGUAGE, EMAIL, RIJKSREGISTERNUMMER, PARTNER_RIJKSREGISTERNUMMER, LABEL, FIRST_NAMES, LAST_NAME, MOBILE, RESPONSIBLE, PRIVATE_ADDRESS);

        for (var field : all()) assertThat(rules().rule(PartKind.ROOT, field).compares()).as(field.name()).isEqualTo(basic.contains(field));
        for (var field : basic) {
            assertThat(rules().rule(PartKind.ROOT, field).mayWrite(TARGET)).isTrue();
            assertThat(rules().rule(PartKind.ROOT, field).mayWrite(SOURCE)).isFalse();
        }
        assertThat(new AdminPulseAccounton().fields()).extracting(LinkType.FieldLine::field).containsAll(basic.stream().map(Field::name).toList());
        assertThat(rules().view(SOURCE, Pair.FACET, person(AN.with(PHONE, "+3256123456"))).values().fields()).containsExactlyInAnyOrderElementsOf(AN.fields());
    }

    @Test @Requirement("IM-17") void who_has_no_national_number_goes_over_unless_the_office_wants_one() {
        var without = person(AN.with(RIJKSREGISTERNUMMER, ""));
        assertThat(rules().remarks(SOURCE, without)).isEmpty();

        settings.put("needsNationalNumber", true);

        assertThat(rules().remarks(SOURCE, without)).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.REQUIRED_MISSING);
            assertThat(reason.subject()).isEqualTo("rijksregisternummer");
        });
        assertThat(rules().remarks(SOURCE, person(AN))).isEmpty();
        assertThat(rules().remarks(TARGET, without)).isEmpty();
    }

    @Test @Requirement("IM-14") void the_label_and_who_is_responsible_come_from_the_settings() {
        settings.put("label", "AJ2026").put("responsible", "kantoor@voorbeeld.example");

        assertThat(seen(AN).get(LABEL).text()).isEqualTo("AJ2026");
        assertThat(seen(AN).get(RESPONSIBLE).text()).isEqualTo("kantoor@voorbeeld.example");
        assertThat(seen(AN.with(RESPONSIBLE, "anna@voorbeeld.example")).get(RESPONSIBLE).text()).isEqualTo("anna@voorbeeld.example");
        assertThat(rules().view(TARGET, Pair.FACET, person(AN)).values().get(LABEL).isFilled()).isFalse();
    }

    @Test @Requirement("IM-16") void a_number_that_the_birth_date_gives_the_lie_is_invalid_and_no_key() {
        var other = AN.with(BIRTH_DATE, "1985-07-31");

        assertThat(seen(other).get(RIJKSREGISTERNUMMER)).isEqualTo(new Value.Invalid<>(ELDER, ReasonCode.RRN_BIRTH_DATE));
        assertThat(rules().identity(SOURCE, "K-1", person(other))).extracting(MatchKey::kind).containsExactly("email-and-name");
        assertThat(seen(AN.with(BIRTH_DATE, "1985-07-30")).get(RIJKSREGISTERNUMMER).isValid()).isTrue();
        assertThat(rules().remarks(SOURCE, person(AN.with(BIRTH_DATE, "1985-02-30")))).extracting(Reason::code).containsExactly(ReasonCode.DATE_FORMAT);
    }

    @Test @Requirement("IM-90") void a_client_is_known_by_its_number_then_as_a_partner_then_by_mail_and_name() {
        var source = rules().identity(SOURCE, "K-1", person(AN));
        assertThat(source).extracting(MatchKey::kind).containsExactly("rijksregisternummer", "along:partner", "email-and-name");
        assertThat(source.get(2).value()).isEqualTo("an@mail.example|an|dhondt");

        var dossier = rules().identity(TARGET, "T-1", person(Values.NONE.with(FIRST_NAMES, "Jan").with(RIJKSREGISTERNUMMER, YOUNGER).with(PARTNER_RIJKSREGISTERNUMMER, ELDER)));
        assertThat(dossier).contains(source.get(1)).doesNotContain(source.get(0));
        var single = rules().identity(TARGET, "T-2", person(Values.NONE.with(RIJKSREGISTERNUMMER, ELDER)));
        assertThat(rules().identity(SOURCE, "K-2", couple(YOUNGER, ELDER))).as("the dossier of the partner, who names nobody there").contains(single.get(1)).doesNotContain(single.get(0));
        assertThat(MatchKey.isAlong("along:partner")).isTrue();
        assertThat(MatchKey.isAlong("along:dossier-of-partner")).isTrue();
        assertThat(MatchKey.isAlong("rijksregisternummer")).isFalse();
        assertThat(rules().identity(SOURCE, "K-1", person(Values.NONE.with(EMAIL, "info@kantoor.example")))).as("an address alone is nobody").isEmpty();
    }

    @Test @Requirement("IM-91") void the_elder_of_a_couple_takes_the_younger_along() {
        var elder = couple(ELDER, YOUNGER);
        var younger = couple(YOUNGER, ELDER);
        assertThat(rules().takesAlong(elder, younger)).isTrue();
        assertThat(rules().takesAlong(younger, elder)).isFalse();
        // Of one day, of whom the serial number tells who comes first.
        assertThat(rules().takesAlong(couple("85073003328", ELDER), couple(ELDER, "85073003328"))).isTrue();
        assertThat(rules().takesAlong(couple(ELDER, "85073003328"), couple("85073003328", ELDER))).isFalse();
    }

    @Test void where_one_names_the_other_and_is_not_named_its_dossier_has_both() {
        var naming = couple(YOUNGER, ELDER);
        var named = couple(ELDER, "");
        assertThat(rules().takesAlong(naming, named)).isTrue();
        assertThat(rules().takesAlong(named, naming)).isFalse();
        assertThat(rules().takesAlong(named, couple("", ELDER))).as("who has no number has no dossier").isTrue();
        assertThat(rules().takesAlong(couple("", ELDER), named)).isFalse();
        assertThat(rules().takesAlong(couple(ELDER, "66041066655"), couple(YOUNGER, ELDER))).as("whose partner is another one").isFalse();
    }

    @Test void each_of_a_couple_is_looked_for_by_who_names_it_as_well() {
        var named = rules().mayGoAlongWith(SOURCE, couple(ELDER, ""));
        assertThat(named).containsExactly(rules().identity(SOURCE, "K-1", couple("", ELDER)).get(0));
        assertThat(rules().mayGoAlongWith(SOURCE, couple(YOUNGER, ELDER))).contains(rules().identity(SOURCE, "K-1", person(AN)).get(0)).hasSize(2);
        assertThat(rules().mayGoAlongWith(SOURCE, couple("12345678901", ""))).isEmpty();
        assertThat(rules().mayGoAlongWith(TARGET, couple(YOUNGER, ELDER))).isEmpty();
    }

    @Test @Requirement({"IM-11", "IM-12"}) void only_clients_who_are_persons_go_over_and_nothing_comes_back() {
        assertThat(rules().outOfScope(SOURCE, person(AN.with(STATUS, "ACTIVE")))).isEmpty();
        assertThat(rules().outOfScope(SOURCE, person(AN.with(STATUS, "INACTIVE")))).extracting(Reason::code).containsExactly(ReasonCode.NO_LONGER_CLIENT);
        assertThat(rules().outOfScope(SOURCE, person(AN).with(Set.of(Mark.ARCHIVED)))).extracting(Reason::code).containsExactly(ReasonCode.NO_LONGER_CLIENT);
        assertThat(rules().outOfScope(SOURCE, new Relation(Kind.ORGANISATION, Values.NONE.with(NAME, "Peeters BV"), List.of()))).extracting(Reason::code).containsExactly(ReasonCode.NOT_A_PERSON);
        assertThat(rules().notBorn(TARGET, person(AN))).extracting(Reason::code).containsExactly(ReasonCode.NEW_ONLY_AT_SOURCE);
        assertThat(rules().notBorn(SOURCE, person(AN))).isEmpty();
        assertThat(rules().bears(SOURCE, PartKind.ROOT)).isFalse();
        assertThat(rules().waitsForHand(SOURCE, person(AN), true)).extracting(Reason::code).containsExactly(ReasonCode.ONLY_BY_IMPORT);
    }

    @Test void each_source_is_named_by_itself_in_the_references_of_a_client() {
        assertThat(rules(new AdminPulseAccounton(), "adminpulse").ownReference("APR1")).contains("ADMINPULSE:APR1");
        assertThat(rules(new AdminConsultAccounton(), "admin-consult").ownReference("9001")).contains("ADMIN_CONSULT:9001");
        assertThat(rules(new ExcelAccounton(), "excel").ownReference("K-1")).contains("FILE:K-1");
    }

    private Values seen(Values values) { return rules().view(SOURCE, Pair.FACET, person(values)).values(); }

    private static Relation couple(String own, String partner) { return person(Values.NONE.with(RIJKSREGISTERNUMMER, own).with(PARTNER_RIJKSREGISTERNUMMER, partner)); }

    private static Relation person(Values values) { return new Relation(Kind.PERSON, values, List.of()); }

    private Rules rules() { return rules(new AdminPulseAccounton(), "adminpulse"); }

    private Rules rules(LinkType type, String source) { return type.rules(settings, named(source), named("accounton")); }

    private static Dialect named(String system) {
        return (Dialect) Proxy.newProxyInstance(Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> system);
    }
}
