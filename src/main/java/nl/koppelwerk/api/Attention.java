package nl.koppelwerk.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Links.Heard;
import nl.koppelwerk.ledger.Links.Hearing;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector.Check;

/**
 * What is not as it should be with a link that goes on all the same.
 *
 * @param side   empty where it is about both
 * @param code   WEBHOOK_SWITCHED_ON_AGAIN, WEBHOOK_MISSING, WEBHOOK_OF_ANOTHER or LINK_TWICE, or of a reason such as AUTHORIZATION_NEEDED
 * @param remedy what a person can do about it
 * @param seenAt when the vendor was asked; null where none was
 */
record Attention(String side, String code, String text, String remedy, Instant seenAt) {

    static List<Attention> of(Map<Side, Heard> heard) {
        var all = new ArrayList<Attention>();
        heard.forEach((side, one) -> {
            if (one.hearing() != Hearing.HEARD) all.add(new Attention(Words.of(side), "WEBHOOK_" + one.hearing(), text(one.hearing()), remedy(one.hearing()), one.askedAt()));
        });
        return all;
    }

    /** Not before a person has done something. */
    static Attention of(Side side, Reason why, Wording wording) { return new Attention(Words.of(side), why.code().name(), wording.text(why), wording.remedy(why), null); }

    /** @param twin a link of the same type between the same two accounts */
    static Attention of(Link twin) {
        return new Attention("", "LINK_TWICE", "Link " + twin.id() + " (" + twin.name() + ", " + Words.of(twin.state()) + ") is of this type and between these two accounts: both at work would make everything twice.",
            "Use one of the two, and leave the other as it is or paused.", null);
    }

    /** As the test of a link tells it. */
    static Check check(Heard heard) {
        boolean well = heard.hearing() == Hearing.HEARD;
        return new Check("webhook", well, well ? "" : text(heard.hearing()) + " " + remedy(heard.hearing()));
    }

    private static String text(Hearing hearing) {
        return switch (hearing) {
            case HEARD -> "";
            case SWITCHED_ON_AGAIN -> "The vendor had switched our webhook off, as it does when calls fail; it is switched on again.";
            case MISSING -> "The vendor shows no webhook of ours; changes are found by the poll.";
            case OF_ANOTHER -> "The vendor's one webhook calls another address than this link's; changes are found by the poll.";
        };
    }

    private static String remedy(Hearing hearing) {
        return switch (hearing) {
            case HEARD -> "";
            case SWITCHED_ON_AGAIN -> "See that the vendor reaches koppelwerk.public-url; the poll brings what it did not tell.";
            case MISSING -> "Register it again: POST /links/{link}/webhook/rotate.";
            case OF_ANOTHER -> "Where the other address is not needed, remove it at the vendor, then POST /links/{link}/webhook/rotate.";
        };
    }
}
