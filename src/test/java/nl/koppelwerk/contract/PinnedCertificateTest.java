package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.CheckUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server behind a certificate that the office made itself (tls: self-signed): the account that pins it reaches it, and no other account does. */
class PinnedCertificateTest {

    private static final String AC = "admin-consult";

    @TempDir static Path folder;
    private static StandIns vendors;
    private static Adapter adapter;
    private static TlsFront server;
    private static TlsFront other;

    @BeforeAll static void open() throws Exception {
        vendors = new StandIns(20);
        adapter = new Adapter(vendors);
        server = new TlsFront(folder, "kantoor", vendors.base());
        other = new TlsFront(folder, "vreemd", vendors.base());
    }

    @AfterAll static void close() throws Exception {
        server.close();
        other.close();
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() {
        vendors.calm();
        adapter.accounts.forgetTokens();
        server.heard.clear();
        other.heard.clear();
    }

    @Test void a_certificate_that_nobody_vouches_for_is_shown_with_the_remedy_and_hears_nothing() {
        var answer = read(server, "");

        assertThat(answer).isInstanceOfSatisfying(Answer.Denied.class, denied -> {
            assertThat(denied.reason().code()).isEqualTo(ReasonCode.CERTIFICATE_UNTRUSTED);
            assertThat(denied.reason().text()).contains(server.fingerprint);
            assertThat(denied.reason().remedy()).contains("certificateSha256");
        });
        assertThat(server.heard).isEmpty();
    }

    @Test void the_test_of_the_link_shows_the_fingerprint_and_says_what_to_do() {
        assertThat(adapter.ask(account(server, ""), "check", null, Map.of()).toString()).contains("Check[what=reachable, well=false", server.fingerprint, "certificateSha256");
        var why = CheckUp.why((Answer) read(server, ""));
        assertThat(Wording.NL.told(why)).contains(server.fingerprint, "Kijk op de server van", "certificateSha256").doesNotContain("@", "Look on");
        assertThat(adapter.ask(account(server, server.fingerprint), "check", null, Map.of()).toString()).contains("Check[what=record, well=true");
    }

    @Test void the_account_that_pins_it_is_answered_whatever_host_stands_in_it() {
        assertThat(read(server, server.fingerprint)).isInstanceOf(Answer.Seen.class);
        assertThat(read(server, server.fingerprint.replace(":", "").toLowerCase(java.util.Locale.ROOT))).isInstanceOf(Answer.Seen.class);
        assertThat(server.heard).isNotEmpty().allSatisfy(headers -> assertThat(headers.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("pinned"));
    }

    @Test void a_connection_under_a_pin_serves_no_account_without_it_nor_one_with_another() {
        assertThat(read(server, server.fingerprint)).isInstanceOf(Answer.Seen.class);
        server.heard.clear();

        assertThat(read(server, "")).isInstanceOf(Answer.Denied.class);
        assertThat(read(server, other.fingerprint)).isInstanceOf(Answer.Denied.class);

        assertThat(server.heard).isEmpty();
    }

    @Test void another_certificate_at_the_address_is_shown_and_hears_nothing() {
        assertThat(read(other, server.fingerprint)).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.reason().text()).contains(other.fingerprint));
        assertThat(other.heard).isEmpty();
    }

    @Test void a_pinned_certificate_whose_end_has_passed_is_the_very_one_still() throws Exception {
        try (var old = new TlsFront(folder, "oud", vendors.base(), "-startdate", "-3d", "-validity", "1")) {
            assertThat(read(old, old.fingerprint)).isInstanceOf(Answer.Seen.class);
        }
    }

    @Test void a_pin_that_cannot_be_kept_is_no_call() {
        var clear = with(StandIns.account(AC, vendors.base()), server.fingerprint);

        assertThat(read(server, "12:34")).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.reason().details().get("answer")).contains("no fingerprint"));
        assertThat(adapter.ask(clear, "read", asked(), Map.of())).isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.reason().details().get("answer")).contains("not https"));
        assertThat(server.heard).isEmpty();
        assertThat(vendors.received(AC, "GET", "/")).isZero();
    }

    private static Object read(TlsFront front, String pinned) { return adapter.ask(account(front, pinned), "read", asked(), Map.of()); }

    private static Step.Read asked() { return new Step.Read(Side.SOURCE, "9001", Kind.PERSON, false); }

    private static Accounts.Account account(TlsFront front, String pinned) { return with(StandIns.account(AC, front.base()), pinned); }

    private static Accounts.Account with(Accounts.Account known, String pinned) {
        var credentials = new HashMap<>(known.credentials());
        if (!pinned.isEmpty()) credentials.put("certificateSha256", pinned);
        return new Accounts.Account(known.id(), known.office(), known.system(), known.number(), known.baseUrl(), "", credentials, known.limits(), null, "");
    }
}
