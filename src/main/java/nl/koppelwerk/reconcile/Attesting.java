package nl.koppelwerk.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Attestation.Kind;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.reconcile.SideBySide.Line;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** Judges one relation for a certificate: equal is only what was read on both sides and compared; everything else has its reasons. Pure. */
public final class Attesting {

    private static final Set<PartKind> ALL = Set.of(PartKind.CONTACT, PartKind.ROLE);
    /** From its question to its end at the vendor. */
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);
    /** For people to see; they explain no difference. */
    private static final Set<ReasonCode> REMARKS = EnumSet.of(ReasonCode.ARCHIVED_GOES_ON, ReasonCode.CONTACTS_OF_PERSONS, ReasonCode.ROLE_UNKNOWN_FOR_KIND,
        ReasonCode.CONTACT_WITHOUT_ADDRESS);

    private static final Set<ReasonCode> SPELLINGS = EnumSet.of(ReasonCode.BOTH_SIDES_CHANGED, ReasonCode.FIRST_MEETING_DIFFERS, ReasonCode.DRIFT);

    private final Rules rules;
    private final Evidence evidence;

    private Attesting(Rules rules, Evidence evidence) {
        this.rules = rules;
        this.evidence = evidence;
    }

    public static Attestation judge(Rules rules, Evidence evidence) { return new Attesting(rules, evidence).judge(); }

    private Attestation judge() {
        if (!evidence.pair().isPaired()) return new Attestation(Kind.ALONE, List.of(), known(ReasonCode.DIFFERS_UNEXPLAINED), "");
        if (!evidence.pair().gone().isEmpty()) return new Attestation(Kind.DIFFERS, List.of(), known(ReasonCode.DIFFERS_UNEXPLAINED), "");
        var read = read(rules, evidence);
        var unread = Arrays.stream(Side.values()).filter(side -> !read.contains(side)).map(side -> named(ReasonCode.NOT_READ, side)).toList();
        return unread.isEmpty() ? compared() : new Attestation(Kind.UNREAD, List.of(), plus(unread, evidence.state() == State.IN_SYNC ? List.of() : evidence.reasons()), "");
    }

    /** The sides that were read since the run began, whole, and without a write of ours that nobody has seen yet. */
    public static Set<Side> read(Rules rules, Evidence evidence) {
        Set<Side> read = EnumSet.noneOf(Side.class);
        for (Side side : evidence.read())
            if (evidence.seen().get(side).relation().partsSeen().containsAll(ALL) && showsWhatWeWrote(rules, evidence, side)) read.add(side);
        return read;
    }

    /** A read right after a write may show the state before it; where no look judges any more what was written, a later one is good enough. */
    private static boolean showsWhatWeWrote(Rules rules, Evidence evidence, Side side) {
        var shows = rules.dialect(side).visibilityDelay().plus(LONGEST_WRITE);
        return evidence.pair().recent().stream().filter(sent -> sent.side() == side && !sent.confirmed())
            .allMatch(sent -> evidence.seen().get(side).askedAt().isAfter(sent.at().plus(shows)));
    }

    private Attestation compared() {
        var lines = SideBySide.of(rules, evidence.pair(), evidence.seen().get(Side.SOURCE).relation(), evidence.seen().get(Side.TARGET).relation());
        var differing = lines.stream().filter(line -> !line.isEqual() || isOpen(line)).map(Line::subject).toList();
        var written = evidence.written().stream().map(this::written).toList();
        if (!differing.isEmpty()) return new Attestation(Kind.DIFFERS, differing, plus(reasons(differing), written), content(lines));
        return new Attestation(written.isEmpty() ? Kind.EQUAL : Kind.REPAIRED, written.stream().map(Reason::subject).distinct().toList(), written, content(lines));
    }

    /** Two spellings of which somebody is asked, or told, are not called equal. */
    private boolean isOpen(Line line) {
        return !line.source().equals(line.target()) && evidence.reasons().stream().anyMatch(reason -> SPELLINGS.contains(reason.code()) && reason.subject().equals(line.subject()));
    }

    private Reason written(Evidence.Written written) { return named(ReasonCode.WRITTEN_SINCE, written.side()).about(written.subject()); }

    private List<Reason> reasons(List<String> differing) {
        return differing.stream().flatMap(subject -> reasons(subject).stream()).distinct().toList();
    }

    private List<Reason> reasons(String subject) {
        var together = together(subject);
        var own = evidence.reasons().stream().filter(reason -> together.stream().anyMatch(each -> isAbout(reason, each))).toList();
        if (!own.isEmpty()) return own;
        // Only a look that gave no single field its reason speaks for all of them.
        var whole = evidence.reasons().stream().filter(reason -> !REMARKS.contains(reason.code()))
            .filter(reason -> reason.subject().isEmpty() || evidence.state() == State.FAILED).toList();
        boolean isOpen = evidence.state() != State.IN_SYNC && evidence.state() != State.PENDING;
        return isOpen && !whole.isEmpty() ? whole : List.of(new Reason(evidence.waits() || evidence.state() == State.PENDING ? ReasonCode.STILL_WORKED : ReasonCode.DIFFERS_UNEXPLAINED, subject));
    }

    private static boolean isAbout(Reason reason, String subject) {
        return !subject.isEmpty() && (reason.subject().equals(subject) || reason.subject().startsWith(subject + "/"));
    }

    /** Fields that one member feeds are held, refused and parted together. */
    private List<String> together(String subject) {
        int slash = subject.lastIndexOf('/');
        var part = slash < 0 ? PartKind.ROOT : nl.koppelwerk.link.PartKey.parse(subject.substring(0, slash)).kind();
        var name = subject.substring(slash + 1);
        var kind = evidence.seen().get(Side.SOURCE).relation().kind();
        var fed = Arrays.stream(Side.values()).flatMap(side -> rules.dialect(side).groups(kind, part).stream())
            .filter(group -> group.stream().anyMatch(field -> field.name().equals(name)))
            .flatMap(group -> group.stream().map(field -> subject.substring(0, slash + 1) + field.name())).distinct().toList();
        return fed.isEmpty() ? List.of(subject) : fed;
    }

    /** What the last look said; a relation of which nothing is said is either worked on or a defect of ours. */
    private List<Reason> known(ReasonCode otherwise) {
        var said = evidence.reasons().stream().filter(reason -> !REMARKS.contains(reason.code())).toList();
        boolean isWorked = evidence.waits() || evidence.state() == State.PENDING;
        return said.isEmpty() ? List.of(new Reason(isWorked ? ReasonCode.STILL_WORKED : otherwise)) : said;
    }

    private Reason named(ReasonCode code, Side side) { return new Reason(code, "", Map.of("system", rules.dialect(side).label())); }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all.stream().distinct().toList();
    }

    /** Bound to the two roots; each text with its length, so that no two contents make one text. */
    private String content(List<Line> lines) {
        var pair = evidence.pair();
        return framed(pair.facet()) + framed(pair.source()) + framed(pair.target()) + lines.stream()
            .map(line -> framed(line.subject()) + framed(told(line.source())) + framed(told(line.target()))).collect(Collectors.joining());
    }

    private static String told(nl.koppelwerk.relation.Value<?> value) {
        if (value.isAbsent()) return "absent";
        return value.isEmpty() ? "empty" : "=" + value.text();
    }

    private static String framed(String text) { return text.length() + ":" + text; }
}
