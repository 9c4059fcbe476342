package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A client is made by an import of one row, which takes its time; whatever is lost on the way, there is one client in the end. */
class AccountonBirthTest {

    private static final String AT = "accounton";
    /** Each call of a birth, in its order. */
    private static final List<String> STEPS = List.of("'POST', 'pathContains': '/imports'", "'GET', 'pathContains': '/imports/'", "'GET', 'pathContains': '/rows'",
        "'POST', 'pathContains': '/apply'", "'GET', 'pathContains': '/clients/'");
    private static final List<String> FAULTS = List.of("'status': 503", "'status': 504", "'status': 429", "'kind': 'reset'", "'kind': 'html'", "'kind': 'cut-body'", "'status': 409");

    private static StandIns vendors;
    private static Adapter adapter;
    private static int seconds;
    private static int number;

    @BeforeAll static void open() {
        vendors = new StandIns(60);
        adapter = new Adapter(vendors);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    @Test void an_import_that_is_not_sorted_yet_is_left_alone_and_nobody_waits_for_it() {
        var write = create(person("Eerst"), "ADMINPULSE:APR1");

        var answer = write(write, "first");

        assertThat(((Answer.Underway) answer).until()).isBetween(Instant.now(), Instant.now().plusSeconds(3));
        assertThat(adapter.requests(AT)).hasSize(1);
        assertThat(named("Eerst")).isEmpty();

        born(write, "first");
        assertThat(adapter.requests(AT)).filteredOn(call -> call.path("method").asText().equals("POST")).as("begun once, and applied").hasSize(2);
    }

    @Test @Requirement("IM-24") void a_new_client_carries_its_reference_its_questionnaire_and_no_invitation() {
        var write = create(person("Nieuw").with(Fields.MOBILE, "+32470123456").with(Fields.RIJKSREGISTERNUMMER, "85073003427").with(Fields.LABEL, "AJ2026")
            .with(Fields.RESPONSIBLE, "dossier@kantoor.example").with(Fields.PRIVATE_ADDRESS, "street=Dorpsstraat\nhouseNumber=7\nhuisnummertoevoeging=bis\nbox=B\npostalCode=8500\ncity=Kortrijk\ncountry=BE"),
            "ADMINPULSE:APR00042");

        var done = born(write, "new");

        var seen = read(done.id());
        assertThat(done.echoed()).isEqualTo(write.values());
        assertThat(done.version()).isEqualTo(seen.version());
        assertThat(seen.relation().reference()).isEqualTo("ADMINPULSE:APR00042");
        assertThat(seen.relation().values().get(Fields.INVITATION_STATUS).text()).isEqualTo("NOT_SENT");
        assertThat(mailsTo(done.id())).isZero();
        assertThat(vendors.record(AT, done.id()).at("/address/houseNumber").asText()).isEqualTo("7 bis");
    }

    @Test @Requirement("IM-25") void an_invitation_goes_out_once_where_it_is_asked_for() {
        var write = create(person("Uitgenodigd").with(Fields.INVITATION_STATUS, "SENT"), "");

        var done = born(write, "invited");
        var again = born(write, "invited");

        assertThat(again.id()).isEqualTo(done.id());
        assertThat(mailsTo(done.id())).isEqualTo(1);
        assertThat(done.echoed().get(Fields.INVITATION_STATUS).text()).isEqualTo("SENT");
    }

    @ParameterizedTest @CsvSource({"NOT_SENT", "sent", "YES"}) @Requirement("IM-23") void anything_else_than_sent_invites_nobody(String status) {
        var done = born(create(person("Stil").with(Fields.EMAIL, status + "@mail.example").with(Fields.INVITATION_STATUS, status), ""), "quiet " + status);

        assertThat(mailsTo(done.id())).isZero();
    }

    static Stream<Arguments> losses() {
        return STEPS.stream().flatMap(step -> FAULTS.stream().flatMap(fault -> Stream.of(Arguments.of(step, fault, true), Arguments.of(step, fault, false))));
    }

    @ParameterizedTest @MethodSource("losses") @Requirement("IM-20")
    void an_answer_that_is_lost_at_any_step_leads_to_one_client_and_one_invitation(String step, String fault, boolean afterWrite) {
        var name = "Verloren " + ++number;
        var write = create(person(name).with(Fields.INVITATION_STATUS, "SENT"), "ADMINPULSE:LOST" + number);
        vendors.fault("{'system': 'accounton', 'method': " + step + ", 'times': 1, 'afterWrite': " + afterWrite + ", " + fault + "}");

        var done = born(write, "lost " + number);

        assertThat(named(name)).containsExactly(done.id());
        assertThat(mailsTo(done.id())).isEqualTo(1);
    }

    @Test void every_answer_may_be_lost_once() {
        for (var step : STEPS) vendors.fault("{'system': 'accounton', 'method': " + step + ", 'times': 1, 'afterWrite': true, 'kind': 'reset'}");

        var done = born(create(person("Elke keer"), "FILE:9"), "each time");

        assertThat(named("Elke keer")).containsExactly(done.id());
    }

    /** What counts as not sent gets a new key, and with it another import: so nothing may have been made by then. */
    @ParameterizedTest @MethodSource("losses")
    void what_is_told_as_not_sent_has_made_nothing(String step, String fault, boolean afterWrite) {
        var name = "Zeker " + ++number;
        vendors.set(AT, "import-seconds", "0");
        vendors.fault("{'system': 'accounton', 'method': " + step + ", 'times': 1, 'afterWrite': " + afterWrite + ", " + fault + "}");

        var answer = write(create(person(name), ""), "sure " + number);

        boolean mayBeMade = answer instanceof Answer.Done || answer instanceof Answer.Unanswered || answer instanceof Answer.Unreadable || answer instanceof Answer.Underway;
        assertThat(mayBeMade || named(name).isEmpty()).as("%s", answer).isTrue();
    }

    @Test void a_client_whose_row_was_applied_is_known_without_applying_it_again() {
        var write = create(person("Toegepast"), "");
        vendors.fault("{'system': 'accounton', 'method': 'POST', 'pathContains': '/apply', 'times': 1, 'afterWrite': true, 'kind': 'reset'}");
        write(write, "applied");
        later(3);
        write(write, "applied");
        vendors.forgetRequests();

        var done = (Answer.Done) write(write, "applied");

        assertThat(named("Toegepast")).containsExactly(done.id());
        assertThat(vendors.received(AT, "POST", "/apply")).isZero();
    }

    @Test @Requirement("IM-16") void who_is_there_already_is_named_and_nothing_is_applied() {
        var there = vendors.make(AT, "{'firstName': 'An', 'lastName': 'Dubbel', 'email': 'dubbel@mail.example', 'language': 'nl', 'nationalNumber': '93051822361'}").path("id").asText();

        var answer = settled(create(person("Ander").with(Fields.RIJKSREGISTERNUMMER, "93051822361"), "ADMINPULSE:APR7"), "twice");

        assertThat(((Answer.Refused) answer).reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.text()).contains(there).contains("DUPLICATE").doesNotContain("93051822361");
            assertThat(reason.remedy()).isNotBlank();
        });
        assertThat(vendors.received(AT, "POST", "/apply")).isZero();
        assertThat(named("Ander")).isEmpty();
    }

    @Test void a_partner_of_a_couple_that_is_there_is_no_second_client() {
        vendors.make(AT, "{'firstName': 'An', 'lastName': 'Paar', 'email': 'paar@mail.example', 'language': 'nl', 'nationalNumber': '88022900220', 'partnerNationalNumber': '12121212376'}");

        var answer = settled(create(person("Tweede").with(Fields.RIJKSREGISTERNUMMER, "12121212376"), ""), "partner");

        assertThat(answer).isInstanceOf(Answer.Refused.class);
    }

    @Test @Requirement("IM-16") void each_problem_of_a_row_is_said_with_its_field_and_without_its_value() {
        vendors.set(AT, "label", "list-only");
        var wrong = person("Fout").with(Fields.LABEL, "vrij").with(Fields.EMAIL, "fout@mail.example").with(Fields.RESPONSIBLE, "geen adres");

        var answer = settled(create(wrong, ""), "invalid");

        assertThat(((Answer.Refused) answer).reasons()).extracting(Reason::subject).containsExactlyInAnyOrder("label", "responsible");
        assertThat(((Answer.Refused) answer).reasons()).allSatisfy(reason -> assertThat(reason.text()).contains("Accounton").doesNotContain("vrij", "geen adres"));
    }

    @Test void a_number_that_accounton_refuses_is_not_repeated() {
        var number = "85073003427";
        vendors.fault("{'system': 'accounton', 'method': 'POST', 'pathContains': '/imports', 'status': 422, 'times': 1}");

        var answer = write(create(person("Nummer").with(Fields.RIJKSREGISTERNUMMER, number), ""), "number");

        assertThat(((Answer.Refused) answer).reasons().toString()).doesNotContain(number);
        assertThat(adapter.requests(AT).toString()).doesNotContain(number);
    }

    @Test @Requirement("IM-20") void without_a_questionnaire_nothing_is_asked_for() {
        var write = create(person("Geen").with(Fields.QUESTIONNAIRE, Value.absent()), "");

        var answer = write(write, "none");

        assertThat(((Answer.Refused) answer).reasons()).extracting(Reason::code).containsExactly(ReasonCode.REQUIRED_MISSING);
        assertThat(adapter.requests(AT)).isEmpty();
    }

    @ParameterizedTest @CsvSource({"report-with-200", "all-or-nothing-422"}) void a_questionnaire_that_is_not_there_is_refused(String partial) {
        vendors.set(AT, "apply-partial", partial);

        var answer = settled(create(person("Vragen").with(Fields.EMAIL, partial + "@mail.example").with(Fields.QUESTIONNAIRE, "q-1999"), ""), "questionnaire " + partial);

        assertThat(((Answer.Refused) answer).reasons()).singleElement().satisfies(reason -> assertThat(reason.text()).contains("QUESTIONNAIRE_UNKNOWN"));
        assertThat(named("Vragen")).isEmpty();
    }

    @Test void an_import_that_fails_is_refused_and_has_made_nothing() {
        vendors.set(AT, "import-seconds", "fails-halfway");
        var write = create(person("Mislukt"), "");
        assertThat(write(write, "fails")).isInstanceOf(Answer.Underway.class);
        later(20);

        var answer = write(write, "fails");

        assertThat(((Answer.Refused) answer).reasons()).singleElement().satisfies(reason -> assertThat(reason.text()).contains("IMPORT_FAILED"));
        assertThat(named("Mislukt")).isEmpty();
    }

    @Test void an_office_that_cannot_import_yet_is_asked_again_later() {
        vendors.set(AT, "warm-up", "5-minutes");
        var write = create(person("Warm"), "");

        var early = (Answer.Underway) write(write, "warm");
        later(301);

        assertThat(early.until()).isAfter(Instant.now().plusSeconds(20));
        assertThat(born(write, "warm")).isNotNull();
        assertThat(named("Warm")).hasSize(1);
    }

    @Test void a_spent_budget_on_the_way_keeps_the_key() {
        vendors.set(AT, "import-seconds", "0");
        vendors.fault("{'system': 'accounton', 'method': 'POST', 'pathContains': '/apply', 'status': 429, 'retryAfter': 7, 'times': 1}");

        var answer = (Answer.Underway) write(create(person("Geduld"), ""), "budget");

        assertThat(answer.until()).isBetween(Instant.now().plusSeconds(5), Instant.now().plusSeconds(8));
    }

    @Test void a_key_that_may_not_import_says_so_before_anything_is_made() {
        vendors.fault("{'system': 'accounton', 'method': 'POST', 'pathContains': '/imports', 'status': 403, 'times': 1}");

        assertThat(write(create(person("Geen recht"), ""), "rights")).isInstanceOf(Answer.Denied.class);
        assertThat(named("Geen recht")).isEmpty();
    }

    @Test void another_process_goes_on_with_the_import_that_this_one_began() throws Exception {
        var write = create(person("Overgenomen"), "ADMINPULSE:APR12");
        assertThat(write(write, "taken-over")).isInstanceOf(Answer.Underway.class);
        later(3);

        try (var other = new Adapter(vendors)) {
            assertThat(settled(other, write, "taken-over")).isInstanceOf(Answer.Done.class);
        }
        assertThat(((Answer.Done) write(write, "taken-over")).id()).as("and this one comes to the same").isEqualTo(named("Overgenomen").get(0));
        assertThat(named("Overgenomen")).hasSize(1);
    }

    @Test void where_keys_are_forgotten_who_carries_our_reference_is_ours() throws Exception {
        vendors.set(AT, "idempotency", "ignored");
        vendors.set(AT, "import-seconds", "0");
        var write = create(person("Vergeten"), "ADMIN_CONSULT:77");
        vendors.fault("{'system': 'accounton', 'method': 'POST', 'pathContains': '/apply', 'times': 1, 'afterWrite': true, 'kind': 'reset'}");
        assertThat(write(write, "forgotten")).isInstanceOf(Answer.Unanswered.class);

        try (var other = new Adapter(vendors)) {
            var done = (Answer.Done) write(other, write, "forgotten");

            assertThat(named("Vergeten")).containsExactly(done.id());
        }
    }

    /** As the hub does: while it is not known what became of it, it is sent again with the same bytes and the same key. */
    private static Answer settled(Adapter by, Step.Write write, String key) {
        for (int turn = 0; turn < 12; turn++) {
            var answer = (Answer) write(by, write, key);
            if (answer instanceof Answer.Done || answer instanceof Answer.Refused) return answer;
            later(3);
        }
        throw new AssertionError("no end of it");
    }

    private static Answer settled(Step.Write write, String key) { return settled(adapter, write, key); }

    private static Answer.Done born(Step.Write write, String key) { return (Answer.Done) settled(write, key); }

    private static void later(int more) {
        seconds += more;
        vendors.control("POST", "/clock", "{\"offsetSeconds\": " + seconds + "}");
    }

    private static Object write(Step.Write write, String key) { return write(adapter, write, key); }

    private static Object write(Adapter by, Step.Write write, String key) { return by.write(by.accounton, write, Map.of("idempotencyKey", key)); }

    private static Sighting read(String root) { return ((Answer.Seen) adapter.read(AT, root, Kind.PERSON)).sighting(); }

    private static List<String> named(String lastName) {
        return adapter.all(AT, "clients", 200).stream().filter(row -> row.relation().values().get(Fields.LAST_NAME).text().equals(lastName)).map(Sighting::root).toList();
    }

    private static int mailsTo(String client) {
        int count = 0;
        for (var mail : vendors.control("GET", "/accounton/mails", null).path("items")) if (mail.path("clientId").asText().equals(client)) count++;
        return count;
    }

    private static Values person(String name) {
        return Values.NONE.with(Fields.FIRST_NAMES, "Çiğdem").with(Fields.LAST_NAME, name).with(Fields.EMAIL, name.replace(' ', '.') + "@mail.example")
            .with(Fields.LANGUAGE, "nl").with(Fields.QUESTIONNAIRE, "q-2026-nl");
    }

    private static Step.Write create(Values values, String reference) {
        return new Step.Write(Side.TARGET, "", Kind.PERSON, PartKey.ROOT, "", "", "", Step.Action.CREATE, values, Values.NONE, Values.NONE, "", reference, 0);
    }
}
