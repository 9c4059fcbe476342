package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody could tell about Compenda and changes what is read: the adapter does its work whichever way it turns out, or by one setting. */
class CompendaSwitchesTest {

    private static final String CP = "compenda";

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(12); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("delta=none", "field-stamps=absent", "concurrency=version-in-body-409", "concurrency=none", "webhooks=unsigned", "webhooks=none",
                "credit-currency=missing", "both-roles=no", "archived=missing", "errors=text", "unknown-fields=false", "reformat=true", "webhook.duplicate=true")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_whichever_way_it_is(String name, String value) {
        vendors.set(CP, name, value);

        try (var adapter = new Adapter(vendors)) {
            worksWhole(adapter, name + value);
        }
    }

    @ParameterizedTest
    @CsvSource({"auth, basic", "auth, api-key-header", "tenant, path", "tenant, header"})
    void the_key_and_the_tenant_may_be_shown_in_another_form(String name, String form) {
        vendors.set(CP, name, form);

        try (var adapter = new Adapter(vendors, Map.of("compenda-" + name, form))) {
            worksWhole(adapter, name + form);
        }
    }

    @Test void where_changes_cannot_be_asked_for_every_pass_shows_all() {
        vendors.set(CP, "delta", "none");

        try (var adapter = new Adapter(vendors, Map.of("compenda-delta", "none"))) {
            var root = worksWhole(adapter, "none");
            vendors.forgetRequests();

            var page = adapter.page(CP, "relations", "2999-01-01T00:00:00Z", "", 200);

            assertThat(page.rows()).extracting(Sighting::root).contains(root);
            assertThat(adapter.requests(CP).toString()).doesNotContain("modifiedSince");
        }
    }

    @ParameterizedTest @CsvSource({"exactly-one, Jan Jansen", "none-marked, Sanne van der Berg", "several-marked, Sanne van der Berg"})
    void one_contact_is_the_primary_one_however_many_are_marked(String marked, String name) {
        vendors.set(CP, "primary", marked);
        var id = made("'name': 'Twee', 'contacts': [{'firstName': 'Sanne', 'prefix': 'van der', 'lastName': 'Berg'}, {'firstName': 'Jan', 'lastName': 'Jansen', 'isPrimary': true}]");

        try (var adapter = new Adapter(vendors)) {
            assertThat(text(read(adapter, id + "#debtor"), Fields.CONTACT_PERSON)).isEqualTo(name);
            worksWhole(adapter, marked);
        }
    }

    @Test void a_relation_that_has_one_role_at_most_wears_one_hat() {
        var id = made("'name': 'Beide', 'roles': ['DEBTOR', 'CREDITOR']");
        vendors.set(CP, "both-roles", "no");

        try (var adapter = new Adapter(vendors)) {
            assertThat(adapter.read(CP, id, null)).isEqualTo(new Answer.PartOf(List.of(id + "#debtor")));
            assertThat(text(read(adapter, id + "#creditor"), Fields.ROLES)).isEqualTo("DEBTOR");
        }
    }

    @Test void a_payment_term_that_is_text_there_is_days_here() {
        vendors.set(CP, "payment-terms", "text");

        try (var adapter = new Adapter(vendors, Map.of("compenda-payment-terms", "text"))) {
            worksWhole(adapter, "text");
        }
    }

    @Test void a_payment_term_that_is_text_where_days_are_expected_is_invalid_and_kept_as_it_stands() {
        var id = made("'name': 'Tekst', 'paymentTermDays': 30");
        vendors.set(CP, "payment-terms", "text");

        try (var adapter = new Adapter(vendors)) {
            assertThat(read(adapter, id + "#debtor").relation().values().get(Fields.PAYMENT_DAYS))
                .isEqualTo(new Value.Invalid<>("30 dagen netto", ReasonCode.NUMBER_FORMAT));
        }
    }

    @ParameterizedTest
    @CsvSource({"split, split, 'street=Coolsingel\nhouseNumber=12\nhuisnummertoevoeging=A\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL'",
        "one-line street, one-line, 'street=Coolsingel 12 A\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL'"})
    void a_street_in_one_line_is_never_taken_apart(String there, String here, String address) {
        vendors.set(CP, "address", there);
        var id = made("'name': 'Adres', 'addresses': {'visiting': {'street': 'Coolsingel', 'houseNumber': '12', 'addition': 'A', 'postalCode': '3011 AD', 'city': 'Rotterdam', 'country': 'NL'}}");

        try (var adapter = new Adapter(vendors, Map.of("compenda-address", here))) {
            assertThat(text(read(adapter, id + "#debtor"), Fields.VISIT_ADDRESS)).isEqualTo(address);
            worksWhole(adapter, there);
        }
    }

    @ParameterizedTest @CsvSource({"marked, true", "missing, false"}) void an_archived_relation_is_listed_or_not_and_read_either_way(String value, boolean listed) {
        var id = made("'name': 'Archief " + value + "', 'archived': true");
        vendors.set(CP, "archived", value);

        try (var adapter = new Adapter(vendors)) {
            assertThat(adapter.all(CP, "relations", 200).stream().anyMatch(row -> row.root().equals(id + "#debtor"))).isEqualTo(listed);
            assertThat(read(adapter, id + "#debtor").relation().marks()).containsExactly(Mark.ARCHIVED);
        }
    }

    /** A person makes a relation and a project there; both are read and listed, and the test of the account is well. */
    private static String worksWhole(Adapter adapter, String name) {
        var id = made("'name': '" + name + "', 'kind': 'PERSON', 'roles': ['DEBTOR'], 'phone': '+31101234567', 'email': 'a@voorbeeld.example, b@voorbeeld.example',"
            + " 'paymentTermDays': 30, 'creditLimit': {'amount': '5000.00', 'currency': 'EUR'}");
        vendors.control("PUT", "/compenda/projects", "{\"number\": 815, \"description\": \"Çelik\"}");

        var seen = read(adapter, id + "#debtor");

        assertThat(seen.relation().kind()).isEqualTo(Kind.PERSON);
        assertThat(List.of(text(seen, Fields.NAME), text(seen, Fields.PHONE), text(seen, Fields.EMAILS), text(seen, Fields.PAYMENT_DAYS), text(seen, Fields.CREDIT_LIMIT)))
            .containsExactly(name, "+31101234567", "a@voorbeeld.example;b@voorbeeld.example", "30", "5000");
        assertThat(adapter.read(CP, id, null)).isEqualTo(new Answer.PartOf(List.of(id + "#debtor")));
        assertThat(adapter.all(CP, "relations", 5)).extracting(Sighting::root).contains(id + "#debtor", id + "#creditor").doesNotHaveDuplicates();
        assertThat(text(read(adapter, "project-815"), Fields.NAME)).isEqualTo("Çelik");
        assertThat(adapter.ask(CP, "check", null).toString()).contains("Check[what=record, well=true");
        return id + "#debtor";
    }

    private static String made(String members) { return vendors.make(CP, "{" + members + "}").path("id").asText(); }

    private static String text(Sighting seen, Field<?> field) { return seen.relation().values().get(field).text(); }

    private static Sighting read(Adapter adapter, String root) { return ((Answer.Seen) adapter.read(CP, root, Kind.ORGANISATION)).sighting(); }
}
