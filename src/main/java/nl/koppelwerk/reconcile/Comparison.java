package nl.koppelwerk.reconcile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;

/**
 * Both records of a pair side by side, as they are now (CL-07, CL-08, CL-10): by the same law as the merge, whatever was agreed on before.
 *
 * @param remarks what the link leaves aside of the source's record, so that a line may be equal and yet not be all that stands there
 */
public record Comparison(List<Line> lines, List<Reason> remarks) {

    /** What both sides hold of one subject; a part that one side does not have stands as a whole. */
    public record Line(String subject, Value<?> source, Value<?> target, boolean equal) {}

    public Comparison {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    public static Comparison of(Rules rules, Pair pair, Relation source, Relation target) {
        return new Comparison(SideBySide.of(rules, pair, source, target).stream().filter(line -> !line.isEqual() || !isKey(rules, line.subject()))
            .map(line -> new Line(line.subject(), line.source(), line.target(), line.isEqual())).toList(), rules.remarks(Side.SOURCE, source));
    }

    /** What names the partner is the hub's own business, unless it names another. */
    private static boolean isKey(Rules rules, String subject) {
        return Fields.named(subject).filter(field -> rules.rule(PartKind.ROOT, field).isKey()).isPresent();
    }

    public boolean isEqual() { return lines.stream().allMatch(Line::equal); }

    /** Other bytes as soon as either side holds anything else; they are values of people. */
    public byte[] content() {
        var content = new StringBuilder();
        for (var line : lines)
            for (var text : List.of(line.subject(), told(line.source()), told(line.target()))) content.append(text.length()).append(':').append(text);
        return content.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String told(Value<?> value) { return value.isAbsent() ? "absent" : "=" + value.text(); }
}
