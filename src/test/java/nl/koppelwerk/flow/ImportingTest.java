package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.support.Requirement;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement({"SN-50", "SN-51"})
class ImportingTest {

    private static final String HEADER = "relatienummer;rollen;naam\n";

    @TempDir Path place;
    private final SharedLedger ledger = new SharedLedger();
    private final Notices notices = ledger.port(Notices.class);
    private final Runs runs = ledger.port(Runs.class);
    private final Imports imports = ledger.port(Imports.class);
    private final Checkpoints checkpoints = ledger.port(Checkpoints.class);
    private final Links links = ledger.port(Links.class);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Importing importing = importing();
    private final String link = aLink();

    @Test void rows_are_read_page_by_page_and_become_hints_of_the_run() throws IOException {
        var run = read(rows(1, 450));

        assertThat(ledger.calls("Dossiers.observe")).isEqualTo(3);
        assertThat(run.read()).isEqualTo(450);
        assertThat(run.waiting()).isEqualTo(450);
        assertThat(run.walked()).isTrue();
        assertThat(notices.claim(5)).extracting(Claim::root).startsWith("CMP-1#debtor", "CMP-2#debtor");
    }

    @Test void a_file_that_broke_off_goes_on_where_it_was() throws IOException {
        var pages = new AtomicInteger();
        ledger.fails("Runs.renew", () -> pages.incrementAndGet() == 2 ? new IllegalStateException("the process dies") : null);
        assertThatThrownBy(() -> read(rows(1, 450))).hasMessage("the process dies");
        assertThat(place()).endsWith(" 200");
        ledger.worksAgain();
        ledger.advance(Duration.ofMinutes(5));

        var run = goneOn();

        assertThat(run.read()).isEqualTo(450);
        assertThat(run.walked()).isTrue();
        assertThat(ledger.calls("Dossiers.observe")).as("the first page is not read again").isEqualTo(3);
    }

    @Test void a_page_that_was_read_and_not_remembered_counts_once() throws IOException {
        var turns = new AtomicInteger();
        ledger.fails("Runs.walked", () -> turns.incrementAndGet() == 1 ? new IllegalStateException("the process dies") : null);
        assertThatThrownBy(() -> read(HEADER + "CMP-1;debiteur;Çelik\nCMP-2;vriend;Zonder rol\n")).hasMessage("the process dies");
        ledger.advance(Duration.ofMinutes(5));

        var run = goneOn();

        assertThat(run.read()).isEqualTo(2);
        assertThat(run.balance()).containsEntry(Outcome.REFUSED, 1);
        assertThat(run.waiting()).isEqualTo(1);
    }

    @Test void a_bad_row_says_what_is_wrong_where_and_stops_no_other() throws IOException {
        var run = read(HEADER + "CMP-1;debiteur;Çelik\n;vriend;\nCMP-3;crediteur\nCMP-4;crediteur;Sørensen\n");

        assertThat(run.balance()).containsEntry(Outcome.REFUSED, 2);
        assertThat(run.waiting()).isEqualTo(2);
        var problems = imports.problems(run.id(), -1, 9);
        assertThat(problems).extracting(Imports.Problem::line).containsExactly(3L, 4L);
        assertThat(problems.get(0).details()).extracting(Imports.Detail::column).containsExactlyInAnyOrder("relatienummer", "rollen", "naam");
        assertThat(problems.get(0).details()).allSatisfy(detail -> {
            assertThat(detail.reason()).isNotEmpty();
            assertThat(detail.remedy()).isNotEmpty();
        });
    }

    @Test void what_is_no_sheet_fails_with_words() throws IOException {
        for (var content : List.of("\u0089PNG\r\n\u001a\n\u0000\u0000", "", "hallo;wereld\n1;2\n")) {
            var run = read(content);

            assertThat(run.state()).as(content).isEqualTo(Runs.State.FAILED);
            assertThat(run.why()).as(content).isNotBlank();
            assertThat(imports.problems(run.id(), -1, 9)).as(content).isNotEmpty();
        }
    }

