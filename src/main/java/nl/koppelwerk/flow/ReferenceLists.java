package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import nl.koppelwerk.link.Side;

/** What the vendors of a link let one choose from: names with the vendor's own ids. */
@Singleton
public final class ReferenceLists {

    private final LinkBook book;
    private final AccountBook accounts;

    @Inject
    public ReferenceLists(LinkBook book, AccountBook accounts) {
        this.book = book;
        this.accounts = accounts;
    }

    /**
     * The list of that name, of the sides that have one.
     *
     * @throws AnsweredInstead when it was never read and the vendor does not answer now
     */
    public Map<Side, Map<String, String>> of(String link, String list) {
        var known = book.link(link);
        var type = book.type(known);
        var found = new EnumMap<Side, Map<String, String>>(Side.class);
        for (var side : Side.values()) {
            var lists = accounts.references(known.accounts().get(side), side == Side.SOURCE ? type.sourceSystem() : type.targetSystem()).lists();
            if (lists.containsKey(list)) found.put(side, lists.get(list));
        }
        return found;
    }
}
