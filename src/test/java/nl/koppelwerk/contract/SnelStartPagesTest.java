package nl.koppelwerk.contract;

import static nl.koppelwerk.contract.SnelStartRecords.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No order of SnelStart's list is promised, and it shifts while it is read: no relatie that was there all the time is missed. */
class SnelStartPagesTest {

    private static final int RELATIES = 130;

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(RELATIES);
        adapter = new Adapter(vendors);
        vendors.calm();
        adapter.references(SYSTEM);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> orders() {
        return Stream.of("insertion", "id", "shuffled-per-call").flatMap(order -> Stream.of(1, 7, 40, 500).map(limit -> Arguments.of(order, limit)));
    }

    @ParameterizedTest @MethodSource("orders") void every_relatie_is_shown_once_in_whatever_order(String order, int limit) {
        vendors.set(SYSTEM, "order", order);

        var roots = walk(adapter, "", Math.min(limit, 100)).stream().map(Sighting::root).toList();

        assertThat(roots).containsExactlyInAnyOrderElementsOf(kept());
    }

    @ParameterizedTest @ValueSource(strings = {"insertion", "id"}) @Requirement("SN-42") void an_answer_that_ends_early_or_repeats_rows_loses_none(String order) {
        vendors.set(SYSTEM, "order", order);
        vendors.set(SYSTEM, "cut-page", "true");

        var roots = walk(adapter, "", 20).stream().map(Sighting::root).toList();

        assertThat(roots).containsExactlyInAnyOrderElementsOf(kept());
    }

    @ParameterizedTest @ValueSource(strings = {"insertion", "shuffled-per-call"}) void what_is_made_edited_and_removed_on_the_way_pushes_no_other_off_a_page(String order) {
        vendors.set(SYSTEM, "order", order);
        var removed = new ArrayList<String>();
        for (int i = 0; i < 10; i++) removed.add(desk("Straks weg " + i, 0));
        var there = new HashSet<>(kept());
        removed.forEach(there::remove);
        var seen = new ArrayList<String>();
        var position = "";
        do {
            var page = adapter.page(SYSTEM, "relaties", "", position, 15);
            page.rows().stream().map(Sighting::root).forEach(seen::add);
            position = page.position();
            desk("Ervoor", 0);
            vendors.edit(SYSTEM, there.iterator().next(), "{'memo': 'Onderweg'}");
            if (!removed.isEmpty()) vendors.control("DELETE", "/snelstart/records/" + removed.remove(0), null);
        } while (!position.isEmpty());

        assertThat(seen).containsAll(there).doesNotHaveDuplicates();
    }

    @Test void codes_that_lie_far_apart_cost_no_calls_of_their_own() {
        var far = List.of(desk("Ver 1", 2_000_000_000), desk("Ver 2", 5_000_000), desk("Ver 3", 90_000));
        vendors.forgetRequests();

        var roots = walk(adapter, "", 30).stream().map(Sighting::root).toList();

        assertThat(roots).containsAll(far).hasSameSizeAs(kept());
        assertThat(adapter.requests(SYSTEM).size()).isLessThan(60);
        far.forEach(id -> vendors.control("DELETE", "/snelstart/records/" + id, null));
    }

    @Test void a_pass_costs_about_two_calls_for_each_full_page() {
        vendors.forgetRequests();

        var rows = walk(adapter, "", 50).size();

        assertThat(adapter.requests(SYSTEM).size()).isLessThan(4 + 5 * rows / 50);
    }

    @Test void a_delta_without_changes_is_one_call_and_with_some_it_is_two() {
        var newest = newest();
        vendors.forgetRequests();
        assertThat(adapter.page(SYSTEM, "relaties", newest, "", 100).rows()).isEmpty();
        assertThat(adapter.requests(SYSTEM)).hasSize(1);
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 90000}");
        var young = desk("Jong B.V.", 0);
        adapter.page(SYSTEM, "kostenplaatsen", "", "", 1);
        vendors.forgetRequests();

