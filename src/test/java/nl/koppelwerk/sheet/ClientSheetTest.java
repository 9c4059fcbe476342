package nl.koppelwerk.sheet;

import static nl.koppelwerk.relation.Fields.*;
import static nl.koppelwerk.sheet.SheetFiles.archive;
import static nl.koppelwerk.sheet.SheetFiles.csv;
import static nl.koppelwerk.sheet.SheetFiles.file;
import static nl.koppelwerk.sheet.SheetFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.link.ExcelAccounton;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet of clients is read as: Accounton's template, and any other whose columns are told. */
@Requirement("IM-02")
class ClientSheetTest {

    private static final String HEADER = "type;voornaam;achternaam;e-mail;taal;gsm;verantwoordelijke;straat;huisnummer;bus;postcode;gemeente;land;geboortedatum;rijksregisternummer;"
        + "rijksregisternummer partner;klantnummer;label;ondernemingsnummer\n";
    private static final String ROW = "person;An;Peeters;an.peeters@mail.example;Nederlands;0470 12 34 56;dossier@kantoor.example;Dorpsstraat;7;B;8500;Kortrijk;;30/07/1985;85.07.30-034.27;"
        + "85.07.30-033.28;APR00042;AJ2026;403.019.261\n";
    private static final Relation AN = new Relation(Kind.PERSON, Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "Peeters").with(EMAIL, "an.peeters@mail.example").with(LANGUAGE, "nl")
        .with(MOBILE, "+32470123456").with(RESPONSIBLE, "dossier@kantoor.example").with(BIRTH_DATE, "1985-07-30").with(RIJKSREGISTERNUMMER, "85073003427")
        .with(PARTNER_RIJKSREGISTERNUMMER, "85073003328").with(NUMBER, "APR00042").with(LABEL, "AJ2026").with(ONDERNEMINGSNUMMER, "0403019261")
        .with(PRIVATE_ADDRESS, Address.TYPE.of(new Address("", "Dorpsstraat", "7", "", "B", "8500", "Kortrijk", "BE"))), List.of());
    private static final String SHORT = "voornaam;naam;e-mail;taal;rijksregisternummer\n";

    @Test void a_row_of_the_template_is_a_client() {
        assertThat(read(csv(HEADER + ROW))).containsExactly(new RelationRow(2, "C-APR00042", AN));
    }

    @Test void columns_may_have_french_and_english_names_and_a_column_that_is_left_out_leaves_its_field_alone() {
        var french = only(told("Prénom;Nom;Adresse e-mail;Langue;N° de client;NISS;Code postal;Pays\nRenée;Çelik;r@mail.example;Français;7;85073003427;1000;Belgique\n", Map.of("N° de client", "number")));
        var english = only(csv("First Name,LAST_NAME,E-mail,Language,Mobile number,Date of birth\nJan,Sørensen,j@mail.example,fr-BE,+32 470 12 34 56,1985-07-30\n"));

        assertThat(french.relation().values()).isEqualTo(Values.NONE.with(FIRST_NAMES, "Renée").with(LAST_NAME, "Çelik").with(EMAIL, "r@mail.example").with(LANGUAGE, "fr").with(NUMBER, "7")
            .with(RIJKSREGISTERNUMMER, "85073003427").with(PRIVATE_ADDRESS, Address.TYPE.of(new Address("", "", "", "", "", "1000", "", "BE"))));
        assertThat(english.relation().values()).isEqualTo(Values.NONE.with(FIRST_NAMES, "Jan").with(LAST_NAME, "Sørensen").with(EMAIL, "j@mail.example").with(LANGUAGE, "fr")
            .with(MOBILE, "+32470123456").with(BIRTH_DATE, "1985-07-30"));
    }

    @Test void any_sheet_is_read_by_what_its_columns_are_told_to_hold() {
        var sheet = "Roepnaam;Naam;Familie;Mail werk;Taal;Kleur\nAn;An P.;Peeters;an@mail.example;N;rood\n";
        var columns = Map.of("ROEPNAAM", "firstNames", "familie", "lastName", "Mail-werk", "email", "Vaste klant", "label");

        var client = only(told(sheet, columns));

        assertThat(client.relation().values()).isEqualTo(Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "Peeters").with(EMAIL, "an@mail.example").with(LANGUAGE, "nl"));
        assertThat(refused(csv(sheet))).extracting(RowProblem::reason).contains("There is no column Kleur here.", "The column e-mail is missing.");
    }

    @Test void what_a_column_may_hold_is_what_the_link_lets_an_office_say() {
        assertThat(ClientSheet.fields()).containsExactlyInAnyOrderElementsOf(ExcelAccounton.FIELDS);
    }

    @ParameterizedTest
    @CsvSource({"85073003427,85073003427", "85.07.30-034.27,85073003427", "85 07 30 034 27,85073003427", "85/07/30-034-27,85073003427", "5063000250,05063000250", "05.06.30-002.50,05063000250",
        "12556777,00012556777", "98472899765,98472899765"})
    void a_national_number_may_have_signs_in_it_and_may_have_lost_its_zeros(String typed, String read) {
        var asText = only(csv(SHORT + "An;Peeters;an@mail.example;nl;" + typed + "\n"));
        assertThat(asText.relation().values().get(RIJKSREGISTERNUMMER)).isEqualTo(RIJKSREGISTERNUMMER.type().parse(read)).matches(Value::isValid);

        if (typed.matches("[0-9]+")) assertThat(only(numbered(Long.parseLong(typed))).relation().values().get(RIJKSREGISTERNUMMER).text()).isEqualTo(read);
    }

    /** 0403.019.261 has the check digits of somebody born in 1900. */
    @ParameterizedTest
    @CsvSource({"8507300342", "5063000251", "403019261", "0403019261", "1000000021", "97", "0063000250", "850730034270"})
    void zeros_are_put_before_no_number_that_is_something_else(String typed) {
        assertThat(only(csv(SHORT + "An;Peeters;an@mail.example;nl;" + typed + "\n")).relation().values().get(RIJKSREGISTERNUMMER)).isEqualTo(new Value.Invalid<>(typed, ReasonCode.RRN_CHECK));
    }

    @ParameterizedTest
    @CsvSource({"30/07/1985,1985-07-30", "30-07-1985,1985-07-30", "3.7.1985,1985-07-03", "1985-07-30,1985-07-30", "1985/7/3,1985-07-03", "29/02/2000,2000-02-29"})
    void a_day_is_read_as_people_write_it(String typed, String day) { assertThat(born(typed).text()).isEqualTo(day); }

    @ParameterizedTest
    @CsvSource({"29/02/1985", "07/30/1985", "30/07/85", "1985", "juli 1985", "31258"})
    void no_day_is_guessed(String typed) { assertThat(born(typed)).isEqualTo(new Value.Invalid<>(typed, ReasonCode.DATE_FORMAT)); }

    @Test void a_workbook_keeps_days_as_numbers_with_or_without_their_format() {
        var sheet = workbook(ws -> {
            var header = List.of("voornaam", "naam", "e-mail", "taal", "geboortedatum");
            for (int i = 0; i < header.size(); i++) ws.value(0, i, header.get(i));
            for (int row = 1; row < 4; row++) for (int i = 0; i < 4; i++) ws.value(row, i, List.of("An", "Peeters" + row, "an@mail.example", "nl").get(i));
            ws.value(1, 4, java.time.LocalDate.of(1985, 7, 30));
            ws.style(1, 4).format("dd/mm/yyyy").set();
            ws.value(2, 4, 31258);
            ws.value(3, 4, 1985);
        });

        assertThat(read(sheet)).extracting(row -> ((RelationRow) row).relation().values().get(BIRTH_DATE).text()).containsExactly("1985-07-30", "1985-07-30", "1985");
    }

    @ParameterizedTest
    @CsvSource({"nl,nl", "NL,nl", "Nederlands,nl", "néerlandais,nl", "N,nl", "Frans,fr", "français,fr", "francais,fr", "FR-BE,fr", "Engels,en", "anglais,en", "Duits,de", "allemand,de"})
    void a_language_may_be_a_code_or_a_word(String typed, String code) {
        assertThat(only(csv(SHORT + "An;Peeters;an@mail.example;" + typed + ";\n")).relation().values().get(LANGUAGE).text()).isEqualTo(code);
    }

    @Test void a_client_is_known_by_the_same_name_in_every_sheet_and_nobody_reads_it() {
        var one = ids("An;Peeters;an@mail.example;nl;85.07.30-034.27;\nRenée;Çelik;R@mail.example;fr;;\nJan;Sørensen;;nl;;\nEls;Maes;els@mail.example;nl;85073003328;17\nPiet;Baert;p@mail.example;nl;;93051822361\n");
        var other = ids("\nJan;Sørensen;;nl;;\n\nPiet;Baert;;nl;93051822361;\nRENEE;celik;r@mail.example;nl;;\nAnnie;Peeters;x@mail.example;nl;85073003427;\nEls;Maes;els@mail.example;nl;;17\n");

        assertThat(one.get(0)).matches("R-[0-9a-f]{32}").isEqualTo(other.get(3));
        assertThat(one.get(1)).isEqualTo(other.get(2));
        assertThat(one.get(2)).as("a name alone is known by its line").isNotEqualTo(other.get(0));
        assertThat(one.get(3)).isEqualTo("C-17").isEqualTo(other.get(4));
        assertThat(one.get(4)).as("a client number that is a national number").startsWith("R-").isEqualTo(other.get(1));
        assertThat(String.join(" ", one) + other).doesNotContain("85073003427", "93051822361", "peeters", "celik");
    }

    @Test void who_stands_in_two_rows_is_taken_once_and_the_number_is_not_told() {
        var rows = read(csv("voornaam;naam;e-mail;taal;rijksregisternummer;klantnummer\nAn;Peeters;an@mail.example;nl;85.07.30-034.27;\nEls;Maes;e@mail.example;nl;;17\nAn;P.;a@mail.example;nl;85073003427;\nJan;Maes;;nl;;17\n"));

        assertThat(rows.subList(0, 2)).allMatch(RelationRow.class::isInstance);
        assertThat(rows.get(2)).isEqualTo(new BadRow(4, List.of(new RowProblem(4, "rijksregisternummer", "***", "The same client stands in line 2.", "Leave one of the two rows, or correct what is the same in both."))));
        assertThat(((BadRow) rows.get(3)).problems()).singleElement().satisfies(problem -> assertThat(problem.column() + " " + problem.given() + " " + problem.reason())
            .isEqualTo("klantnummer 17 The same client stands in line 3."));
    }

    @Test void only_a_row_that_names_nobody_and_one_of_no_known_type_are_bad() {
        var rows = read(csv("type;voornaam;naam;e-mail;taal;rijksregisternummer;gsm\nperson;;;;nl;;0470 12 34 56\npersn;An;Peeters;an@mail.example;nl;;\n;;;;;12;\n"));

        assertThat(((BadRow) rows.get(0)).problems()).containsExactly(
            new RowProblem(2, "naam", "", "The row has neither a name, nor an e-mail address, nor a number.", "Fill in who it is, or take the row out."));
        assertThat(((BadRow) rows.get(1)).problems()).extracting(RowProblem::column).containsExactly("type");
        assertThat(rows.get(2)).isInstanceOf(RelationRow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"85073003427", "85.07.30-034.27", "85073003429", "85073003427-1", "RR 71020305502", "3040501750"})
    void a_client_number_that_may_be_a_national_number_is_no_id_and_is_kept_nowhere(String number) {
        var row = (RelationRow) read(csv("voornaam;naam;e-mail;taal;klantnummer\nAn;Peeters;an@mail.example;nl;" + number + "\n")).get(0);

        assertThat(row.id()).startsWith("R-");
        assertThat(row.relation().values().get(Fields.NUMBER).isFilled()).isFalse();
    }

    @Test void the_name_of_a_file_is_told_without_a_national_number() {
        assertThat(NationalNumber.hiddenInName("lnk1/klant 85.07.30-034.27.csv")).isEqualTo("lnk1/klant ***.csv");
        assertThat(NationalNumber.hiddenInName("klant-85073003427.xlsx")).isEqualTo("klant-***.xlsx");
        assertThat(NationalNumber.hiddenInName("klanten-20261128.csv")).isEqualTo("klanten-20261128.csv");
    }

    @Test void no_national_number_stands_in_what_is_said_of_a_sheet() {
        var lost = file(("voornaam;naam;e-mail;taal;rijksregisternummer\nAn;Peeters;an@mail.example;nl;850730034\uFFFD27\nAn;85.07.30-034.27;a;b;c;d;e\nAn;\"Peeters;an@mail.example;nl;85073003427\n").getBytes(StandardCharsets.UTF_8));

        assertThat(read(lost).toString() + refused(csv("An;Peeters;an@mail.example;nl;85.07.30-034.27\nEls;Maes;e@mail.example;nl;85073003328\n")))
            .doesNotContain("850730034", "85073003427", "034.27");
    }

    @ParameterizedTest
    @MethodSource
    void a_file_that_is_no_plain_workbook_is_refused_in_words(Path file, String reason, String remedy) {
        assertThat(refused(file)).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.remedy()).contains(remedy);
        });
    }

    static Stream<Arguments> a_file_that_is_no_plain_workbook_is_refused_in_words() {
        // A workbook with a password is sealed in a compound file, as one of before 2007 is.
        return Stream.of(
            Arguments.of(file(HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504) + "45006e006300720079007000740065006400")), "protected with a password", "Take the password off"),
            Arguments.of(archive(Map.of("xl/vbaProject.bin", "x")), "macros", "without macros"),
            Arguments.of(archive(Map.of("xl/media/bomb.bin", "0".repeat(11 << 20))), "unpacks to more than is read", "cut it into several"));
    }

    private static Value<?> born(String typed) {
        return only(csv("voornaam;naam;e-mail;taal;geboortedatum\nAn;Peeters;an@mail.example;nl;" + typed + "\n")).relation().values().get(BIRTH_DATE);
    }

    private static Path numbered(long number) {
        return workbook(ws -> {
            var header = SHORT.strip().split(";");
            for (int i = 0; i < header.length; i++) ws.value(0, i, header[i]);
            for (int i = 0; i < 4; i++) ws.value(1, i, List.of("An", "Peeters", "an@mail.example", "nl").get(i));
            ws.value(1, 4, number);
        });
    }

    private static List<String> ids(String rows) {
        return read(csv("voornaam;naam;e-mail;taal;rijksregisternummer;klantnummer\n" + rows)).stream().map(row -> ((RelationRow) row).id()).toList();
    }

    /** A sheet with what is told of its columns. */
    private record Told(Path file, Map<String, String> columns) {}

    private static Told told(String text, Map<String, String> columns) { return new Told(csv(text), columns); }

    private static RelationRow only(Path file) { return only(new Told(file, Map.of())); }

    private static RelationRow only(Told told) {
        var rows = read(told);
        assertThat(rows).hasSize(1);
        return (RelationRow) rows.get(0);
    }

    static List<BroughtRow> read(Path file) { return read(new Told(file, Map.of())); }

    private static List<BroughtRow> read(Told told) {
        var rows = new ArrayList<BroughtRow>();
        try (var sheet = ClientSheet.open(told.file(), told.columns(), ClientSheetTest::keyed)) {
            sheet.forEachRemaining(rows::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return rows;
    }

    private static String keyed(String text) { return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().replace("-", ""); }

    private static List<RowProblem> refused(Path file) {
        var problems = new ArrayList<RowProblem>();
        assertThatThrownBy(() -> ClientSheet.open(file, Map.of(), ClientSheetTest::keyed)).isInstanceOfSatisfying(SheetRefused.class, refused -> problems.addAll(refused.problems()));
        return problems;
    }
}
