package nl.koppelwerk.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Said;

/** The test of one side of a link: reachable, credentials, rights, one record; each answered with yes or with why not. */
public final class CheckUp {

    private static final List<String> ALL = List.of("reachable", "credentials", "rights", "record");

    private CheckUp() { }

    /** Everything is well, and besides what is worth saying. */
    public static List<Connector.Check> well(Connector.Check... remarks) {
        var checks = new ArrayList<>(ALL.stream().map(what -> new Connector.Check(what, true, "")).toList());
        checks.addAll(List.of(remarks));
        return checks;
    }

    /** Not needed, and worth saying where it is missing. */
    public static Connector.Check signature(Accounts.Account account) {
        boolean signed = !account.credentials().getOrDefault("webhookSecret", "").isBlank();
        return new Connector.Check("webhook-signature", signed, signed ? "" : Phrase.NO_WEBHOOK_SECRET.said().kept());
    }

    /** What the first call that failed says of each; what comes after it could not be seen. */
    public static Function<Answer, Turn> from(String failedAt) {
        return answer -> Turn.said(failed(answer instanceof Answer.Unanswered || answer instanceof Answer.Throttled || Replies.isUntrusted(answer) ? "reachable"
            : answer instanceof Answer.Denied ? failedAt : "record", why(answer)));
    }

    private static List<Connector.Check> failed(String first, String why) {
        int at = ALL.indexOf(first);
        return ALL.stream().map(what -> ALL.indexOf(what) < at ? new Connector.Check(what, true, "")
            : new Connector.Check(what, false, ALL.indexOf(what) == at ? why : Phrase.NOT_SEEN.with("failed", Said.word("check." + first)).kept())).toList();
    }

    /** Why one could not be used, in words as data. */
    public static String why(Answer answer) {
        if (answer instanceof Answer.Denied denied) return Replies.isUntrusted(answer) ? text(denied.reason()) + "\n" + look(denied.reason()) : text(denied.reason());
        if (answer instanceof Answer.Unanswered lost) return text(lost.reason());
        if (answer instanceof Answer.Unreadable odd) return text(odd.reason());
        if (answer instanceof Answer.Refused refused) return String.join("\n", refused.reasons().stream().map(CheckUp::text).toList());
        return answer instanceof Answer.Throttled throttled ? Phrase.ASKS_TO_WAIT.with("until", throttled.until()).kept() : Phrase.NOTHING_THERE.said().kept();
    }

    private static String look(Reason untrusted) {
        return Phrase.LOOK_AT_CERTIFICATE.with("system", untrusted.details().get("system")).with("credential", untrusted.details().getOrDefault("credential", "")).kept();
    }

    /** With the vendor's own words, also where the sentence has no place for them. */
    private static String text(Reason reason) {
        var answer = reason.details().getOrDefault("answer", "");
        boolean isSaid = answer.isEmpty() || reason.code().text().contains("{answer}");
        return isSaid ? Said.of(reason).kept() : Phrase.WITH_ANSWER.with("said", Said.of(reason)).with("answer", answer).kept();
    }
}
