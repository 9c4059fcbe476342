package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.sheet.BadRow;
import nl.koppelwerk.sheet.ClientSheet;
import nl.koppelwerk.sheet.CompendaSheet;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedPagesTest {

    private static final String HEADER = "relatienummer;rollen;naam\n";

    @TempDir Path folder;

    @Test void a_page_has_so_many_rows_and_the_last_one_no_place_to_go_on() throws IOException {
        var first = page(HEADER + "CMP-1;debiteur;A\nCMP-2;debiteur;B\nCMP-3;debiteur;C\n", "");

        assertThat(records(first)).containsExactly("CMP-1#debtor", "CMP-1#creditor", "CMP-2#debtor", "CMP-2#creditor");
        var last = page(HEADER + "CMP-1;debiteur;A\nCMP-2;debiteur;B\nCMP-3;debiteur;C\n", first.rows().position());
        assertThat(records(last)).containsExactly("CMP-3#debtor", "CMP-3#creditor");
        assertThat(last.rows().position()).isEmpty();
    }

    @Test void a_sheet_without_rows_is_one_page_without_any() throws IOException {
        assertThat(page(HEADER, "").rows().rows()).isEmpty();
        assertThat(page(HEADER, "").rows().position()).isEmpty();
    }

    /** The bad row is named by the line in which its quote opens, and the rows before that line are still to come. */
    @Test @Requirement("SN-50") void no_row_is_lost_where_a_page_ends_with_a_quote_that_is_never_closed() throws IOException {
        var sheet = HEADER + "CMP-1;debiteur;A\nCMP-2;debiteur;\"B\nCMP-3;debiteur;C\n\";\"x\nCMP-4;debiteur;D\n";
        var records = new ArrayList<String>();
        var bad = new ArrayList<Long>();

        for (String place = ""; place != null; ) {
            // As after a crash: each page by a reader of its own.
            var page = page(sheet, place);
            records.addAll(records(page));
            page.bad().stream().map(BadRow::line).forEach(bad::add);
            place = page.rows().position().isEmpty() ? null : page.rows().position();
        }

        assertThat(records).filteredOn(root -> root.endsWith("#debtor")).containsExactly("CMP-1#debtor", "CMP-3#debtor", "CMP-4#debtor");
        assertThat(bad).contains(5L);
    }

    @Test @Requirement("IM-02") void a_client_stands_there_once_with_the_moment_of_its_import() throws IOException {
        var moment = Instant.parse("2026-03-02T09:00:00Z");
        var file = Files.writeString(folder.resolve("klanten.csv"), "klantnummer;voornaam;naam;e-mail;taal\n7;An;Peeters;an@mail.example;nl\n;;;;\n;;;;nl\n8;Els;Maes;e@mail.example;nl\n");

        try (var open = ClientSheet.open(file, Map.of(), text -> "")) {
            var page = ImportedPages.ofClients(open, moment, "", 9).next(moment.plusSeconds(60));

            assertThat(page.rows().rows()).extracting(Sighting::root).containsExactly("C-7", "C-8");
            assertThat(page.rows().rows()).allSatisfy(row -> {
                assertThat(row.modifiedAt()).isEqualTo(moment);
                assertThat(row.askedAt()).isEqualTo(moment.plusSeconds(60));
                assertThat(row.relation().values().get(Fields.RELATION_TYPES).isAbsent()).isTrue();
            });
            assertThat(page.bad()).extracting(BadRow::line).containsExactly(4L);
        }
    }

    private ImportedPages.Imported page(String sheet, String place) throws IOException {
        try (var open = CompendaSheet.open(Files.writeString(folder.resolve("relaties.csv"), sheet))) {
            return new ImportedPages(open, List.of("debtor", "creditor"), place, 2).next(Instant.EPOCH);
        }
    }

    private static List<String> records(ImportedPages.Imported page) { return page.rows().rows().stream().map(Sighting::root).toList(); }
}