    @Test void each_hat_that_a_relation_of_the_file_wears_is_a_relation() throws IOException {
        read(HEADER + "CMP-1;debiteur, crediteur;Çelik\nCMP-2;prospect;Sørensen\n");

        assertThat(notices.claim(9)).extracting(Claim::root).containsExactlyInAnyOrder("CMP-1#debtor", "CMP-1#creditor", "CMP-2#debtor");
    }

    @Test void the_relations_of_a_link_that_is_read_by_file_set_no_watermark_of_its_listings() throws IOException {
        read(rows(1, 3));

        assertThat(checkpoints.find(link, Side.SOURCE, "relations")).isEmpty();
    }

    @Test void a_file_that_lies_in_the_folder_of_a_link_is_read_for_it() throws IOException {
        var file = lying(link + "/relaties.csv", rows(1, 2));
        importing.pickUp(file);
        assertThat(file.getVariable("end")).isEqualTo("taken");

        var run = goneOn();
        assertThat(run.kind()).isEqualTo(Runs.Kind.IMPORT);
        assertThat(run.by()).isEqualTo("folder");
        assertThat(run.waiting()).isEqualTo(2);
    }

    @Test void a_file_that_lies_in_the_folder_of_no_link_or_of_one_that_takes_none_is_refused() throws IOException {
        var other = links.create(new Links.NewLink("demo", "advocaatcentraal-tribe", "Kantoor Voorbeeld", JsonNodeFactory.instance.objectNode(),
            Map.of(Side.SOURCE, account("advocaatcentraal"), Side.TARGET, account("tribe")))).id();
        links.change(other, Links.State.ACTIVE, "");

        for (var folder : List.of("nobody", other)) {
            var file = lying(folder + "/relaties.csv", rows(1, 2));
            importing.pickUp(file);
            assertThat(file.getVariable("end")).isEqualTo("refused");
        }

        assertThat(importing.due()).isEmpty();
    }

    private DefaultExchange lying(String name, String sheet) throws IOException {
        var exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
        exchange.getMessage().setHeader(Exchange.FILE_PATH, Files.createTempFile(place, "relaties", ".csv").toString());
        exchange.getMessage().setBody(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)));
        return exchange;
    }

    private Runs.Run read(String sheet) throws IOException {
        imports.begin(link, "relaties.csv", new ByteArrayInputStream(sheet.getBytes(StandardCharsets.ISO_8859_1)), "operator");
        return goneOn();
    }

    private Runs.Run goneOn() throws IOException {
        var run = importing.due().get(0);
        var exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(run);
        importing.read(exchange);
        return runs.find(run.id()).orElseThrow();
    }

    private String place() { return checkpoints.find(link, Side.SOURCE, "file@run").orElseThrow().position(); }

    private static String rows(int from, int to) {
        return HEADER + IntStream.rangeClosed(from, to).mapToObj(i -> "CMP-" + i + ";debiteur;Naam " + i + "\n").collect(Collectors.joining());
    }

    private Importing importing() {
        var systems = List.<nl.koppelwerk.systems.Connector>of(new FakeSystem("compenda", Side.SOURCE), new FakeSystem("snelstart", Side.TARGET));
        var accounts = new AccountBook(ledger.port(Accounts.class), camel, null, systems, Duration.ZERO, Duration.ofHours(1), Duration.ofMinutes(5));
        var pages = new Pages(ledger.port(Dossiers.class), checkpoints, runs, ledger.port(Newcomers.class), Duration.ofMinutes(2));
        return new Importing(imports, runs, pages, new LinkBook(links, accounts, new LinkTypes(), Duration.ZERO), notices, new Acceptance(notices, new Meters(new SimpleMeterRegistry(), new Workers(1))), new nl.koppelwerk.ledger.Spool(Path.of("target/spool")));
    }

    private String aLink() {
        var made = links.create(new Links.NewLink("demo", "compenda-snelstart", "Administratie Voorbeeld", JsonNodeFactory.instance.objectNode(),
            Map.of(Side.SOURCE, account("compenda"), Side.TARGET, account("snelstart")))).id();
        links.change(made, Links.State.ACTIVE, "");
        return made;
    }

    private static Links.NewAccount account(String system) {
        return new Links.NewAccount(system, "demo", "http://127.0.0.1:1/" + system, "", Map.of("apiKey", "k"), new Accounts.Limits(0, 0, 0));
    }
}
