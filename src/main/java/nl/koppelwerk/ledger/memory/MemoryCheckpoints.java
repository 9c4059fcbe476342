package nl.koppelwerk.ledger.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.link.Side;

final class MemoryCheckpoints implements Checkpoints {

    private final Map<Key, Place> places = new HashMap<>();

    private record Key(String link, Side side, String listing) {}

    @Override public Optional<Place> find(String link, Side side, String listing) {
        return Optional.ofNullable(places.get(new Key(link, side, listing)));
    }

    void forget(String link, String ending) { places.keySet().removeIf(key -> key.link().equals(link) && key.listing().endsWith(ending)); }

    @Override public void at(String link, Side side, String listing, Place place) {
        places.put(new Key(link, side, listing), place);
    }
}
