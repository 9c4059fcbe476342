package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.relation.Reason;

/** The rulebook of one koppeling: which two systems, what an office may set, and the rules that follow. Pure. */
public interface LinkType {

    String id();

    String sourceSystem();

    String targetSystem();

    /** The systems in which relations are born; what is new there is made in the other one. */
    default List<String> creators() { return List.of(sourceSystem()); }

    /** Under how many hats a root may have a partner; most links know one. */
    default List<String> facets() { return List.of("relation"); }

    Rules rules(JsonNode settings, Dialect source, Dialect target);

    /** What is wrong with the settings, all at once; empty where a link may be activated with them. */
    List<Reason> problems(JsonNode settings);

    List<Setting> settings();

    /** The target may have relations of the source already when a link begins; those are recognised by their keys and not made again. */
    default boolean meetsAcquaintances() { return false; }

    /** What stands in the sheets by which relations of the source may come, too; none where they come by its interface alone. */
    default Optional<SheetKind> sheet() { return Optional.empty(); }

    default boolean takesSheets() { return sheet().isPresent(); }

    /** Nothing goes over but what a person has chosen from a preview. */
    default boolean previews() { return false; }

    /** When a link with these settings works. */
    default Timetable timetable(JsonNode settings) { return Timetable.ALWAYS; }

    /** The lines of the page "which data are synchronised". */
    List<FieldLine> fields();

    /** What this link leaves alone, and why. */
    List<NotSynchronised> notSynchronised();

    /**
     * One setting, described well enough for a program to fill it in.
     *
     * @param type    {@code boolean}, {@code text}, {@code number}, {@code duration}, {@code list}, {@code numbers} (a list of them) or {@code map}
     * @param allowed allowed values, or the values of a map; empty where anything of the type is allowed
     */
    record Setting(String name, String type, boolean required, String defaultValue, List<String> allowed, String sentence) {}

    record FieldLine(String part, String field, String sourceLabel, String targetLabel, String direction, String remark) {}

    record NotSynchronised(String what, String why) {}
}
