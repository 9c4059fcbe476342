package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key of Admin-IS | Consult stands in the address of one call, and nowhere else; national numbers stand in no address. */
class AdminConsultSecretsTest {

    private static final String AC = "admin-consult";
    private static final String KEY = "admin-consult-key-nobody-may-see";

    private static StandIns vendors;
    private static Adapter adapter;

    @BeforeAll static void open() {
        vendors = new StandIns(20);
        adapter = new Adapter(vendors);
    }

    @AfterAll static void close() throws Exception {
        adapter.close();
        vendors.close();
    }

    @BeforeEach void calm() {
        vendors.calm();
        adapter.accounts.forgetTokens();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'status': 500", "'status': 400", "'status': 404", "'status': 403", "'kind': 'reset'", "'kind': 'html'", "'kind': 'redirect'", "'kind': 'cut-body'",
        "'kind': 'slow', 'delayMs': 1700"})
    void the_key_is_in_no_log_no_answer_and_no_metric(String fault) {
        if (!fault.isEmpty()) vendors.fault("{'system': 'admin-consult', 'pathContains': '/token/', 'times': 3, " + fault + "}");
        var said = new ArrayList<String>();

        var logged = logged(() -> {
            said.add(adapter.ask(account(vendors.base()), "read", new Step.Read(Side.SOURCE, "9001", Kind.PERSON, false), Map.of()).toString());
            said.add(adapter.ask(account(vendors.base()), "check", null, Map.of()).toString());
            said.add(adapter.ask(account("http://127.0.0.1:1"), "token", null, Map.of()).toString());
        });

        assertThat(vendors.received(AC, "GET", "/token/" + KEY)).isPositive();
        assertThat(said).hasSize(3).noneMatch(text -> text.contains(KEY));
        assertThat(logged).noneMatch(line -> line.contains(KEY));
        assertThat(adapter.metrics.getMetersAsString()).contains("admin-consult").doesNotContain(KEY);
    }

    @Test void national_numbers_stand_in_no_address() {
        vendors.control("PATCH", "/admin-consult/records/9001", "{\"NationalNr\": \"85073003427\"}");
        vendors.forgetRequests();

        var logged = logged(() -> {
            assertThat(adapter.read(AC, "9001", Kind.PERSON)).isInstanceOf(Answer.Seen.class);
            adapter.all(AC, "customers", 5);
        });

        assertThat(adapter.requests(AC).toString()).contains("customerlinkcustomer").doesNotContain("85073003427", "85.07.30");
        assertThat(logged).noneMatch(line -> line.contains("85073003427") || line.contains("85.07.30"));
    }

    private static List<String> logged(Runnable work) {
        var lines = new ArrayList<String>();
        var listener = new Handler() {
            @Override public synchronized void publish(LogRecord line) {
                // What is below is the wire itself, which is switched on to see it.
                if (line.getLevel().intValue() >= Level.INFO.intValue()) lines.add(line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()) + " " + line.getThrown());
            }

            @Override public void flush() { }

            @Override public void close() { }
        };
        var root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            work.run();
        } finally {
            root.removeHandler(listener);
        }
        return lines;
    }

    private static Accounts.Account account(String base) {
        return new Accounts.Account(AC, "demo", AC, "demo", base + "/admin-consult", "", Map.of("apiKey", KEY), new Accounts.Limits(0, 0, 4), null, "");
    }
}
