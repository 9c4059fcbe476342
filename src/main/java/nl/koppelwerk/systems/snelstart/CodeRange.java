package nl.koppelwerk.systems.snelstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The relaties whose relatiecode lies above one number and below another. No order of a listing is promised, and a relatie has one
 * code: a pass goes range by range, so that nothing that is made or changed on the way pushes another off a page.
 *
 * @param above null for the first of all
 * @param below null for the last of all
 */
record CodeRange(Long above, Long below) {

    static final CodeRange ALL = new CodeRange(null, null);

    /** With the operators that the vendor shows. */
    Optional<String> filter(String changed) {
        var conditions = new ArrayList<String>();
        if (!changed.isEmpty()) conditions.add(changed);
        if (above != null) conditions.add("Relatiecode gt " + above);
        if (below != null) conditions.add("Relatiecode lt " + below);
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", conditions));
    }

    /**
     * The first part of it, up to the middle one of those that were seen there; empty where it cannot be less.
     *
     * @param codes what was seen of it, in any order
     */
    Optional<CodeRange> less(List<Long> codes) {
        var sorted = codes.stream().distinct().sorted().toList();
        return sorted.size() < 2 ? Optional.empty() : Optional.of(new CodeRange(above, sorted.get(sorted.size() / 2)));
    }

    /** The rest of all, or as much of it as should have so many rows, where this one had those. */
    CodeRange next(List<Long> codes, int wanted) {
        long from = below - 1;
        if (codes.isEmpty()) return new CodeRange(from, null);
        long first = above == null ? codes.stream().min(Long::compare).orElseThrow() : above + 1;
        long width = Math.max(1, (below - first) * wanted / codes.size());
        return new CodeRange(from, below + width);
    }
}
