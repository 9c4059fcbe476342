package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody could tell about Accounton: the adapter does its work whichever way it turns out, or by one setting. */
class AccountonSwitchesTest {

    private static final String AT = "accounton";

    private static StandIns vendors;
    private static int seconds;

    @BeforeAll static void open() { vendors = new StandIns(20); }

    @AfterAll static void close() throws Exception { vendors.close(); }

    @BeforeEach void calm() { vendors.calm(); }

    static Stream<Arguments> withoutSetting() {
        return Stream.of("excel-columns=strict-unknown-column-error", "language-required=no", "match=email-only", "couple=two-clients", "invalid-rrn=accepted-with-warning",
                "missing-rrn=INVALID", "shared-email=INVALID", "compared-fields=small", "import-seconds=0", "import-seconds=300", "warm-up=5-minutes", "apply-twice=allowed",
                "apply-partial=all-or-nothing-422", "no-questionnaire=whole-422", "concurrency=none", "mail=recorded-then-bounced", "label=list-only", "rate=none",
                "webhooks=standard-webhooks", "removal=allowed", "delta=none", "errors=text", "unknown-fields=false", "reformat=true", "clock-skew-s=-3600")
            .map(value -> Arguments.of(value.split("=")[0], value.split("=")[1]));
    }

    @ParameterizedTest @MethodSource("withoutSetting") void works_whichever_way_it_is(String name, String value) {
        vendors.set(AT, name, value);

        try (var adapter = new Adapter(vendors)) {
            worksWhole(adapter, name + value);
        }
    }

    @Test void the_key_may_be_shown_in_another_form() {
        vendors.set(AT, "auth", "api-key-header");

        try (var adapter = new Adapter(vendors, Map.of("accounton-auth", "api-key-header"))) {
            worksWhole(adapter, "header");
        }
    }

    @Test void a_language_may_be_missing_where_it_is_set_so() {
        vendors.set(AT, "language-required", "no");

        try (var adapter = new Adapter(vendors, Map.of("accounton-language-required", "false")); var strict = new Adapter(vendors)) {
            assertThat(adapter.accounton.dialect(References.NONE).required(Kind.PERSON, PartKind.ROOT)).doesNotContain(Fields.LANGUAGE).contains(Fields.EMAIL);
            assertThat(strict.accounton.dialect(References.NONE).required(Kind.PERSON, PartKind.ROOT))
                .containsExactlyInAnyOrder(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.LANGUAGE);
        }
    }

    @ParameterizedTest @CsvSource({"row-left", "whole-422"}) void without_a_questionnaire_for_its_language_nobody_is_added(String value) {
        vendors.set(AT, "no-questionnaire", value);
        var nobodys = person("Sprachlos " + value, "de").with(Fields.LANGUAGE, nl.koppelwerk.relation.Value.absent());

        try (var adapter = new Adapter(vendors)) {
            vendors.set(AT, "language-required", "no");

            var answer = settled(adapter, create(nobodys), value);

            assertThat(((Answer.Refused) answer).reasons()).singleElement().satisfies(reason -> assertThat(reason.text()).contains("NO_QUESTIONNAIRE"));
            assertThat(found(adapter, "Sprachlos " + value)).isEmpty();
        }
    }

    @ParameterizedTest @CsvSource({"national-number-then-email-and-name, true", "email-only, false"}) void who_is_there_is_told_by_its_keys(String match, boolean isThere) {
        vendors.set(AT, "match", match);
        var number = match.startsWith("e") ? "88022900220" : "93051822361";
        vendors.make(AT, "{'firstName': 'An', 'lastName': 'Sleutel', 'email': 'sleutel" + number + "@mail.example', 'language': 'nl', 'nationalNumber': '" + number + "'}");

        try (var adapter = new Adapter(vendors)) {
            var answer = settled(adapter, create(person("Sleutel" + match, "nl").with(Fields.RIJKSREGISTERNUMMER, number)), match);

            assertThat(answer instanceof Answer.Refused).isEqualTo(isThere);
        }
    }

    @Test void an_email_address_that_another_client_has_is_refused_where_accounton_wants_it_so() {
        vendors.set(AT, "shared-email", "INVALID");
        vendors.make(AT, "{'firstName': 'An', 'lastName': 'Gedeeld', 'email': 'gedeeld@mail.example', 'language': 'nl'}");

        try (var adapter = new Adapter(vendors)) {
            var answer = settled(adapter, create(person("Deelt", "nl").with(Fields.EMAIL, "gedeeld@mail.example")), "shared");

            assertThat(((Answer.Refused) answer).reasons()).extracting(Reason::subject).containsExactly("email");
        }
    }

    /** Makes a client, changes it, reads it and walks the listing. */
    private static void worksWhole(Adapter adapter, String name) {
        var made = (Answer.Done) settled(adapter, create(person(name, "fr").with(Fields.RIJKSREGISTERNUMMER, "85073003427").with(Fields.LABEL, "AJ2026")), name);
        var changed = Values.NONE.with(Fields.MOBILE, "+32470999777").with(Fields.PRIVATE_ADDRESS, "street=Rue de l'Église\nhouseNumber=3\npostalCode=4000\ncity=LIÈGE\ncountry=BE");

        assertThat(adapter.write(adapter.accounton, AccountonAdapterTest.update(read(adapter, made.id()), changed), Map.of())).isInstanceOf(Answer.Done.class);

        var after = read(adapter, made.id()).relation().values();
        assertThat(after.get(Fields.MOBILE)).isEqualTo(changed.get(Fields.MOBILE));
        assertThat(after.get(Fields.PRIVATE_ADDRESS)).isEqualTo(changed.get(Fields.PRIVATE_ADDRESS));
        assertThat(after.get(Fields.LAST_NAME).text()).isEqualTo(name);
        assertThat(adapter.all(AT, "clients", 5)).extracting(Sighting::root).contains(made.id()).doesNotHaveDuplicates();
        vendors.control("DELETE", "/accounton/records/" + made.id(), null);
    }

    private static Answer settled(Adapter adapter, Step.Write write, String key) {
        for (int turn = 0; turn < 12; turn++) {
            var answer = (Answer) adapter.write(adapter.accounton, write, Map.of("idempotencyKey", key));
            if (answer instanceof Answer.Done || answer instanceof Answer.Refused) return answer;
            seconds += 160;
            vendors.control("POST", "/clock", "{\"offsetSeconds\": " + seconds + "}");
        }
        throw new AssertionError("no end of it");
    }

    private static Optional<Sighting> found(Adapter adapter, String name) {
        return adapter.all(AT, "clients", 200).stream().filter(row -> row.relation().values().get(Fields.LAST_NAME).text().equals(name)).findFirst();
    }

    private static Sighting read(Adapter adapter, String id) { return ((Answer.Seen) adapter.read(AT, id, Kind.PERSON)).sighting(); }

    private static Values person(String name, String language) {
        return Values.NONE.with(Fields.FIRST_NAMES, "Gaëlle").with(Fields.LAST_NAME, name).with(Fields.EMAIL, name.replaceAll("[^a-zA-Z0-9]", "") + "@mail.example")
            .with(Fields.LANGUAGE, language).with(Fields.QUESTIONNAIRE, "q-2026-nl");
    }

    private static Step.Write create(Values values) {
        return new Step.Write(Side.TARGET, "", Kind.PERSON, PartKey.ROOT, "", "", "", Step.Action.CREATE, values, Values.NONE, Values.NONE, "", "", 0);
    }
}
