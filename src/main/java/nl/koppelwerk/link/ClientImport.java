package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.koppelwerk.relation.Reason;

/**
 * Clients of an office's own administration -&gt; Accounton (002_3d72ab09e931a3e9.txt): nothing flows by itself; a person looks at a preview and applies what
 * is to go over.
 */
abstract class ClientImport implements LinkType {

    static final String LABEL = "label";
    static final String RESPONSIBLE = "responsible";
    static final String NEEDS_NUMBER = "needsNationalNumber";
    static final String BRAKE = "brake";
    private static final List<String> FLAG = List.of("true", "false");
    private static final String TARGET = "accounton";

    @Override public String id() { return sourceSystem() + "-" + TARGET; }

    @Override public String targetSystem() { return TARGET; }

    @Override public boolean previews() { return true; }

    @Override public Timetable timetable(JsonNode settings) { return Timetable.BY_HAND; }

    @Override public Rules rules(JsonNode settings, Dialect source, Dialect target) { return new ClientImportRules(settings, source, target); }

    @Override public List<Reason> problems(JsonNode settings) {
        var given = new GivenSettings(settings);
        given.text(LABEL);
        given.email(RESPONSIBLE);
        given.flag(NEEDS_NUMBER);
        given.countFromZero(BRAKE);
        judge(given, settings);
        given.nothingElse(settings());
        return given.problems();
    }

    /** Settings of one source alone. */
    void judge(GivenSettings given, JsonNode settings) { }

    @Override public List<Setting> settings() {
        return List.of(
            new Setting(LABEL, "text", false, "none", List.of(), "The label that dossiers get, such as AJ2026; without one the label is left alone (IM-14)."),
            new Setting(RESPONSIBLE, "text", false, "none", List.of(), "The e-mail address of the colleague who is responsible, where the source names none."),
            new Setting(NEEDS_NUMBER, "boolean", false, "false", FLAG, "Who has no rijksregisternummer is invalid; it is strongly advised for MyMinfin and Tax-on-web (IM-17)."),
            new Setting(BRAKE, "number", false, "one in a hundred of its pairs, at least 10", List.of(), "How many destructive changes it makes in a day before it asks."));
    }

    @Override public List<FieldLine> fields() { return ClientImportFields.LINES; }

    @Override public List<NotSynchronised> notSynchronised() { return ClientImportFields.LEFT_ALONE; }
}
