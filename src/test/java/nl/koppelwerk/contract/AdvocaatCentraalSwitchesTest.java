package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could tell about AdvocaatCentraal: the adapter does its work whichever way it turns out, or by one setting. */
class AdvocaatCentraalSwitchesTest {

    private static final String AC = "advocaatcentraal";

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(12); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("delta=exclusive", "delta=none", "time-precision=milliseconds", "time-precision=minutes", "time-zone=local-without-zone",
                "order=id", "removed-in-list=missing", "child-touches-parent=no", "concurrency=none", "duplicate-address-type=yes",
                "person-contacts=absent", "extra-types=no", "rate=none", "duplicates=no", "dirty-kvk=all valid", "unknown-fields=false", "reformat=true")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_whichever_way_it_is(String name, String value) {
        vendors.set(AC, name, value);

        try (var adapter = new Adapter(vendors)) {
            worksWhole(adapter);
        }
    }

    @ParameterizedTest @CsvSource({"basic-user-password", "bearer"}) void the_key_may_be_shown_in_another_form(String form) {
        vendors.set(AC, "auth", form);

        try (var adapter = new Adapter(vendors, Map.of("auth", form))) {
            worksWhole(adapter);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"404", "410", "200-with-mark"}) void a_deleted_relation_is_gone_or_marked(String value) {
        vendors.set(AC, "deleted-item", value);

        try (var adapter = new Adapter(vendors)) {
            var id = company(adapter).root();
            vendors.edit(AC, id, "{'verwijderd': true}");
            var answer = adapter.read(AC, id, Kind.ORGANISATION);
            vendors.edit(AC, id, "{'verwijderd': false}");

            assertThat(answer instanceof Answer.Gone || ((Answer.Seen) answer).sighting().relation().marks().contains(Mark.DELETED)).isTrue();
        }
    }

    @ParameterizedTest @ValueSource(strings = {"modified-then-id", "id", "shuffled"}) void a_listing_in_any_order_tells_its_newest_stamp(String order) {
        vendors.set(AC, "order", order);

        try (var adapter = new Adapter(vendors)) {
            var page = adapter.page(AC, "relations", "", "", 200);

            var newest = page.rows().stream().map(Sighting::modifiedAt).max(java.util.Comparator.naturalOrder()).orElseThrow();
            assertThat(java.time.Instant.parse(page.newest())).isEqualTo(newest);
        }
    }

    private static void worksWhole(Adapter adapter) {
        var before = company(adapter);
        var phone = Values.NONE.with(Fields.PHONE, "+31107654" + (100 + Math.abs(before.hashCode() % 899)));
        var write = new Step.Write(Side.SOURCE, before.root(), Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.UPDATE, phone,
            Values.NONE, Values.NONE, before.version(), "", 0);

        assertThat(adapter.write(write)).isInstanceOf(Answer.Done.class);

        var after = ((Answer.Seen) adapter.read(AC, before.root(), Kind.ORGANISATION)).sighting();
        assertThat(after.relation().values().get(Fields.PHONE)).isEqualTo(phone.get(Fields.PHONE));
        assertThat(walk(adapter)).contains(before.root()).doesNotHaveDuplicates();
    }

    private static List<String> walk(Adapter adapter) {
        var roots = new ArrayList<String>();
        var position = "";
        do {
            var page = adapter.page(AC, "relations", "", position, 5);
            page.rows().stream().map(Sighting::root).forEach(roots::add);
            position = page.position();
        } while (!position.isEmpty());
        return roots;
    }

    private static Sighting company(Adapter adapter) {
        return adapter.page(AC, "relations", "", "", 200).rows().stream()
            .filter(row -> row.relation().kind() == Kind.ORGANISATION && row.relation().marks().isEmpty()).findFirst().orElseThrow();
    }
}
