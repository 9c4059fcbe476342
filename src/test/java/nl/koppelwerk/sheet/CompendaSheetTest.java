package nl.koppelwerk.sheet;

import static nl.koppelwerk.relation.Fields.*;
import static nl.koppelwerk.sheet.SheetFiles.csv;
import static nl.koppelwerk.sheet.SheetFiles.relations;
import static nl.koppelwerk.sheet.SheetFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.util.List;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PhoneNumber;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet of Compenda's relations is read as, by the example of the contract. */
class CompendaSheetTest {

    private static final String HEADER = "relatienummer;soort;rollen;naam;contactpersoon;e-mail;telefoon;mobiel;website;kvk-nummer;btw-nummer;"
        + "bezoekadres straat;bezoekadres huisnummer;bezoekadres toevoeging;bezoekadres postcode;bezoekadres plaats;bezoekadres land;"
        + "postadres straat;postadres huisnummer;postadres toevoeging;postadres postcode;postadres plaats;postadres land;betaaltermijn;kredietlimiet\n";
    private static final String ROW = "CMP-20417;Organisatie;debiteur;Voorbeeld Advies B.V.;Sanne van der Berg;info@voorbeeldadvies.example;010-1234567;;;68750110;"
        + "NL800123451B01;Coolsingel;12;A;3011ad;Rotterdam;Nederland;;;;;;;30;€ 5.000,00\n";

    /** As Compenda's API gives the example of its contract (compenda.md, section 9). */
    private static final Relation EXAMPLE = new Relation(Kind.ORGANISATION, Values.NONE
        .with(NAME, "Voorbeeld Advies B.V.").with(CONTACT_PERSON, "Sanne van der Berg").with(EMAILS, "info@voorbeeldadvies.example")
        .with(PHONE, "+31101234567").with(MOBILE, Value.empty()).with(WEBSITE, Value.empty()).with(KVK_NUMMER, "68750110").with(BTW_NUMMER, "NL800123451B01")
        .with(VISIT_ADDRESS, Address.TYPE.of(new Address("", "Coolsingel", "12", "A", "", "3011 AD", "Rotterdam", "NL"))).with(POSTAL_ADDRESS, Value.empty())
        .with(PAYMENT_DAYS, "30").with(CREDIT_LIMIT, "5000").with(Fields.ROLES, "DEBTOR"), List.of());

    @Test
    @Requirement("SN-50")
    void a_relation_by_file_is_the_one_by_the_interface() {
        assertThat(relations(csv(HEADER + ROW))).containsExactly(new RelationRow(2, "CMP-20417", EXAMPLE));
    }

    @Test
    void a_workbook_gives_the_same_relation() {
        var sheet = workbook(ws -> {
            var header = HEADER.strip().split(";");
            var row = ROW.strip().split(";");
            for (int i = 0; i < row.length; i++) {
                ws.value(0, i, header[i]);
                if (row[i].matches("12|30")) ws.value(1, i, Integer.valueOf(row[i]));
                else ws.value(1, i, row[i].startsWith("€") ? "5000.00" : row[i]);
            }
        });

        assertThat(relations(sheet)).containsExactly(new RelationRow(2, "CMP-20417", EXAMPLE));
    }

    @Test
    void columns_may_have_english_names_in_any_spelling_and_order() {
        var relation = only("\uFEFFCompany_Name,\"Visiting\nHouse Number\",ID,Roles,KIND,Payment  Days\nJan Sørensen,12,7,Debtor / PROSPECT,person,14 dagen netto\n");

        assertThat(relation.id()).isEqualTo("7");
        assertThat(relation.relation()).isEqualTo(new Relation(Kind.PERSON, Values.NONE.with(NAME, "Jan Sørensen").with(PAYMENT_DAYS, "14")
            .with(VISIT_ADDRESS, Address.TYPE.of(new Address("", "", "12", "", "", "", "", ""))).with(Fields.ROLES, "DEBTOR,PROSPECT"), List.of()));
    }

