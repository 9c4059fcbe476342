package nl.koppelwerk.ledger.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;

/** Which notices are worked next: live before backfill, links in turn, within a link the one that was due first. */
final class Turns {

    private static final Comparator<NoticeRow> OLDEST =
        comparing((NoticeRow notice) -> notice.due).thenComparingLong(notice -> notice.generation);

    private final MemoryState state;

    Turns(MemoryState state) { this.state = state; }

    List<Claim> next(int most) {
        var claims = new ArrayList<Claim>();
        for (var lane : List.of(Lane.LIVE, Lane.BACKFILL)) {
            var waiting = waiting(lane);
            while (claims.size() < most && !waiting.isEmpty()) claims.add(take(waiting, lane));
        }
        return claims;
    }

    private Map<LinkRow, Queue<NoticeRow>> waiting(Lane lane) {
        var waiting = new LinkedHashMap<LinkRow, Queue<NoticeRow>>();
        for (var link : state.links.values()) if (mayWork(link) && !isQuiet(link, lane)) waiting.put(link, new PriorityQueue<>(OLDEST));
        for (var notice : state.notices.values()) {
            var queue = waiting.get(state.links.get(notice.id.link()));
            if (queue != null && notice.lane == lane && isDue(notice)) queue.add(notice);
        }
        waiting.entrySet().removeIf(entry -> entry.getValue().isEmpty() || !hasRoom(entry.getKey(), lane));
        return waiting;
    }

    private boolean hasRoom(LinkRow link, Lane lane) {
        var accounts = link.accounts.values().stream().map(state.accounts::get).filter(account -> account.limits.atOnce() > 0).toList();
        if (accounts.isEmpty()) return true;
        long inHand = state.notices.values().stream().filter(notice -> notice.id.link().equals(link.id) && notice.isLeased(state.now())).count();
        return accounts.stream().allMatch(account -> account.hasRoomFor(inHand, lane));
    }

    private boolean isQuiet(LinkRow link, Lane lane) { return lane == Lane.BACKFILL && link.quietUntil != null && link.quietUntil.isAfter(state.now()); }

    private boolean mayWork(LinkRow link) {
        boolean probes = link.state == Links.State.STOPPED && !link.probeAt.isAfter(state.now());
        return (link.state == Links.State.ACTIVE || probes) && MemoryAccounts.backOff(state, link) == null;
    }

    private boolean isDue(NoticeRow notice) { return !notice.due.isAfter(state.now()) && !notice.isLeased(state.now()); }

    private Claim take(Map<LinkRow, Queue<NoticeRow>> waiting, Lane lane) {
        var link = waiting.keySet().stream().min(comparingLong(row -> row.turn)).orElseThrow();
        var notice = waiting.get(link).poll();
        link.turn = state.next();
        var claim = notice.claimed(state.next(), state.leaseFromNow());
        if (link.state == Links.State.STOPPED) probe(link, claim, waiting);
        else if (waiting.get(link).isEmpty() || !hasRoom(link, lane)) waiting.remove(link);
        return claim;
    }

    /** A link that stopped itself tries one notice at a time. */
    private void probe(LinkRow link, Claim claim, Map<LinkRow, Queue<NoticeRow>> waiting) {
        link.probe = claim.token();
        link.probeAt = claim.leaseEnds();
        waiting.remove(link);
    }
}