        var page = adapter.page(SYSTEM, "relaties", newest, "", 100);

        vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}");
        assertThat(page.rows()).extracting(Sighting::root).containsExactly(young);
        assertThat(page.position()).isEmpty();
        assertThat(page.newest()).isGreaterThan(newest).doesNotContain("Z");
        assertThat(adapter.requests(SYSTEM)).hasSize(2);
    }

    @Test void a_delta_of_more_changes_than_a_page_holds_shows_them_all() {
        vendors.set(SYSTEM, "order", "shuffled-per-call");
        var newest = newest();
        vendors.control("POST", "/clock", "{\"offsetSeconds\": 7200}");
        var changed = kept().subList(0, 60);
        changed.forEach(id -> vendors.edit(SYSTEM, id, "{'memo': 'Anders'}"));

        var roots = walk(adapter, newest, 10).stream().map(Sighting::root).toList();

        vendors.control("POST", "/clock", "{\"offsetSeconds\": 0}");
        assertThat(roots).containsExactlyInAnyOrderElementsOf(changed);
    }

    /** What changed meanwhile in a range that was read already must not lie before the next pass. */
    @Test void a_page_that_is_read_long_after_its_pass_began_tells_no_newest_stamp() {
        var began = Instant.parse("2026-03-04T10:00:00Z");
        var first = page("", began);

        assertThat(first.newest()).isNotEmpty();
        assertThat(page(first.position(), began.plusSeconds(50)).newest()).isNotEmpty();
        assertThat(page(first.position(), began.plusSeconds(70)).newest()).isEmpty();
        assertThat(page(first.position(), began.plusSeconds(70)).rows()).isNotEmpty();
    }

    @Test void a_kind_that_nobody_knows_leaves_the_row_and_the_others() {
        var odd = desk("Vreemd B.V.", 0);
        vendors.control("PATCH", "/snelstart/records/" + odd + "?silently", "{\"relatiesoort\": [\"Onbekend\"]}");

        var rows = walk(adapter, "", 100);

        assertThat(rows).filteredOn(row -> row.root().equals(odd)).singleElement()
            .satisfies(row -> assertThat(row.relation().values().get(nl.koppelwerk.relation.Fields.RELATION_TYPES).isValid()).isFalse());
        vendors.control("DELETE", "/snelstart/records/" + odd, null);
    }

    @Test void all_kostenplaatsen_come_by_one_call_and_have_no_stamp() {
        var page = adapter.page(SYSTEM, "kostenplaatsen", "2026-03-04T10:21:07.413", "", 1);

        assertThat(page.rows()).hasSize(3).allSatisfy(row -> assertThat(row.root()).startsWith("kostenplaats-"));
        assertThat(page.position()).isEmpty();
        assertThat(page.newest()).isEmpty();
        assertThat(adapter.requests(SYSTEM)).hasSize(1);
    }

    private static Connector.Page page(String position, Instant askedAt) {
        return (Connector.Page) adapter.askWith(SYSTEM, "list", new Connector.PageRequest("relaties", "", position, 30), Map.of("askedAt", askedAt));
    }

    private static String newest() {
        var newest = "";
        var position = "";
        do {
            var page = adapter.page(SYSTEM, "relaties", "", position, 100);
            newest = nl.koppelwerk.systems.Stamps.newest(Stream.of(newest, page.newest()));
            position = page.position();
        } while (!position.isEmpty());
        return newest;
    }

    private static String desk(String name, int code) {
        return vendors.make(SYSTEM, "{'naam': '" + name + "', 'relatiesoort': ['Klant'], 'relatiecode': " + code + "}").path("id").asText();
    }

    private static List<String> kept() {
        var ids = new ArrayList<String>();
        vendors.control("GET", "/snelstart/records?limit=1000", null).path("items").forEach(record -> ids.add(record.path("id").asText()));
        return ids;
    }
}
