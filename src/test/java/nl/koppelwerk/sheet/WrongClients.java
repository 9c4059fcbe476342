package nl.koppelwerk.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of clients each of which is wrong in its own way, with all that is to be said of it. */
public final class WrongClients {

    private static final String RRN = "rijksregisternummer";
    private static final Map<String, String> RIGHT = right();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> wanted = new ArrayList<>();

    public WrongClients() {
        numbers();
        names();
        contacts();
        others();
    }

    /** What the cells hold by their header; the column klantnummer has K- and the place of the row. */
    public List<Map<String, Object>> rows() { return List.copyOf(rows); }

    /** Of each row, the reasons that it has to give: a field and a code each, in the order of their letters. */
    public List<String> wanted() { return List.copyOf(wanted); }

    /** A row with which nothing is wrong but what is put into it. */
    public static Map<String, Object> row(Object... given) {
        var row = new LinkedHashMap<String, Object>(RIGHT);
        for (int i = 0; i < given.length; i += 2) row.put((String) given[i], given[i + 1]);
        return row;
    }

    public static Path workbook(List<Map<String, Object>> rows) {
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
        var row = row(given);
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
}
