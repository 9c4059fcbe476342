package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could tell about Clickmate: the adapter does its work whichever way it turns out, or by one setting. */
class ClickmateSwitchesTest {

    private static final String CM = "clickmate";

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(12); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("delta=none", "concurrency=none", "webhooks=unsigned", "webhooks=none", "echo=no", "loose-contacts=some", "phone=E.164",
                "archived=missing", "errors=text", "unknown-fields=false", "reformat=true", "webhook.duplicate=true")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_whichever_way_it_is(String name, String value) {
        vendors.set(CM, name, value);

        try (var adapter = new Adapter(vendors)) {
            worksWhole(adapter, name + value);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"basic", "api-key-header"}) void the_key_may_be_shown_in_another_form(String form) {
        vendors.set(CM, "auth", form);

        try (var adapter = new Adapter(vendors, Map.of("clickmate-auth", form))) {
            worksWhole(adapter, form);
        }
    }

    @Test void with_fewer_fields_the_others_are_neither_read_nor_written() {
        vendors.set(CM, "fields", "minimal");

        try (var adapter = new Adapter(vendors, Map.of("clickmate-fields", "minimal"))) {
            var dialect = adapter.clickmate.dialect(References.NONE);

            worksWhole(adapter, "minimal");

            assertThat(dialect.knows(Kind.ORGANISATION, PartKind.ROOT, Fields.PHONE)).isTrue();
            assertThat(dialect.knows(Kind.ORGANISATION, PartKind.ROOT, Fields.CVR_NUMMER)).isFalse();
            assertThat(rows(adapter)).allMatch(row -> row.relation().values().get(Fields.CVR_NUMMER).isAbsent());
        }
    }

    @Test void a_street_that_comes_apart_there_is_one_line_here() {
        vendors.set(CM, "address", "split");

        try (var adapter = new Adapter(vendors, Map.of("clickmate-address", "split"))) {
            var id = worksWhole(adapter, "split");
            var moved = Values.NONE.with(Fields.VISIT_ADDRESS, "street=Gl. Kongevej 12 A, 3. tv.\npostalCode=1610\ncity=København V\ncountry=DK");

            var done = (Answer.Done) adapter.write(adapter.clickmate, update(read(adapter, id), moved), Map.of());

            assertThat(done.echoed()).isEqualTo(moved);
            assertThat(read(adapter, id).relation().values().get(Fields.VISIT_ADDRESS)).isEqualTo(moved.get(Fields.VISIT_ADDRESS));
            assertThat(vendors.record(CM, id).at("/address/street").asText()).isEqualTo("Gl. Kongevej 12 A, 3. tv.");
        }
    }

    @Test void where_keys_are_not_kept_a_create_in_doubt_is_found_by_its_own_keys() {
        vendors.set(CM, "idempotency", "ignored");

        try (var adapter = new Adapter(vendors, Map.of("clickmate-idempotency", "false"))) {
            worksWhole(adapter, "ignored");

            assertThat(adapter.clickmate.dialect(References.NONE).doubt()).isEqualTo(Dialect.Doubt.KEYS);
        }
    }

    /** Makes a customer with a contact, changes it, reads it and walks the listing. */
    private static String worksWhole(Adapter adapter, String name) {
        var made = (Answer.Done) adapter.write(adapter.clickmate, create("", PartKey.ROOT, Values.NONE.with(Fields.NAME, name)), Map.of("idempotencyKey", name));
        var person = Values.NONE.with(Fields.FULL_NAME, "Åse Kjær").with(Fields.BUSINESS_PHONE, "+4532123456");
        adapter.write(adapter.clickmate, create(made.id(), new PartKey(PartKind.CONTACT, "7"), person), Map.of("idempotencyKey", name + " contact"));
        var phone = Values.NONE.with(Fields.PHONE, "+4544123456");

        assertThat(adapter.write(adapter.clickmate, update(read(adapter, made.id()), phone), Map.of())).isInstanceOf(Answer.Done.class);

        var after = read(adapter, made.id()).relation();
        assertThat(after.values().get(Fields.PHONE)).isEqualTo(phone.get(Fields.PHONE));
        assertThat(after.parts()).singleElement().satisfies(part -> assertThat(part.values().get(Fields.BUSINESS_PHONE).text()).isEqualTo("+4532123456"));
        assertThat(rows(adapter)).extracting(Sighting::root).contains(made.id()).doesNotHaveDuplicates();
        return made.id();
    }

    private static List<Sighting> rows(Adapter adapter) { return adapter.all(CM, "customers", 5); }

    private static Sighting read(Adapter adapter, String id) { return ((Answer.Seen) adapter.read(CM, id, Kind.ORGANISATION)).sighting(); }

    private static Step.Write create(String root, PartKey part, Values values) {
        return new Step.Write(Side.TARGET, root, Kind.ORGANISATION, part, "", "", "", Step.Action.CREATE, values, Values.NONE, Values.NONE, "", "", 0);
    }

    private static Step.Write update(Sighting seen, Values values) {
        return new Step.Write(Side.TARGET, seen.root(), Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.UPDATE, values,
            Values.NONE, Values.NONE, seen.version(), "", 0);
    }
}