    @Test
    @Requirement("SN-51")
    void a_field_without_a_column_is_unknown_and_a_blank_one_is_empty() {
        var values = only("id;naam;e-mail;postadres plaats\n7;Jansen; ;\n").relation().values();

        assertThat(values.get(EMAILS).isEmpty()).isTrue();
        assertThat(values.get(POSTAL_ADDRESS).isEmpty()).isTrue();
        assertThat(List.of(values.get(PHONE), values.get(VISIT_ADDRESS), values.get(Fields.ROLES))).allMatch(Value::isAbsent);
    }

    @Test
    void a_value_that_its_type_refuses_stays_in_its_relation_as_it_was_typed() {
        var values = only("id;naam;e-mail;telefoon;kvk;btw;bezoekadres postcode;bezoekadres land;betaaltermijn;kredietlimiet\n"
            + "7;\"Jan\nsen\";geen;123;1234;NL1;0999;Nederland;30 dagen einde maand;veel\n").relation().values();

        assertThat(List.of(values.get(NAME), values.get(EMAILS), values.get(PHONE), values.get(KVK_NUMMER), values.get(BTW_NUMMER), values.get(VISIT_ADDRESS),
            values.get(PAYMENT_DAYS), values.get(CREDIT_LIMIT))).allMatch(Value.Invalid.class::isInstance)
            .extracting(Value::text).contains("Jan\nsen", "geen", "123", "1234", "NL1", "30 dagen einde maand", "veel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Nederland|NL", "be|BE", "België|BE", "GERMANY|DE", "holland|NL", "Verenigd Koninkrijk|GB", "Atlantis|ATLANTIS"})
    void a_country_is_understood_by_its_code_and_its_dutch_and_english_name(String typed, String code) {
        var address = Address.typed(only("id;naam;postadres plaats;postadres land\n7;Jansen;X;" + typed + "\n").relation().values().get(POSTAL_ADDRESS));

        assertThat(address.country()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"debiteur, crediteur|CREDITOR,DEBTOR", "Klant/Leverancier|CREDITOR,DEBTOR", "PROSPECT|PROSPECT", "''|''", "DEBTOR|DEBTOR"})
    void roles_are_read_in_either_language(String typed, String codes) {
        assertThat(only("id;naam;rol\n7;Jansen;" + typed + "\n").relation().values().get(Fields.ROLES).text()).isEqualTo(codes);
    }

    @Test
    @Requirement("SN-50")
    void a_row_that_cannot_become_a_relation_says_for_each_cell_what_to_do_and_stops_no_other() {
        var rows = relations(csv("id;naam;soort;rollen\n" + ";;stichting;debiteur, vriend\nA#1;Jansen;;\nA1;Jansen;;\nA1;De Boer;;\nA2;Çelik\n\"A\n3\";X;;\nA4;Çelik;;\n"));

        assertThat(rows).filteredOn(BadRow.class::isInstance).flatExtracting(row -> ((BadRow) row).problems())
            .extracting(RowProblem::line, RowProblem::column, RowProblem::given, RowProblem::reason, RowProblem::remedy).containsExactly(
                tuple(2L, "id", "", "The relation has no number.", "Fill in its number in Compenda."),
                tuple(2L, "soort", "stichting", "It is neither an organisation nor a person.", "Write Organisatie or Persoon."),
                tuple(2L, "rollen", "debiteur, vriend", "One of the roles is not known.", "Write one or several of: debiteur, crediteur, prospect."),
                tuple(2L, "naam", "", "The relation has no name.", "Fill in its name."),
                tuple(3L, "id", "A#1", "A number has no #, no line break and at most 100 characters.", "Fill in its number as Compenda shows it."),
                tuple(5L, "id", "A1", "The same number stands in line 4.", "Leave one of the two rows, or correct the number."),
                tuple(6L, "", "2 cells", "The row has 2 cells, and the sheet has 4 columns.", "Add the cells that are missing, also where they are blank."),
                tuple(7L, "id", "A\n3", "A number has no #, no line break and at most 100 characters.", "Fill in its number as Compenda shows it."));
        assertThat(rows).filteredOn(RelationRow.class::isInstance).extracting(row -> ((RelationRow) row).id()).containsExactly("A1", "A4");
    }

