package nl.koppelwerk.sheet;

import static nl.koppelwerk.relation.Fields.*;
import static nl.koppelwerk.sheet.SheetFiles.texts;
import static nl.koppelwerk.sheet.SheetFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SnelStartSheetTest {

    private static final Values WHOLE = Values.NONE.with(NAME, "Molenaar Fietsen B.V.").with(CONTACT_PERSON, "Sanne Molenaar").with(EMAILS, "a@molenaar.example b@molenaar.example")
        .with(PHONE, "+31222555010").with(MOBILE, "+31612345678").with(WEBSITE, "https://molenaarfietsen.example").with(KVK_NUMMER, "01234567").with(BTW_NUMMER, "NL800123451B01")
        .with(VISIT_ADDRESS, Address.TYPE.of(new Address("", "Dijkweg", "12", "bis", "", "1791 AB", "Den Burg", "")))
        .with(POSTAL_ADDRESS, Address.TYPE.of(new Address("", "", "", "", "Postbus 3", "", "Gent", "BE"))).with(PAYMENT_DAYS, "30").with(CREDIT_LIMIT, "5000");

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    @Requirement("SN-50")
    void a_debtor_is_written_as_snelstart_names_and_holds_it(SheetFormat format) {
        var row = SnelStartRow.of("debtor", "10042", relation(WHOLE)).orElseThrow();

        assertThat(Layouts.SNELSTART.columns()).extracting(Column::name).startsWith("Naam", "Relatiesoort", "Relatiecode", "Contactpersoon", "Straat", "Postcode", "Plaats", "Land");
        assertThat(texts(written(format, Layouts.SNELSTART, row))).containsExactly(List.of("Molenaar Fietsen B.V.", "Klant", "10042", "Sanne Molenaar", "Dijkweg 12 bis", "1791 AB",
            "Den Burg", "NL", "Postbus 3", "", "Gent", "BE", "+31222555010", "+31612345678", "a@molenaar.example;b@molenaar.example", "https://molenaarfietsen.example", "01234567",
            "NL800123451B01", "30", format == SheetFormat.CSV ? "5000,00" : "5000"));
        assertThat(row.reasons()).isEmpty();
        assertThat(row.isWhole()).isTrue();
    }

    @Test
    void a_creditor_has_no_credit_limit_and_a_prospect_no_row() {
        var row = SnelStartRow.of("creditor", "", relation(WHOLE)).orElseThrow();

        assertThat(cell(row, "Relatiesoort")).isEqualTo("Leverancier");
        assertThat(cell(row, "Kredietlimiet")).isEmpty();
        assertThat(SnelStartRow.of("prospect", "", relation(WHOLE))).isEmpty();
    }

    @Test
    void a_name_that_snelstart_does_not_hold_makes_no_row_and_is_never_cut() {
        var tooLong = debtor(NAME, "a".repeat(51));
        var nameless = debtor(NAME, "");

        assertThat(tooLong.isWhole()).isFalse();
        assertThat(tooLong.reasons()).extracting(Reason::text).containsExactly("name is longer than the 50 characters that SnelStart holds.");
        assertThat(nameless.isWhole()).isFalse();
        assertThat(nameless.reasons()).extracting(Reason::text).containsExactly("SnelStart needs name.");
        assertThat(debtor(NAME, "a".repeat(50)).isWhole()).isTrue();
    }

    @Test
    @Requirement({"SN-11", "SN-50"})
    void an_address_is_written_whole_or_not_at_all() {
        var incomplete = debtor(VISIT_ADDRESS, "street=Kade\ncity=Delft");
        var tooLong = debtor(POSTAL_ADDRESS, "street=" + "k".repeat(51) + "\npostalCode=1791 AB\ncity=" + "d".repeat(51));

        assertThat(List.of(cell(incomplete, "Straat"), cell(incomplete, "Plaats"), cell(incomplete, "Land"))).containsOnly("");
        assertThat(incomplete.reasons()).extracting(Reason::text).containsExactly("SnelStart takes a complete address or none, and visitAddress has no postal code.");
        assertThat(List.of(cell(tooLong, "Correspondentie straat"), cell(tooLong, "Correspondentie postcode"))).containsOnly("");
        assertThat(tooLong.reasons()).extracting(Reason::code).containsExactly(ReasonCode.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"-365, true", "-366, false", "1000, true", "1001, false"})
    void a_term_outside_snelstarts_range_stays_behind(String days, boolean fits) {
        var row = debtor(PAYMENT_DAYS, days);

        assertThat(cell(row, "Krediettermijn")).isEqualTo(fits ? days : "");
        assertThat(row.reasons()).extracting(Reason::code).containsExactlyElementsOf(fits ? List.of() : List.of(ReasonCode.NOT_IN_RANGE));
    }

    @Test
    void a_value_that_is_none_stays_behind_with_its_reason() {
        var row = debtor(KVK_NUMMER, "123");

        assertThat(cell(row, "KvK-nummer")).isEmpty();
        assertThat(row.reasons()).containsExactly(new Reason(ReasonCode.KVK_FORMAT, "kvkNummer"));
    }

    private static SnelStartRow debtor(Field<?> field, String typed) { return SnelStartRow.of("debtor", "", relation(WHOLE.with(field, typed))).orElseThrow(); }

    private static String cell(SnelStartRow row, String name) {
        return Layouts.SNELSTART.columns().stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow().text().apply(row);
    }

    private static Relation relation(Values values) { return new Relation(Kind.ORGANISATION, values, List.of()); }
}
