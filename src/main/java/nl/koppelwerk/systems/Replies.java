package nl.koppelwerk.systems;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * How the replies of one system are read when they are not what was asked for: each becomes an {@link Answer}.
 *
 * @param complaints how the fields of what was sent are called
 * @param unsaid     how long to wait when a 429 does not say
 * @param leftover   what the headers tell of the account's budget
 */
public record Replies(String label, Complaints complaints, Clock clock, Duration unsaid, Leftover leftover) {

    /** For a vendor whose headers tell nothing of a budget. */
    public Replies(String label, Complaints complaints, Clock clock, Duration unsaid) { this(label, complaints, clock, unsaid, Leftover.UNTOLD); }

    /** The vendor wants to be told a version (428); a {@link Answer.Stale} like others, and told from them by identity. */
    public static final Answer VERSION_WANTED = new Answer.Stale();

    /** Empty where the reply is one of success, with a body that may be read. */
    Optional<Answer> failure(Call call, Reply reply) {
        return reply.isSuccess() ? Optional.empty() : complaints.meaning(reply).or(() -> byStatus(call, reply));
    }

    private Optional<Answer> byStatus(Call call, Reply reply) {
        return switch (reply.status()) {
            case 401 -> Optional.of(denied(reply).orElseGet(this::resting));
            case 403 -> Optional.of(complaints.throttles(reply) ? throttled(reply) : denied(reply).orElseGet(() -> lacking(call, reply)));
            case 404, 410 -> Optional.of(new Answer.Gone());
            case 409, 412 -> Optional.of(new Answer.Stale());
            case 428 -> Optional.of(VERSION_WANTED);
            case 429 -> Optional.of(throttled(reply));
            case 408, 425 -> Optional.of(unanswered());
            default -> byHundreds(call, reply);
        };
    }

    private Answer throttled(Reply reply) { return new Answer.Throttled(RetryAfter.until(complaints.wait(reply), clock.instant(), unsaid)); }

    private Optional<Answer> denied(Reply reply) {
        var why = complaints.denial(reply);
        return why.isEmpty() ? Optional.empty() : Optional.of(new Answer.Denied(reason(ReasonCode.VENDOR_REFUSED, why)));
    }

    /** Whose it is the vendor knows by now; what is missing only its own words tell. */
    private Answer lacking(Call call, Reply reply) { return new Answer.Denied(reason(ReasonCode.CREDENTIALS_REFUSED, complaints.sentence(call, reply))); }

    private Optional<Answer> byHundreds(Call call, Reply reply) {
        return switch (reply.status() / 100) {
            case 2 -> Optional.empty();
            // Not followed: it would carry the credentials to an address that nobody allowed.
            case 3 -> Optional.of(unreadable());
            case 4 -> Optional.of(complaints.denies(reply) ? resting() : new Answer.Refused(complaints.reasons(label, call, reply)));
            case 5 -> Optional.of(unanswered());
            default -> Optional.of(garbled(call));
        };
    }

    /** 503 with {@code Retry-After} stays unanswered: a write may have been done, and only a look can tell. */
    public Answer unanswered() { return new Answer.Unanswered(reason(ReasonCode.VENDOR_UNREACHABLE, "")); }

    /** Something that nobody understands: of a read for good, of a write a doubt whether it was done. */
    public Answer garbled(Call call) {
        return call.writes() ? new Answer.Unanswered(reason(ReasonCode.VENDOR_NOT_UNDERSTOOD, "")) : unreadable();
    }

    public Answer unreadable() { return new Answer.Unreadable(reason(ReasonCode.VENDOR_NOT_UNDERSTOOD, "")); }

    /** The account is refused, or was a moment ago and is not called for now. */
    public Answer resting() { return new Answer.Denied(reason(ReasonCode.CREDENTIALS_REFUSED, "")); }

    public Answer notAllowed(String why) { return new Answer.Denied(reason(ReasonCode.VENDOR_UNREACHABLE, why)); }

    /** Nothing was sent: whoever shows that certificate may be anybody. */
    public Answer untrusted(Fingerprint seen) {
        return new Answer.Denied(new Reason(ReasonCode.CERTIFICATE_UNTRUSTED, "", Map.of("system", label, "fingerprint", seen.toString(), "credential", Fingerprint.PINNED)));
    }

    /** It says which certificate was seen, and so goes on to whoever asked. */
    public static boolean isUntrusted(Answer answer) { return answer instanceof Answer.Denied denied && denied.reason().code() == ReasonCode.CERTIFICATE_UNTRUSTED; }

    /** What a failure means where not one record was asked for but a list: nothing is gone because a list is not there. */
    public Answer ofList(Answer failure) {
        return failure instanceof Answer.Gone || failure instanceof Answer.Stale ? unreadable() : failure;
    }

    public Replies about(Complaints written) { return new Replies(label, written, clock, unsaid, leftover); }

    public Reason reason(ReasonCode code, String answer) {
        return new Reason(code, "", answer.isEmpty() ? Map.of("system", label) : Map.of("system", label, "answer", answer));
    }
}