    @Test
    void a_relation_that_is_archived_stays_so_in_a_sheet() throws IOException {
        try (var sheet = CompendaSheet.open(csv("relatienummer;naam;gearchiveerd\nCMP-1;Çelik;ja\nCMP-2;Sørensen;\nCMP-3;IJsselstein;misschien\n"))) {
            assertThat(((RelationRow) sheet.next()).relation().marks()).containsExactly(Mark.ARCHIVED);
            assertThat(((RelationRow) sheet.next()).relation().marks()).isEmpty();
            assertThat(((BadRow) sheet.next()).problems()).extracting(RowProblem::column).containsExactly("gearchiveerd");
        }
    }

    @Test
    void every_column_that_is_unknown_double_or_missing_is_named() {
        assertThatThrownBy(() -> relations(csv("\nE-mail;Schoenmaat;email address;telefoon\n"))).isInstanceOfSatisfying(SheetRefused.class, refused -> {
            assertThat(refused.problems()).extracting(RowProblem::line, RowProblem::column, RowProblem::reason).containsExactly(
                tuple(2L, "Schoenmaat", "There is no column Schoenmaat here."),
                tuple(2L, "email address", "The columns E-mail and email address are the same one."),
                tuple(2L, "relatienummer", "The column relatienummer is missing."),
                tuple(2L, "naam", "The column naam is missing."));
            assertThat(refused.problems().get(0).remedy()).contains("relatienummer, soort, rollen, gearchiveerd, naam", "kredietlimiet");
            assertThat(refused.problems().get(2).remedy()).contains("id, number");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5.000,00|5000", "5000.00|5000", "€ 5.000,00|5000", "5.000 EUR|5000", "EUR 5000|5000", "1.234.567,89|1234567.89", "1,234,567.89|1234567.89",
        "5.000,-|5000", "5000,5|5000.5", "-12,50|-12.5", "0,125|0.125", "5 000,00|5000", "5000|5000", "0.125|0.125", "1,234.5|1234.5", "12.50|12.5"})
    void an_amount_is_read_as_it_is_typed_in_the_netherlands_and_as_programs_write_it(String typed, String amount) {
        assertThat(DutchAmount.read(Cell.text(typed))).isInstanceOf(Value.Present.class).extracting(Value::text).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,000", "1.23.456", "1.234,56.7", "veel", "€", "5000,00,00", "12345678901234567890"})
    void an_amount_that_is_none_or_could_be_two_is_not_guessed(String typed) {
        assertThat(DutchAmount.read(Cell.text(typed))).isEqualTo(new Value.Invalid<>(typed, ReasonCode.SHEET_AMOUNT));
        assertThat(ReasonCode.SHEET_AMOUNT.remedy()).contains("kredietlimiet", "5.000,00", "5000.00");
    }

    @Test
    void an_amount_in_another_currency_is_never_taken_for_euros() {
        assertThat(DutchAmount.read(Cell.text("USD 5.000,00"))).isEqualTo(new Value.Invalid<>("5000 USD", ReasonCode.CURRENCY_FOREIGN));
        assertThat(DutchAmount.read(Cell.text("5000 USD"))).isEqualTo(new Value.Invalid<>("5000 USD", ReasonCode.CURRENCY_FOREIGN));
    }

    @Test
    void the_point_of_a_number_in_a_workbook_is_a_decimal_one() {
        assertThat(DutchAmount.read(new Cell("5.125", true)).text()).isEqualTo("5.125");
        assertThat(DutchAmount.read(Cell.text("5.125")).text()).isEqualTo("5125");
    }

    @Test
    void a_dutch_number_is_read_without_its_country_code() {
        assertThat(only("id;naam;mobiel\n7;Jansen;06-12345678\n").relation().values().get(MOBILE)).isEqualTo(PhoneNumber.TYPE.parse("+31612345678"));
    }

    private static RelationRow only(String sheet) {
        var rows = relations(csv(sheet));

        assertThat(rows).hasSize(1);
        return (RelationRow) rows.get(0);
    }
}
