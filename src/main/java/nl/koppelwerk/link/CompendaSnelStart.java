package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.relation.Reason;

/** Compenda CRM -&gt; SnelStart (000_b3d01fc60efed70c.txt): Compenda creates and updates, one way, debtors and creditors each for themselves. */
public final class CompendaSnelStart implements LinkType {

    static final String MATCH_ON = "matchOn";
    static final List<String> KEYS = List.of("kvk", "email", "btw", "number");
    static final List<String> USUAL_KEYS = List.of("kvk", "email");
    static final String OWN_NUMBERS = "ownNumbersFrom";
    static final String FIRST_MEETING = "firstMeeting";
    static final String DRIFT = "drift";
    static final String REFUSE_INVALID = "refuseInvalid";
    static final String BRAKE = "brake";
    static final List<String> INTERVALS = List.of("pollInterval", "sweepInterval", "compareInterval");
    private static final List<String> MEETINGS = List.of("source-wins", "ask");
    private static final List<String> DRIFTS = List.of("keep", "overwrite");
    private static final List<String> FLAG = List.of("true", "false");

    @Override public String id() { return "compenda-snelstart"; }

    @Override public String sourceSystem() { return "compenda"; }

    @Override public String targetSystem() { return "snelstart"; }

    /** SnelStart takes one kind for a relatie and never changes it. */
    @Override public List<String> facets() { return CompendaSnelStartRules.FACETS; }

    @Override public Rules rules(JsonNode settings, Dialect source, Dialect target) { return new CompendaSnelStartRules(settings, source, target); }

    @Override public Timetable timetable(JsonNode settings) { return Timetable.of(settings); }

    /** An office has booked for years before its CRM is coupled. */
    @Override public boolean meetsAcquaintances() { return true; }

    @Override public Optional<SheetKind> sheet() { return Optional.of(SheetKind.RELATIONS); }

    @Override public List<Reason> problems(JsonNode settings) {
        var given = new GivenSettings(settings);
        given.list(MATCH_ON, KEYS);
        given.countFromOne(OWN_NUMBERS);
        given.oneOf(FIRST_MEETING, MEETINGS);
        given.oneOf(DRIFT, DRIFTS);
        given.flag(REFUSE_INVALID);
        given.timetable();
        given.durations(INTERVALS);
        given.countFromZero(BRAKE);
        given.nothingElse(settings());
        return given.problems();
    }

    @Override public List<Setting> settings() {
        return List.of(
            new Setting(MATCH_ON, "list", false, "[\"kvk\", \"email\"]", KEYS,
                "By which fields a relatie that SnelStart has already is recognised, the strongest first (SN-40); number is the relatiecode, where the link gives its own."),
            new Setting(OWN_NUMBERS, "number", false, "SnelStart numbers them", List.of(),
                "The first relatiecode of a range that SnelStart leaves to this link: with it a relatie whose making nobody answered is found again for sure."),
            new Setting(FIRST_MEETING, "text", false, "source-wins", MEETINGS,
                "What becomes of fields that differ where a relatie is recognised for the first time: Compenda's value goes over, or a person is asked."),
            new Setting(DRIFT, "text", false, "keep", DRIFTS, "What becomes of a change made in SnelStart: it is shown and kept, or set back and shown."),
            new Setting(REFUSE_INVALID, "boolean", false, "false", FLAG, "A single invalid field refuses the whole relation, instead of staying behind alone."),
            new Setting("mode", "text", false, "at-once", GivenSettings.MODES,
                "When changes go over: at once, at fixed times, or where a person starts a run or carries a relation over by hand (SN-05)."),
            new Setting("schedule", "text", false, "", List.of(), "The fixed times, as a cron expression with seconds, such as 0 0 7,19 * * ? (every day at seven and nineteen)."),
            new Setting("quietHours", "text", false, "at any time", List.of(), "When runs over many relations work, such as 22:00-06:00 (SN-42)."),
            new Setting("batch", "number", false, "without limit", List.of(), "How many writes the quiet hours of one night have; what is left of a run waits for the next one."),
            new Setting("zone", "text", false, "Europe/Amsterdam", List.of(), "The time zone of these times."),
            new Setting("pollInterval", "duration", false, "PT5M", List.of(), "How often Compenda is asked for what its webhooks did not show."),
            new Setting("sweepInterval", "duration", false, "PT15M", List.of(), "How often SnelStart is asked what changed there."),
            new Setting("compareInterval", "duration", false, "P1D", List.of(), "How often everything is compared."),
            new Setting(BRAKE, "number", false, "one in a hundred of its pairs, at least 10", List.of(), "How many destructive changes (emptied fields) it makes in a day before it asks."));
    }

    @Override public List<FieldLine> fields() { return CompendaSnelStartFields.LINES; }

    @Override public List<NotSynchronised> notSynchronised() { return CompendaSnelStartFields.LEFT_ALONE; }
}
