package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could tell about Tribe: the adapter does its work whichever way it turns out, or by one setting. */
class TribeSwitchesTest {

    private static StandIns vendors;

    @BeforeAll static void open() { vendors = new StandIns(5); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("page-default=20", "page-default=unlimited", "page-max=200", "page-max=unlimited", "page-over=400", "next-link=present",
                "order=shuffled-per-call", "error-body=text", "error-body=empty", "etag=sent-and-ignored", "etag=enforced-412", "token-seconds=86400",
                "token-seconds=60", "token-seconds=absent", "offline-scope=accepted", "field-case=camel-on-read", "plus-in-query=accepted",
                "gender-values=Male/Female", "child-touches-parent=yes", "kvk-link=off", "dirty-names=off", "create-answer=id-only",
                "create-answer=empty-with-location", "update-answer=empty-204", "unknown-fields=false", "reformat=true", "put-null=ignore",
                "filter-last-mutation=400", "filter-last-mutation=ignored", "update-verb=both")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_whichever_way_it_is(String name, String value) {
        vendors.set("tribe", name, value);

        try (var adapter = new Adapter(vendors)) {
            worksWhole(adapter);
        }
    }

    @Test void an_update_may_be_a_post_with_the_id() {
        vendors.set("tribe", "update-verb", "post-with-id");

        try (var adapter = new Adapter(vendors, Map.of("update-verb", "post-with-id"))) {
            worksWhole(adapter);
        }
    }

    @Test void a_tribe_that_keeps_no_reference_is_worked_without_one() {
        vendors.set("tribe", "import-id", "400");

        try (var adapter = new Adapter(vendors, Map.of("import-id", "false"))) {
            var id = ((Answer.Done) adapter.write(create("Zonder B.V."))).id();

            assertThat(adapter.read("tribe", id, Kind.ORGANISATION)).isInstanceOf(Answer.Seen.class);
            assertThat(adapter.tribe.dialect(adapter.references("tribe")).doubt()).isEqualTo(nl.koppelwerk.link.Dialect.Doubt.KEYS);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"ignored", "400"})
    void a_search_that_the_server_does_not_understand_never_says_not_found(String value) {
        try (var adapter = new Adapter(vendors)) {
            adapter.write(create("Eerst B.V."));
            vendors.set("tribe", "import-id", value);

            assertThat(search(adapter, "AC-000000001")).isNotInstanceOf(Answer.Candidates.class);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"Department", "text-custom-field"})
    void a_function_that_is_no_role_is_left_alone(String value) {
        vendors.set("tribe", "function-field", value);

        try (var adapter = new Adapter(vendors, Map.of("function-field", "none"))) {
            worksWhole(adapter);
        }
    }

    @Test void an_organization_id_is_sent_where_it_is_given() {
        vendors.set("tribe", "organization-id", "required");

        try (var adapter = new Adapter(vendors)) {
            assertThat(adapter.read("tribe", "00000000-0000-4000-8000-000000000000", Kind.PERSON)).isInstanceOf(Answer.Denied.class);
            adapter.accounts.add(with(adapter.accounts.find("tribe"), "organizationId", "demo-organization"));
            assertThat(adapter.read("tribe", "00000000-0000-4000-8000-000000000000", Kind.PERSON)).isInstanceOf(Answer.Gone.class);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"60/min", "60/min-without-retry-after"}) void too_many_calls_are_throttled(String value) {
        vendors.set("tribe", "quota", "contract");
        vendors.set("tribe", "rate", value);

        try (var adapter = new Adapter(vendors)) {
            Object answer = null;
            for (int i = 0; i < 70; i++) answer = adapter.read("tribe", "00000000-0000-4000-8000-000000000000", Kind.PERSON);

            assertThat(answer).isInstanceOf(Answer.Throttled.class);
            assertThat(((Answer.Throttled) answer).until()).isBetween(java.time.Instant.now(), java.time.Instant.now().plusSeconds(61));
        }
    }

    @Test void an_emptying_that_is_refused_is_a_refusal() {
        vendors.set("tribe", "put-null", "400");

        try (var adapter = new Adapter(vendors)) {
            var id = ((Answer.Done) adapter.write(create("Leeg B.V."))).id();
            var emptied = Values.NONE.with(Fields.PHONE, nl.koppelwerk.relation.Value.empty());
            var write = new Step.Write(Side.TARGET, id, Kind.ORGANISATION, PartKey.ROOT, "", "", "", Step.Action.UPDATE, emptied,
                Values.NONE.with(Fields.PHONE, "+31101234567"), Values.NONE, "", "", 0);

            assertThat(adapter.write(write)).isInstanceOf(Answer.Refused.class);
        }
    }

    private static void worksWhole(Adapter adapter) {
        var first = adapter.write(create("Heel B.V."));
        assertThat(first).isInstanceOf(Answer.Done.class);
        var id = ((Answer.Done) first).id();
        assertThat(search(adapter, "AC-Heel B.V.")).isEqualTo(new Answer.Candidates(List.of(new Answer.Candidate(id, "", ""))));
        var contact = ((Answer.Done) adapter.write(TribeAdapterTest.contact(id, "Berg"))).id();
        var phone = Values.NONE.with(Fields.PHONE, "+31101234567");
        assertThat(adapter.write(TribeAdapterTest.update(id, Kind.ORGANISATION, PartKey.ROOT, "", "", "", phone))).isInstanceOf(Answer.Done.class);
        var seen = ((Answer.Seen) adapter.read("tribe", id, Kind.ORGANISATION)).sighting();
        assertThat(seen.relation().parts()).extracting("id").containsExactly(contact);
        assertThat(seen.relation().values().get(Fields.PHONE).text()).isEqualTo("+31101234567");
        var stamp = seen.modifiedAt().toString();
        assertThat(walk(adapter, "")).contains(id).doesNotHaveDuplicates();
        assertThat(walk(adapter, stamp)).contains(id);
        vendors.control("DELETE", "/tribe/records/" + contact, null);
        vendors.control("DELETE", "/tribe/records/" + id, null);
    }

    private static List<String> walk(Adapter adapter, String since) {
        var roots = new ArrayList<String>();
        var position = "";
        do {
            var page = adapter.page("tribe", "organisations", since, position, 3);
            page.rows().stream().map(Sighting::root).forEach(roots::add);
            position = page.position();
        } while (!position.isEmpty());
        return roots;
    }

    private static Object search(Adapter adapter, String reference) {
        return adapter.ask("tribe", "search", new Step.Search(Side.TARGET, Kind.ORGANISATION, List.of(), Optional.of(reference)));
    }

    private static Step.Write create(String name) {
        return TribeAdapterTest.create(Kind.ORGANISATION, PartKey.ROOT, "", TribeAdapterTest.organisation(name), "AC-" + name);
    }

    private static nl.koppelwerk.ledger.Accounts.Account with(nl.koppelwerk.ledger.Accounts.Account account, String name, String value) {
        var credentials = new java.util.HashMap<>(account.credentials());
        credentials.put(name, value);
        return new nl.koppelwerk.ledger.Accounts.Account(account.id(), account.office(), account.system(), account.number(), account.baseUrl(),
            account.authUrl(), credentials, account.limits(), null, "");
    }
}
