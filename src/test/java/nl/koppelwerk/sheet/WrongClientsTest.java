package nl.koppelwerk.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.ExcelAccounton;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Readiness;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** A workbook of clients in which every row is wrong: each is a client all the same, and told with every reason. */
@Requirement("IM-16")
class WrongClientsTest {

    private static final String RRN = "rijksregisternummer";
    private static final Map<String, String> RIGHT = right();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> wanted = new ArrayList<>();

    @Test void each_of_more_than_forty_wrong_rows_says_all_that_is_wrong_with_it() {
        numbers();
        names();
        contacts();
        others();

        var read = ClientSheetTest.read(workbook());

        assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
        assertThat(read).hasSameSizeAs(rows).allMatch(RelationRow.class::isInstance);
        for (int i = 0; i < rows.size(); i++) assertThat(reasons((RelationRow) read.get(i))).as("line %d: %s", i + 2, rows.get(i)).isEqualTo(wanted.get(i));
    }

    private void numbers() {
        for (var number : List.of("85073003329", "66041066600", "12345678901", "8507300342", "850730034270", "85.07.30-034.28", "8507300342A", "00000000000", "0403019261"))
            wrong(RRN + " RRN_CHECK", RRN, number);
        wrong(RRN + " RRN_CHECK", RRN, 85073003329L);
        // BIS numbers: a wrong check, a day 32, a month 60; and the 29th of a February without one.
        for (var number : List.of("98472899766", "98473299742", "85603003410", "85022903422")) wrong(RRN + " RRN_CHECK", RRN, number);
        wrong("partnerRijksregisternummer RRN_CHECK", "rijksregisternummer partner", "85073003429");
        wrong("partnerRijksregisternummer RRN_CHECK", "rijksregisternummer partner", "onbekend");
        // By the rule of the 1900s, of somebody born in the 2000s, and the other way round.
        wrong(RRN + " RRN_BIRTH_DATE", RRN, "17073003355", "geboortedatum", "30/07/2017");
        wrong(RRN + " RRN_BIRTH_DATE", RRN, "05063000221", "geboortedatum", "30/06/2005");
        wrong(RRN + " RRN_BIRTH_DATE", RRN, "00010100105", "geboortedatum", "01/01/1900");
        wrong(RRN + " RRN_BIRTH_DATE", RRN, "01490700185", "geboortedatum", "1901-09-07");
        wrong(RRN + " RRN_BIRTH_DATE", RRN, "85073003427", "geboortedatum", "31-07-1985");
    }

    private void names() {
        wrong("firstNames REQUIRED_MISSING", "voornaam", "");
        wrong("lastName REQUIRED_MISSING", "achternaam", "");
        wrong("email REQUIRED_MISSING", "e-mail", " ");
        wrong("language REQUIRED_MISSING", "taal", "");
        wrong("language CODE_UNKNOWN", "taal", "Klingon");
        wrong("language CODE_UNKNOWN", "taal", "Nederlandsch");
        wrong("language CODE_UNKNOWN", "taal", "xx");
    }

    private void contacts() {
        for (var email : List.of("an.peeters", "an@@mail.example", "an peeters@mail.example", "an@mail..example")) wrong("email EMAIL_FORMAT", "e-mail", email);
        wrong("email EMAIL_SEVERAL", "e-mail", "an@mail.example; jan@mail.example");
        for (var phone : List.of("0470 12 34 5", "123", "nog vragen", "+31 6 1234567")) wrong("mobile PHONE_INVALID", "gsm", phone);
        wrong("responsible EMAIL_FORMAT", "verantwoordelijke", "Mevrouw Maes");
        wrong("privateAddress POSTCODE_FORMAT", "postcode", "0999");
        wrong("privateAddress POSTCODE_FORMAT", "postcode", "85000");
        wrong("privateAddress CODE_UNKNOWN", "land", "Atlantis");
    }

    private void others() {
        for (var number : List.of("0403019262", "2123456789", "0431150351")) wrong("ondernemingsnummer KBO_CHECK", "ondernemingsnummer", number);
        wrong("birthDate DATE_FORMAT", "geboortedatum", "31/02/1985");
        wrong("email EMAIL_FORMAT, language CODE_UNKNOWN, lastName REQUIRED_MISSING, mobile PHONE_INVALID, rijksregisternummer RRN_CHECK",
            "e-mail", "geen", "taal", "?", "achternaam", "", "gsm", "1", RRN, "1");
        wrong(" NOT_A_PERSON", "type", "vennootschap");
    }

    private void wrong(String reasons, Object... given) {
        var row = new LinkedHashMap<String, Object>(RIGHT);
        for (int i = 0; i < given.length; i += 2) row.put((String) given[i], given[i + 1]);
        row.put("klantnummer", "K-" + rows.size());
        rows.add(row);
        wanted.add(reasons);
    }

    private static Map<String, String> right() {
        var row = new LinkedHashMap<String, String>();
        var header = List.of("type", "voornaam", "achternaam", "e-mail", "taal", "gsm", "verantwoordelijke", "straat", "huisnummer", "postcode", "gemeente", "land", "geboortedatum", RRN,
            "rijksregisternummer partner", "klantnummer", "ondernemingsnummer");
        var cells = List.of("person", "An", "Peeters", "an.peeters@mail.example", "nl", "0470 12 34 56", "dossier@kantoor.example", "Dorpsstraat", "7", "8500", "Kortrijk", "BE", "", "", "", "", "");
        for (int i = 0; i < header.size(); i++) row.put(header.get(i), cells.get(i));
        return row;
    }

    private Path workbook() {
        return SheetFiles.workbook(ws -> {
            var header = List.copyOf(RIGHT.keySet());
            for (int i = 0; i < header.size(); i++) ws.value(0, i, header.get(i));
            for (int r = 0; r < rows.size(); r++)
                for (int i = 0; i < header.size(); i++) {
                    var cell = rows.get(r).get(header.get(i));
                    if (cell instanceof Number number) ws.value(r + 1, i, number);
                    else ws.value(r + 1, i, (String) cell);
                }
        });
    }

    private static String reasons(RelationRow row) {
        var rules = rules();
        var seen = new Sighting(Side.SOURCE, row.id(), row.relation(), "", Instant.EPOCH, Instant.EPOCH);
        var told = new TreeSet<String>();
        for (var reasons : List.of(Readiness.of(rules, seen).reasons(), rules.remarks(Side.SOURCE, row.relation()))) reasons.forEach(reason -> told.add(reason.subject() + " " + reason.code()));
        return String.join(", ", told);
    }

    private static Rules rules() { return new ExcelAccounton().rules(JsonNodeFactory.instance.objectNode(), new Plain("Excel", Set.of()), new Plain("Accounton", Set.of(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.LANGUAGE))); }

    /** Holds everything as it comes. */
    private record Plain(String label, Set<Field<?>> needed) implements Dialect {

        @Override public String system() { return label; }

        @Override public boolean knows(Kind root, PartKind part, Field<?> field) { return true; }

        @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) { return value; }

        @Override public String resourceOf(Kind root, PartKind part, Field<?> field) { return ""; }

        @Override public List<List<Field<?>>> groups(Kind root, PartKind part) { return List.of(); }

        @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) { return List.of(); }

        @Override public Set<Field<?>> required(Kind root, PartKind part) { return needed; }

        @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return false; }

        @Override public boolean checksVersions() { return false; }

        @Override public Doubt doubt() { return Doubt.NONE; }

        @Override public Duration visibilityDelay() { return Duration.ZERO; }
    }
}
