package nl.koppelwerk.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Links.Heard;
import nl.koppelwerk.ledger.Links.Hearing;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is not as it should be with a link that goes on all the same.
 *
 * @param side   empty where it is about both
 * @param code   WEBHOOK_SWITCHED_ON_AGAIN, WEBHOOK_MISSING, WEBHOOK_OF_ANOTHER or LINK_TWICE, or of a reason such as AUTHORIZATION_NEEDED
 * @param remedy what a person can do about it
 * @param seenAt when the vendor was asked; null where none was
 */
record Attention(String side, String code, String text, String remedy, @Schema(nullable = true) Instant seenAt) {

    static List<Attention> of(Map<Side, Heard> heard, Wording wording) {
        var all = new ArrayList<Attention>();
        heard.forEach((side, one) -> {
            if (one.hearing() != Hearing.HEARD) all.add(new Attention(Words.of(side), "WEBHOOK_" + one.hearing(), text(one.hearing(), wording), remedy(one.hearing(), wording), one.askedAt()));
        });
        return all;
    }

    /** Not before a person has done something. */
    static Attention of(Side side, Reason why, Wording wording) { return new Attention(Words.of(side), why.code().name(), wording.text(why), wording.remedy(why), null); }

    /** @param twin a link of the same type between the same two accounts */
    static Attention of(Link twin, Wording wording) {
        return new Attention("", Phrase.LINK_TWICE.name(), about(Phrase.LINK_TWICE, twin).in(wording), Phrase.LINK_TWICE_REMEDY.said().in(wording), null);
    }

    /** Why a link cannot work while its twin does. */
    static Said refusal(Link twin) { return about(Phrase.LINK_TWICE_ACTIVE, twin); }

    private static Said about(Phrase phrase, Link twin) {
        return phrase.with("link", twin.id()).with("name", twin.name()).with("state", Said.word("link-state." + Words.of(twin.state())));
    }

    /** As the test of a link tells it. */
    static Tested.Check check(Heard heard, Wording wording) {
        boolean well = heard.hearing() == Hearing.HEARD;
        return new Tested.Check("webhook", well, well ? "" : text(heard.hearing(), wording) + " " + remedy(heard.hearing(), wording));
    }

    private static String text(Hearing hearing, Wording wording) { return Phrase.valueOf("WEBHOOK_" + hearing).said().in(wording); }

    private static String remedy(Hearing hearing, Wording wording) { return Phrase.valueOf("WEBHOOK_" + hearing + "_REMEDY").said().in(wording); }
}
