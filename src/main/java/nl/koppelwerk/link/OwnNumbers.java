package nl.koppelwerk.link;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of relatiecodes that the bookkeeping leaves to a link: each hat of each record has one number of its own, always the same.
 *
 * @param from the first of the range; 0 where there is none
 */
record OwnNumbers(long from) {

    private static final Pattern LAST_DIGITS = Pattern.compile("(\\d{1,9})$");

    /** False for a number below the range: that is none of the link's. */
    boolean mayHold(String number) { return from == 0 || number.matches("\\d{1,18}") && Long.parseLong(number) >= from; }

    /** Empty where the record's id ends in no number, or the range would go beyond what SnelStart counts to (int32). */
    Optional<String> of(String root) {
        var hat = Hat.of(root);
        if (from == 0 || hat.isEmpty()) return Optional.empty();
        var digits = LAST_DIGITS.matcher(hat.get().record());
        if (!digits.find()) return Optional.empty();
        long number = from + 2 * Long.parseLong(digits.group(1)) + (hat.get().facet().equals("creditor") ? 1 : 0);
        return number > Integer.MAX_VALUE ? Optional.empty() : Optional.of(Long.toString(number));
    }
}
