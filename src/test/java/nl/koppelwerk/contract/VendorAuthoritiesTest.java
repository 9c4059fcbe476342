package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a pinned certificate the authorities that Java knows are trusted, and they only for the host that stands in theirs. */
class VendorAuthoritiesTest {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = TRUST_STORE + "Password";

    @TempDir static Path folder;
    private static StandIns vendors;
    private static Adapter adapter;
    private static TlsFront server;
    private static TlsFront ofAnotherHost;

    @BeforeAll static void open() throws Exception {
        vendors = new StandIns(20);
        server = new TlsFront(folder, "server", vendors.base(), "-ext", "san=ip:127.0.0.1");
        ofAnotherHost = new TlsFront(folder, "elsewhere", vendors.base(), "-ext", "san=dns:elsewhere.example");
        System.setProperty(TRUST_STORE, authorities().toString());
        System.setProperty(PASSWORD, "changeit");
        try {
            adapter = new Adapter(vendors);
        } finally {
            System.clearProperty(TRUST_STORE);
            System.clearProperty(PASSWORD);
        }
    }

    private static Path authorities() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", server.certificate);
        store.setCertificateEntry("elsewhere", ofAnotherHost.certificate);
        var file = folder.resolve("authorities.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        return file;
    }

    @AfterAll static void close() throws Exception {
        server.close();
        ofAnotherHost.close();
        adapter.close();
        vendors.close();
    }

    @Test void a_server_that_an_authority_vouches_for_is_called() {
        assertThat(read(server)).isInstanceOf(Answer.Seen.class);
    }

    @Test void a_certificate_of_another_host_is_not_trusted_and_hears_nothing() {
        adapter.accounts.forgetTokens();

        assertThat(read(ofAnotherHost)).isInstanceOfSatisfying(Answer.Denied.class, denied -> {
            assertThat(denied.reason().code()).isEqualTo(ReasonCode.CERTIFICATE_UNTRUSTED);
            assertThat(denied.reason().text()).contains(ofAnotherHost.fingerprint);
        });
        assertThat(ofAnotherHost.heard).isEmpty();
    }

    private static Object read(TlsFront front) {
        return adapter.ask(StandIns.account("admin-consult", front.base()), "read", new Step.Read(Side.SOURCE, "9001", Kind.PERSON, false), Map.of());
    }
}
