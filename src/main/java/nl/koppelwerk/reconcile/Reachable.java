package nl.koppelwerk.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;

/** Whether what a person chooses for a field can be carried out by a link: what is not compared is never looked at, and no value goes against its way. */
public record Reachable(Rules rules, Kind kind) {

    /** What stands in the way, in words that end with the remedy. */
    public record Obstacle(String code, Said said) {}

    /** What both sides hold of one field. */
    public record Held(Value<?> source, Value<?> target) {

        Value<?> at(Side side) { return side == Side.SOURCE ? source : target; }
    }

    /** @param typed the value that was typed; counts for {@code VALUE} alone */
    public Optional<Obstacle> against(PartKey part, Field<?> field, Choice choice, Value<?> typed, Held held) {
        var rule = rules.rule(part.kind(), field);
        var subject = part.subject(field);
        if (!isCompared(part, field, rule)) return Optional.of(notCompared(subject, held));
        if (choice == Choice.VALUE && !joined(part, field).isEmpty()) return Optional.of(together(subject, joined(part, field)));
        if (rule.isKey()) return owner(rule).filter(owner -> !isOwn(owner, choice)).map(owner -> named(subject, owner));
        return written(choice).stream().filter(side -> !rule.mayWrite(side) && !(choice == Choice.VALUE && holds(part, field, side, typed, held)))
            .findFirst().map(side -> oneWay(subject, side));
    }

    private boolean isCompared(PartKey part, Field<?> field, FieldRule rule) {
        return rule.compares() && Arrays.stream(Side.values()).allMatch(side -> rules.dialect(side).knows(kind, part.kind(), field));
    }

    private static List<Side> written(Choice choice) {
        if (choice == Choice.VALUE) return List.of(Side.values());
        return List.of(choice == Choice.SOURCE ? Side.TARGET : Side.SOURCE);
    }

    /** Those that one member of either side feeds with it: which of them a typed value is meant for nobody could tell afterwards. */
    private List<String> joined(PartKey part, Field<?> field) {
        return Arrays.stream(Side.values()).flatMap(side -> rules.dialect(side).groups(kind, part.kind()).stream()).filter(group -> group.contains(field))
            .flatMap(List::stream).filter(other -> !other.equals(field)).map(Field::name).distinct().toList();
    }

    private static Obstacle together(String subject, List<String> others) {
        return new Obstacle("JOINED", Phrase.JOINED.with("subject", subject).with("others", others.stream().map(Said::field).collect(Collectors.joining(", "))));
    }

    private boolean holds(PartKey part, Field<?> field, Side side, Value<?> typed, Held held) {
        return rules.dialect(side).form(kind, part.kind(), field, typed).equals(held.at(side));
    }

    /** The side whose value a key follows. */
    private static Optional<Side> owner(FieldRule rule) { return Arrays.stream(Side.values()).filter(side -> !rule.mayWrite(side)).findFirst(); }

    private static boolean isOwn(Side owner, Choice choice) { return choice == (owner == Side.SOURCE ? Choice.SOURCE : Choice.TARGET); }

    private Obstacle notCompared(String subject, Held held) {
        var shown = Arrays.stream(Side.values()).filter(side -> !held.at(side).isAbsent()).map(this::label).collect(Collectors.joining(" " + Said.word("word.or") + " "));
        return new Obstacle("NOT_COMPARED", Phrase.NOT_COMPARED.with("subject", subject).with("system", shown.isEmpty() ? Said.word("word.its-system") : shown));
    }

    private Obstacle named(String subject, Side owner) {
        return new Obstacle("FOLLOWS_ONLY", Phrase.FOLLOWS_ONLY.with("subject", subject).with("owner", label(owner)).with("follower", label(owner.other())).with("side", named(owner)));
    }

    private Obstacle oneWay(String subject, Side side) {
        return new Obstacle("ONE_WAY", Phrase.NOT_CARRIED.with("subject", subject).with("system", label(side)).with("side", named(side)));
    }

    private static String named(Side side) { return Said.word("side." + side.name().toLowerCase(Locale.ROOT)); }

    private String label(Side side) { return rules.dialect(side).label(); }
}
