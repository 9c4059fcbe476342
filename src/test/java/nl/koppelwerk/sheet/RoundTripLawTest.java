package nl.koppelwerk.sheet;

import static nl.koppelwerk.sheet.SheetFiles.relations;
import static nl.koppelwerk.sheet.SheetFiles.texts;
import static nl.koppelwerk.sheet.SheetFiles.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.koppelwerk.support.Requirement;

/** What was written is read back as it was, whatever people type. */
class RoundTripLawTest {

    private static final Layout<List<String>> THREE = Layout.of("Drie", cell(0), cell(1), cell(2));
    private static final Layout<Map<String, String>> TYPED = new Layout<>("Getypt", CompendaColumns.LAYOUT.columns().stream()
        .map(column -> Column.<Map<String, String>>text(column.name(), 10, row -> row.getOrDefault(column.name(), ""))).toList());

    @Property(tries = 300)
    void every_text_is_read_back_as_it_was_written(@ForAll SheetFormat format, @ForAll("threeTexts") List<String> texts) {
        assumeThat(texts).anyMatch(text -> !text.isBlank());

        assertThat(texts(written(format, THREE, texts))).containsExactly(texts);
    }

    @Property(tries = 300)
    @Requirement("SN-50")
    void a_relation_that_was_read_is_read_back_equal(@ForAll SheetFormat typed, @ForAll SheetFormat format, @ForAll("rows") Map<String, String> row) {
        var first = (RelationRow) relations(written(typed, TYPED, row)).get(0);

        var again = relations(written(format, Layouts.RELATIONS, first.sheetRelation()));

        assertThat(again).containsExactly(first);
    }

    @Provide
    Arbitrary<List<String>> threeTexts() { return text().list().ofSize(3); }

    @Provide
    Arbitrary<Map<String, String>> rows() {
        var fields = CompendaColumns.LAYOUT.columns().stream().map(Column::name).toList();
        return Combinators.combine(fields.stream().map(RoundTripLawTest::typed).toList()).as(values -> {
            var row = new HashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) row.put(fields.get(i), values.get(i));
            return row;
        });
    }

    private static Arbitrary<String> typed(String column) {
        return switch (column) {
            case "relatienummer" -> Arbitraries.of("CMP-20417", "0042", "=A1", "+31", "a;b\"c", "ë€😀");
            case "naam" -> text().filter(name -> !name.replaceAll("[\\s\\p{Z}\uFEFF]", "").isEmpty()).map(name -> "N" + name);
            case "soort" -> Arbitraries.of("", "Organisatie", "PERSON", " persoon ");
            case "rollen" -> Arbitraries.of("", "debiteur", "DEBTOR/CREDITOR", "prospect, klant");
            case "gearchiveerd" -> Arbitraries.of("", "ja", "NEE", "yes");
            case "betaaltermijn" -> Arbitraries.oneOf(Arbitraries.of("", "30", "-365", "014", "14 dagen netto", "1000000"), text());
            case "kredietlimiet" -> Arbitraries.oneOf(Arbitraries.of("", "5.000,00", "€ 12,50", "5000.125", "-0,5", "USD 10", "5,000", "123456789012345678,5"), text());
            case "telefoon", "mobiel" -> Arbitraries.oneOf(Arbitraries.of("", "010-1234567", "+31612345678", "+31101234567 tst 12"), text());
            case "e-mail" -> Arbitraries.oneOf(Arbitraries.of("", "a@x.example; b@x.example", "JAN@x.example"), text());
            case "kvk-nummer", "btw-nummer" -> Arbitraries.oneOf(Arbitraries.of("", "01234567", "NL800123451B01"), text());
            default -> column.endsWith("land") ? Arbitraries.oneOf(Arbitraries.of("", "NL", "België", "be"), text())
                : column.endsWith("postcode") ? Arbitraries.of("", "1791ab", "0999", "8500", "x") : text();
        };
    }

    private static Arbitrary<String> text() {
        var nasty = Arbitraries.strings().withChars("\"';,\t\n\r=+-@ ëÇ€ab01_x\uFEFF\u00A0\u0000\u0007\u2028").ofMaxLength(12);
        var any = Arbitraries.strings().ofMaxLength(20).map(text -> text.replaceAll("\\p{Cs}", ""));
        return Arbitraries.oneOf(nasty, any, Arbitraries.of("", "=1+1", "'=1+1", "'s-Gravenhage", "007", "Bakkerij 🥐", "De \"Gouden\" Leeuw", "_x000D_", "\uFEFFx", "a\r\nb", "\"", "5\" pijp"));
    }

    private static Column<List<String>> cell(int index) { return Column.text("kolom " + index, 10, row -> row.get(index)); }
}
