package nl.koppelwerk.contract;

import static nl.koppelwerk.contract.SnelStartRecords.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two keys and a token with each call, and what is said where one of them does not do. */
class SnelStartAccessTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(2);
        adapter = new Adapter(vendors);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() { vendors.calm(); }

    @Test @Requirement("SN-03") void a_token_that_ended_early_is_renewed_once_and_the_call_made_again() {
        var id = made(adapter, debtor("Sleutel B.V."));
        vendors.forgetRequests();
        vendors.fault("{'system': 'snelstart', 'method': 'PUT', 'status': 401, 'times': 1}");

        done(adapter, update(id, Values.NONE.with(Fields.PHONE, "+31222555011"), Values.NONE));

        assertThat(vendors.received(SYSTEM, "PUT", id)).isEqualTo(2);
        assertThat(vendors.received(SYSTEM, "POST", "/b2b/token")).isEqualTo(1);
    }

    @Test void the_secondary_subscription_key_stands_in_for_a_primary_that_is_refused() {
        try (var second = new Adapter(vendors)) {
            second.accounts.add(with(second, Map.of("subscriptionKey", "taken-back", "subscriptionKeySecondary", "snelstart-demo-secondary")));

            assertThat(read(second, UNKNOWN)).isInstanceOf(Answer.Gone.class);
            vendors.forgetRequests();
            assertThat(read(second, UNKNOWN)).isInstanceOf(Answer.Gone.class);

            assertThat(vendors.received(SYSTEM, "GET", "relaties/" + UNKNOWN)).isEqualTo(1);
        }
    }

    @Test @Requirement({"SN-03", "SN-43"}) void refused_keys_are_a_denial_that_says_which() {
        try (var denied = new Adapter(vendors)) {
            denied.accounts.add(with(denied, Map.of("subscriptionKey", "wrong")));
            assertThat(read(denied, UNKNOWN)).isInstanceOfSatisfying(Answer.Denied.class, answer -> assertThat(answer.reason().text()).contains("subscription key"));
            denied.accounts.add(with(denied, Map.of("subscriptionKey", "wrong", "subscriptionKeySecondary", "wrong too")));
            assertThat(read(denied, UNKNOWN)).isInstanceOf(Answer.Denied.class);
            denied.accounts.add(with(denied, Map.of("clientKey", "wrong")));
            assertThat(read(denied, UNKNOWN)).isInstanceOf(Answer.Denied.class);
            denied.accounts.forgetTokens();
            assertThat(read(denied, UNKNOWN)).isInstanceOfSatisfying(Answer.Denied.class, answer -> assertThat(Wording.EN.told(answer.reason().details().get("answer"))).contains("koppelsleutel"));
        }
    }

    @Test @Requirement("SN-43") void the_check_says_what_is_well_or_which_right_is_lacking() {
        assertThat(checks(adapter)).containsEntry("reachable", "").containsEntry("credentials", "").containsEntry("rights", "").containsEntry("record", "").containsEntry("administration", "");
        try (var narrow = new Adapter(vendors)) {
            narrow.accounts.add(with(narrow, Map.of("clientKey", StandIns.encoded("demo:snelstart-narrow"))));

            assertThat(checks(narrow)).containsEntry("credentials", "").hasEntrySatisfying("rights", why -> assertThat(why).contains("settings:read"));
            assertThat(narrow.write(narrow.snelStart, create(debtor("Mag niet B.V.")))).isInstanceOfSatisfying(Answer.Denied.class,
                answer -> assertThat(answer.reason().text()).contains("relaties:write"));
        }
    }

    @Test void the_check_says_that_a_key_is_of_another_administration() {
        try (var other = new Adapter(vendors)) {
            var own = other.accounts.find(SYSTEM);
            other.accounts.add(new Accounts.Account(SYSTEM, "demo", SYSTEM, UNKNOWN, own.baseUrl(), own.authUrl(), own.credentials(), own.limits(), null, ""));

            assertThat(checks(other)).hasEntrySatisfying("administration", why -> assertThat(why).contains("another administration"));
        }
    }

    private static Map<String, String> checks(Adapter of) {
        var checks = new HashMap<String, String>();
        ((List<?>) of.ask(SYSTEM, "check", null)).stream().map(Connector.Check.class::cast).forEach(check -> checks.put(check.what(), check.well() ? "" : Wording.EN.told(check.why())));
        return checks;
    }

    static Accounts.Account with(Adapter of, Map<String, String> others) {
        var own = of.accounts.find(SYSTEM);
        var credentials = new HashMap<>(own.credentials());
        credentials.putAll(others);
        return new Accounts.Account(own.id(), own.office(), own.system(), own.number(), own.baseUrl(), own.authUrl(), credentials, own.limits(), null, "");
    }
}
