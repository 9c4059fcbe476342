package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Wording;
import org.junit.jupiter.api.Test;

/** Which sheet a preview is of, and what is said where there is none. */
class NewestSheetTest {

    private final MemoryLedger ledger = new MemoryLedger(() -> Instant.parse("2026-03-02T09:00:00Z"), new Random(1));
    private final String link = link();

    @Test void where_no_sheet_was_brought_the_remedy_is_to_upload_one() {
        ledger.runs().start(link, Runs.Kind.READ, "anna");

        refused(422, "NO_SHEET", "upload one first");
    }

    @Test void a_sheet_that_is_still_being_read_is_waited_for() throws IOException {
        read(3);
        begun();

        refused(409, "SHEET_BEING_READ", "still being read");
    }

    @Test void it_is_the_newest_that_was_read_to_its_end() throws IOException {
        read(3);
        var newest = read(2);
        failed(0);
        ledger.runs().start(link, Runs.Kind.READ, "anna");

        assertThat(NewestSheet.of(ledger.runs(), link).id()).isEqualTo(newest.id());
    }

    @Test void a_newer_one_that_broke_off_half_way_is_brought_again() throws IOException {
        read(3);
        failed(1);

        refused(422, "SHEET_NOT_WHOLE", "upload it again");
    }

    private void refused(int status, String code, String words) {
        assertThatThrownBy(() -> NewestSheet.of(ledger.runs(), link)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem(Wording.EN).status()).isEqualTo(status);
            assertThat(refusal.problem(Wording.EN).toString()).contains(code).contains(words);
        });
    }

    private Runs.Run begun() throws IOException { return ledger.imports().begin(link, "klanten.xlsx", new ByteArrayInputStream(new byte[] {1}), "anna"); }

    private Runs.Run read(int rows) throws IOException {
        begun();
        var run = ledger.imports().claim(1).get(0);
        ledger.runs().walked(run, rows, Map.of(nl.koppelwerk.reconcile.Settlement.Outcome.EQUAL, rows), null);
        ledger.runs().walkedAll(run, "");
        return run;
    }

    private void failed(int rows) throws IOException {
        begun();
        var run = ledger.imports().claim(1).get(0);
        ledger.runs().walked(run, rows, Map.of(nl.koppelwerk.reconcile.Settlement.Outcome.EQUAL, rows), null);
        ledger.runs().change(run.id(), Runs.State.FAILED, "The workbook is damaged.");
    }

    private String link() {
        var made = ledger.links().create(new Links.NewLink("demo", "excel-accounton", "Personenbelasting", JsonNodeFactory.instance.objectNode(),
            Map.of(Side.SOURCE, account("excel"), Side.TARGET, account("accounton")))).id();
        ledger.links().change(made, Links.State.ACTIVE, "");
        return made;
    }

    private static Links.NewAccount account(String system) { return new Links.NewAccount(system, "demo", "", "", Map.of(), new Accounts.Limits(0, 0, 0)); }
}
