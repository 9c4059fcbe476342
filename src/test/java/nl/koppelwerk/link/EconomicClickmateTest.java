package nl.koppelwerk.link;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EconomicClickmateTest {

    private static final String NUMBERS = "'customerGroups': {'*': '1'}, 'paymentTerms': {'*': '2'}, 'vatZones': {'DK': '1', 'EU': '2', '*': '3'}, 'currencies': {'*': 'EUR', 'DK': 'DKK'}";
    private static final String FACET = "relation";
    private final LinkType type = new EconomicClickmate();
    private final Rules rules = rules("");

    @Test void the_settings_that_the_readme_shows_are_in_order() {
        assertThat(type.problems(json("{" + NUMBERS + "}"))).isEmpty();
        assertThat(type.problems(json("{" + NUMBERS + ", 'integrationEnabled': true, 'transferMoment': 'ON_CREATE', 'receiveFromEconomic': false, 'brake': 5, 'pollInterval': 'PT1M'}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'integrationEnabled': 'ja'", "'transferMoment': 'LATER'", "'receiveFromEconomic': 1", "'brake': -1", "'pollInterval': 'P30D'",
        "'vatZones': {'Danmark': '1'}", "'vatZones': {'DK': 1}", "'customerGroups': {'*': '0'}", "'currencies': {'*': 'kroner'}", "'farve': 'blaa'"})
    void a_setting_that_cannot_be_is_told(String wrong) {
        var others = "'customerGroups': {'*': '1'}, 'paymentTerms': {'*': '2'}, 'vatZones': {'*': '3'}, 'currencies': {'*': 'EUR'}";

        assertThat(type.problems(json("{" + others + ", " + wrong + "}"))).hasSize(1);
    }

    @Test void everything_that_is_missing_is_told_at_once() {
        assertThat(type.problems(json("{}"))).extracting(Reason::subject).containsExactly("customerGroups", "paymentTerms", "vatZones", "currencies");
    }

    @Test void what_was_given_is_told_as_it_was_given() {
        assertThat(type.problems(json("{'customerGroups': '1', 'paymentTerms': [2], 'vatZones': {'*': 3}, 'currencies': {'*': 'DKK'}}"))).extracting(Reason::text)
            .satisfiesExactly(text -> assertThat(text).contains("cannot be 1"), text -> assertThat(text).contains("cannot be [2]"), text -> assertThat(text).contains("cannot be 3"));
    }

    @Test @Requirement("CL-24") void nothing_crosses_where_the_integration_is_off() {
        assertThat(rules.outOfScope(SOURCE, customer())).isEmpty();
        assertThat(rules(", 'integrationEnabled': false").outOfScope(TARGET, customer())).extracting(Reason::code).containsExactly(ReasonCode.LINK_SWITCHED_OFF);
    }

    @Test @Requirement("CL-03") void a_customer_flows_where_clickmate_says_so() {
        assertThat(rules.waitsForHand(TARGET, customer(AUTO_SYNC, "YES"), true)).isEmpty();
        assertThat(rules.waitsForHand(TARGET, customer(AUTO_SYNC, "NO"), true)).extracting(Reason::code).containsExactly(ReasonCode.NOT_AUTOMATIC);
        assertThat(rules.waitsForHand(SOURCE, customer(AUTO_SYNC, "NO"), true)).isEmpty();
    }

    @Test @Requirement({"CL-25", "CL-26"}) void a_new_customer_waits_until_it_is_active_unless_the_office_wants_it_at_once() {
        assertThat(rules.waitsForHand(TARGET, customer(STATUS, "PROSPECT"), false)).extracting(Reason::code).containsExactly(ReasonCode.NOT_ACTIVE_YET);
        assertThat(rules.waitsForHand(TARGET, customer(STATUS, "ACTIVE"), false)).isEmpty();
        assertThat(rules.waitsForHand(TARGET, customer(STATUS, "PROSPECT"), true)).as("it has gone over before").isEmpty();
        assertThat(rules(", 'transferMoment': 'ON_CREATE'").waitsForHand(TARGET, customer(STATUS, "PROSPECT"), false)).isEmpty();
    }

    @Test @Requirement({"CL-01", "CL-27"}) void both_sides_give_birth_unless_nothing_is_received_from_e_conomic() {
        for (var side : Side.values()) assertThat(rules.bears(side, PartKind.ROOT) && rules.bears(side, PartKind.CONTACT)).isTrue();
        assertThat(rules.notBorn(SOURCE, customer())).isEmpty();
        var closed = rules(", 'receiveFromEconomic': false");

        assertThat(closed.notBorn(SOURCE, customer())).extracting(Reason::code).containsExactly(ReasonCode.NOT_RECEIVED);
        assertThat(closed.notBorn(TARGET, customer())).isEmpty();
        assertThat(closed.rule(PartKind.ROOT, EMAIL).mayWrite(TARGET)).isFalse();
        assertThat(closed.rule(PartKind.ROOT, EMAIL).mayWrite(SOURCE)).isTrue();
    }

    @Test void a_new_customer_of_e_conomic_gets_what_the_settings_say_for_its_country() {
        assertThat(born("DK")).isEqualTo(List.of("1", "2", "1", "DKK"));
        assertThat(born("")).as("no country is at home").isEqualTo(List.of("1", "2", "1", "DKK"));
        assertThat(born("SE")).isEqualTo(List.of("1", "2", "2", "EUR"));
        assertThat(born("NO")).isEqualTo(List.of("1", "2", "3", "EUR"));
        assertThat(rules.view(SOURCE, FACET, customer()).values().get(VAT_ZONE).isAbsent()).isTrue();
    }

    @Test void what_is_given_at_birth_is_left_alone_afterwards() {
        for (Field<?> field : List.of(CUSTOMER_GROUP, PAYMENT_TERMS, VAT_ZONE, CURRENCY)) {
            assertThat(rules.rule(PartKind.ROOT, field).compares()).isFalse();
            assertThat(rules.rule(PartKind.ROOT, field).mayWrite(SOURCE)).isFalse();
            assertThat(rules.rule(PartKind.ROOT, field).mayBear(SOURCE)).isTrue();
        }
    }

    @Test void a_customer_is_known_by_its_number_then_cvr_then_ean_then_e_mail() {
        var seen = customer(CVR_NUMMER, "12345674").with(customer(CVR_NUMMER, "12345674").values().with(EAN_NUMMER, "5790001330552").with(EMAIL, "Post@Nordlys.example"));

        assertThat(rules.identity(SOURCE, "1042", seen)).extracting(MatchKey::kind).containsExactly("economic-number", "cvr", "ean", "email");
        assertThat(rules.identity(TARGET, "CLK-1", seen)).extracting(MatchKey::kind).containsExactly("cvr", "ean", "email");
        assertThat(rules.identity(TARGET, "CLK-1", referring("1042")).get(0)).isEqualTo(rules.identity(SOURCE, "1042", customer()).get(0));
        assertThat(rules.isReference("economic-number")).isTrue();
        assertThat(rules.isReference("cvr")).isFalse();
    }

    /** Barred there and inactive here are two things, and each system's own. */
    @Test void the_status_is_looked_at_and_never_carried_over() {
        for (Field<?> field : List.of(STATUS, AUTO_SYNC)) {
            assertThat(rules.rule(PartKind.ROOT, field).compares()).isFalse();
            assertThat(rules.rule(PartKind.ROOT, field).mayBear(SOURCE) || rules.rule(PartKind.ROOT, field).mayBear(TARGET)).isFalse();
        }
    }

    @Test void the_number_follows_e_conomic_only() {
        assertThat(rules.rule(PartKind.ROOT, NUMBER).mayWrite(TARGET)).isTrue();
        assertThat(rules.rule(PartKind.ROOT, NUMBER).mayWrite(SOURCE)).isFalse();
        assertThat(rules.rule(PartKind.ROOT, NUMBER).policy()).isEqualTo(FieldRule.Policy.SOURCE_WINS);
        assertThat(rules.reusesIds(SOURCE)).isTrue();
        assertThat(rules.reusesIds(TARGET)).isFalse();
    }

    @Test void a_contact_person_is_the_same_by_e_mail_address_or_else_by_name() {
        assertThat(same(person("Ida Krogh", "ida@nordlys.example"), person("Ida K.", "IDA@nordlys.example"))).isTrue();
        assertThat(same(person("Ida Krogh", "ida@nordlys.example"), person("Ida Krogh", "per@nordlys.example"))).isFalse();
        assertThat(same(person("Ida Krogh", ""), person("ida krogh", "ida@nordlys.example"))).isTrue();
        assertThat(same(person("", ""), person("", ""))).isFalse();
    }

    @Test void the_page_of_synchronised_data_names_only_fields_there_are() {
        assertThat(type.fields()).hasSize(15).allSatisfy(line -> assertThat(Fields.named(line.field())).isPresent());
        assertThat(type.settings()).allSatisfy(setting -> assertThat(setting.sentence()).endsWith("."));
        assertThat(List.of(type.id(), type.sourceSystem(), type.targetSystem())).containsExactly("economic-clickmate", "economic", "clickmate");
        assertThat(type.facets()).containsExactly("relation");
        assertThat(type.notSynchronised()).isNotEmpty();
    }

    private List<String> born(String country) {
        var address = VISIT_ADDRESS.type().parse(country.isEmpty() ? "street=Havnegade 7\ncity=Aarhus" : "street=Havnegade 7\ncity=Aarhus\ncountry=" + country);
        var view = rules.view(TARGET, FACET, customer().with(customer().values().with(VISIT_ADDRESS, address))).values();
        return List.of(view.get(CUSTOMER_GROUP).text(), view.get(PAYMENT_TERMS).text(), view.get(VAT_ZONE).text(), view.get(CURRENCY).text());
    }

    private boolean same(Values one, Values other) { return rules.isSamePart(PartKind.CONTACT, one, other) && rules.isSamePart(PartKind.CONTACT, other, one); }

    private static Values person(String name, String email) { return Values.NONE.with(FULL_NAME, name).with(BUSINESS_EMAIL, email); }

    private static Relation customer() { return new Relation(Kind.ORGANISATION, Values.NONE.with(NAME, "Nordlys Cykler ApS"), List.of()); }

    private static <T> Relation customer(Field<T> field, String raw) { return customer().with(customer().values().with(field, raw)); }

    private static Relation referring(String number) {
        return new Relation(Kind.ORGANISATION, customer().values(), List.of(), Set.of(), Map.of(), number, Set.of());
    }

    private Rules rules(String more) { return type.rules(json("{" + NUMBERS + more + "}"), labelled("e-conomic"), labelled("Clickmate CRM")); }

    private static Dialect labelled(String label) {
        return (Dialect) Proxy.newProxyInstance(Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> label);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
