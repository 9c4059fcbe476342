package nl.koppelwerk.relation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static nl.koppelwerk.relation.ReasonCode.TEXT_CONTROL_CHARACTERS;

/** Projects that go to the bookkeeping as cost centres: number and description, one a line (SN-20). */
public record CostCentres(SortedMap<String, String> byNumber) {

    public static final ValueType<CostCentres> TYPE = Checked.of(typed -> typed, CostCentres::fits,
        TEXT_CONTROL_CHARACTERS, CostCentres::of);

    public CostCentres {
        byNumber = Collections.unmodifiableSortedMap(new TreeMap<>(byNumber));
    }

    private static boolean fits(String text) {
        return text.lines().noneMatch(Blanks::hasControlCharacters);
    }

    private static CostCentres of(String text) {
        var byNumber = new TreeMap<String, String>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var parts = line.split("=", 2);
            byNumber.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
        });
        return new CostCentres(byNumber);
    }

    @Override public String toString() {
        return byNumber.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("\n"));
    }
}
