package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.OutboundClient;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Turn;

/** The API key of an office for a token. */
@ApplicationScoped
@Named("adminConsultTokens")
@Unremovable
public class AdminConsultTokens {

    private static final String ROAD = AdminConsultCalls.ROOT + "/token";
    private static final ZoneId OFFICE = ZoneId.of("Europe/Brussels");
    /** A token must outlast the call it is taken for. */
    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** Of a token whose end is not understood, or has passed already: another zone than the office's; its refusal tells the end then. */
    private static final Duration UNKNOWN = Duration.ofMinutes(30);

    private final AdminConsultCalls calls;

    AdminConsultTokens(AdminConsultCalls calls) { this.calls = calls; }

    /** Comes to an {@link Accounts.Token}, or to why there is none; costs no budget. */
    public Turn ask() {
        var call = new Call("GET", Call.Base.API, ROAD, "", Map.of(OutboundClient.TYPE_WITHOUT_BODY, AdminConsultCalls.JSON), null, new KeyInPath(ROAD), false);
        return Turn.ask(call, calls.replies(), (reply, wire) -> Turn.said(token(wire, Instant.now()))).unless(answer -> Turn.said(mayHeal(answer) || Replies.isUntrusted(answer) ? answer : denied()));
    }

    private Object token(JsonNode wire, Instant now) {
        var token = wire.path("TokenGuid").asText("");
        if (token.isBlank() || !token.chars().allMatch(sign -> sign > ' ' && sign < 127)) return denied();
        var end = end(wire.path("TimeToLive").asText("")).filter(now.plus(MARGIN)::isBefore).orElse(now.plus(UNKNOWN));
        return new Accounts.Token(token, end.minus(MARGIN));
    }

    private static Optional<Instant> end(String text) {
        try {
            var moment = DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(moment instanceof OffsetDateTime known ? known.toInstant() : ((LocalDateTime) moment).atZone(OFFICE).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Everything else is about the account: nobody is gone because a token is not to be had. */
    private static boolean mayHeal(Answer answer) { return answer instanceof Answer.Unanswered || answer instanceof Answer.Throttled; }

    /** In words of our own: the server's may hold the key. */
    private Answer denied() { return new Answer.Denied(calls.replies().reason(ReasonCode.VENDOR_REFUSED, Phrase.NO_TOKEN_AT_ADDRESS.said().kept())); }
}
