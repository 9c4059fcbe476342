package nl.koppelwerk.ledger.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.ledger.DeadLetters;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.relation.Reason;

final class MemoryDeadLetters implements DeadLetters {

    private final Map<String, DeadLetter> letters = new TreeMap<>();
    private final MemoryState state;
    private final MemoryNotices notices;

    MemoryDeadLetters(MemoryState state, MemoryNotices notices) {
        this.state = state;
        this.notices = notices;
    }

    @Override public List<DeadLetter> open(Filter filter, String afterId, int most) {
        return letters.values().stream()
            .filter(letter -> isOpen(letter) && letter.id().compareTo(afterId) > 0 && matches(filter, letter)).limit(most).toList();
    }

    private static boolean matches(Filter filter, DeadLetter letter) {
        return (filter.links() == null || filter.links().contains(letter.link()))
            && (filter.reason() == null || letter.reasons().stream().anyMatch(reason -> reason.code().name().equals(filter.reason())))
            && (filter.from() == null || !letter.at().isBefore(filter.from()))
            && (filter.to() == null || letter.at().isBefore(filter.to()));
    }

    @Override public Optional<DeadLetter> find(String id) { return Optional.ofNullable(letters.get(id)); }

    @Override public int replay(List<String> ids, String by) {
        var open = ids.stream().distinct().map(letters::get).filter(letter -> letter != null && isOpen(letter)).toList();
        for (var letter : open) {
            notices.place(root(letter), Hint.of(letter.link(), letter.side(), letter.root(), "replay"), false, "");
            close(letter, "replay");
        }
        return open.size();
    }

    @Override public boolean discard(String id, String by) {
        var letter = letters.get(id);
        if (letter == null || !isOpen(letter)) return false;
        close(letter, "discard");
        var relation = state.relations.find(letter.relation());
        if (relation != null) relation.wanted.clear();
        return true;
    }

    /** A root has one open letter: the newest failure tells more than the first. */
    void add(RootId root, String relation, List<Reason> reasons, String decision, int attempts) {
        var id = letters.values().stream().filter(letter -> isOpen(letter) && root(letter).equals(root)).map(DeadLetter::id)
            .findFirst().orElseGet(() -> state.id("letter"));
        var answer = reasons.stream().map(reason -> reason.details().get("answer")).filter(text -> text != null).findFirst().orElse("");
        letters.put(id, new DeadLetter(id, root.link(), relation, root.side(), root.root(), reasons, decision, answer, attempts, state.now(), ""));
    }

    boolean isDead(RootId root) { return letters.values().stream().anyMatch(letter -> isOpen(letter) && root(letter).equals(root)); }

    void succeeded(RootId root) {
        new ArrayList<>(letters.values()).stream().filter(letter -> isOpen(letter) && root(letter).equals(root))
            .forEach(letter -> close(letter, "success"));
    }

    private void close(DeadLetter it, String by) {
        letters.put(it.id(), new DeadLetter(it.id(), it.link(), it.relation(), it.side(), it.root(), it.reasons(), it.decision(),
            it.answer(), it.attempts(), it.at(), by));
    }

    private static boolean isOpen(DeadLetter letter) { return letter.closedBy().isEmpty(); }

    private static RootId root(DeadLetter letter) { return new RootId(letter.link(), letter.side(), letter.root()); }
}
