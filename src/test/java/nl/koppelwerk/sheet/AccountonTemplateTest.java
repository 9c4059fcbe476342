package nl.koppelwerk.sheet;

import static nl.koppelwerk.relation.Fields.*;
import static nl.koppelwerk.sheet.SheetFiles.texts;
import static nl.koppelwerk.sheet.SheetFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** Clients as Accounton's template has them: its places count (accounton.md, evidence). */
@Requirement("IM-02")
class AccountonTemplateTest {

    private static final int B = 1;
    private static final int F = 5;
    private static final int O = 14;
    private static final Values AN = Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "Peeters").with(EMAIL, "an.peeters@mail.example").with(LANGUAGE, "nl")
        .with(MOBILE, "+32470123456").with(RESPONSIBLE, "dossier@kantoor.example").with(RIJKSREGISTERNUMMER, "85073003427").with(PARTNER_RIJKSREGISTERNUMMER, "85073003328")
        .with(PRIVATE_ADDRESS, Address.TYPE.of(new Address("", "Dorpsstraat", "7", "bis", "B", "8500", "Kortrijk", "BE")));

    @Test void a_couple_is_one_row_whose_first_column_is_a_person_and_whose_column_o_is_the_number_of_the_partner() {
        var cells = texts(written(SheetFormat.XLSX, Layouts.ACCOUNTON, AN)).get(0);

        assertThat(cells).containsExactly("person", "An", "Peeters", "an.peeters@mail.example", "nl", "+32470123456", "dossier@kantoor.example", "Dorpsstraat", "7 bis", "B", "8500", "Kortrijk",
            "BE", "85073003427", "85073003328");
        assertThat(cells.subList(B, F + 1)).contains("An", "Peeters", "an.peeters@mail.example");
        assertThat(cells.get(O)).isEqualTo("85073003328");
    }

    @Test void who_has_little_keeps_every_other_column_in_its_place() {
        var alone = Values.NONE.with(LAST_NAME, "Çelik").with(PARTNER_RIJKSREGISTERNUMMER, "85073003328");

        var cells = texts(written(SheetFormat.XLSX, Layouts.ACCOUNTON, alone)).get(0);

        assertThat(cells).hasSize(O + 1);
        assertThat(cells.get(0) + cells.get(2) + cells.get(O)).isEqualTo("personÇelik85073003328");
        assertThat(cells).filteredOn(String::isEmpty).hasSize(O - 2);
    }

    @Test void numbers_and_what_looks_like_a_formula_are_text() throws IOException {
        var sheet = written(SheetFormat.XLSX, Layouts.ACCOUNTON, AN.with(FIRST_NAMES, "=1+1").with(RIJKSREGISTERNUMMER, "05063000250"));

        try (var zip = new ZipFile(sheet.toFile())) {
            var cells = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(cells).contains("<is><t>=1+1</t></is>", "<is><t>05063000250</t></is>", "<is><t>+32470123456</t></is>").doesNotContain("<f>", "<v>5063000250");
        }
    }

    @Test void a_sheet_of_clients_reads_it_back() throws IOException {
        try (var sheet = ClientSheet.open(written(SheetFormat.XLSX, Layouts.ACCOUNTON, AN), Map.of(), text -> "k")) {
            var values = ((RelationRow) sheet.next()).relation().values();

            for (var field : List.<Field<?>>of(FIRST_NAMES, LAST_NAME, EMAIL, LANGUAGE, MOBILE, RESPONSIBLE, RIJKSREGISTERNUMMER, PARTNER_RIJKSREGISTERNUMMER, PRIVATE_ADDRESS))
                assertThat(values.get(field).text()).as(field.name()).isEqualTo(AN.get(field).text());
        }
    }

    @Test void the_page_about_sheets_names_every_column_in_its_order() throws IOException {
        var page = Files.readString(Path.of("docs/sheets.md"));

        assertThat(page).contains(String.join(", ", Layouts.ACCOUNTON.columns().stream().map(column -> "`" + column.name() + "`").toList()));
    }

    @Test void only_what_has_a_column_can_be_chosen() {
        assertThat(Layouts.hasAccounton(EMAIL)).isTrue();
        assertThat(Layouts.hasAccounton(LABEL)).isFalse();
    }
}
