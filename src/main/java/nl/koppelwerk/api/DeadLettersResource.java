package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.flow.Replay;
import nl.koppelwerk.ledger.DeadLetters;
import nl.koppelwerk.ledger.DeadLetters.DeadLetter;
import nl.koppelwerk.ledger.DeadLetters.Filter;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.relation.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices that failed for good or too often. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLettersResource {

    @Inject Access access;
    @Inject OfficeLinks links;
    @Inject DeadLetters letters;
    @Inject Replay replay;

    @GET
    @Path("dead-letters")
    @Operation(operationId = "listDeadLetters", summary = "What failed for good: the reason, the vendor's answer, how often it was tried.")
    public Page<DeadLetterView> list(@BeanParam Cursor cursor, @QueryParam("link") String link, @QueryParam("reason") String reason,
                              @QueryParam("from") String from, @QueryParam("to") String to) {
        var filter = filter(links.chosen(link), reason, moment("from", from), moment("to", to));
        return cursor.page(filter.links().isEmpty() ? List.of() : letters.open(filter, cursor.after(), cursor.most() + 1), DeadLetter::id, letter -> DeadLetterView.of(letter, access.wording()));
    }

    /** Which ones; what is left out does not filter. */
    record Which(String link, String reason, Instant from, Instant to) {}

    record Replayed(int replayed) {}

    @POST
    @Path("dead-letters/replay")
    @Operation(operationId = "replayDeadLetters", summary = "Send all that fit the filter on their way again, each once.")
    @APIResponseSchema(value = Replayed.class, responseCode = "202")
    public Response replayAll(Which asked) {
        var which = asked == null ? new Which(null, null, null, null) : asked;
        var chosen = links.chosen(which.link(), Role.OPERATOR);
        var filter = filter(chosen, which.reason(), kept("/from", "from", which.from()), kept("/to", "to", which.to()));
        int replayed = replayAll(filter);
        chosen.stream().map(Link::office).distinct().forEach(office -> access.did(office, "dead-letters.replay", "", Map.of("replayed", Integer.toString(replayed))));
        return Response.accepted(new Replayed(replayed)).build();
    }

    @POST
    @Path("dead-letters/{letter}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Send one on its way again, after its cause was mended.")
    @APIResponseSchema(value = Replayed.class, responseCode = "202")
    public Response replay(String letter) {
        var link = open(letter);
        int replayed = replay.replay(List.of(letter), access.name());
        access.did(link.office(), "dead-letter.replay", letter);
        return Response.accepted(new Replayed(replayed)).build();
    }

    @POST
    @Path("dead-letters/{letter}/discard")
    @Operation(operationId = "discardDeadLetter", summary = "Close one without doing anything; the next change of its record is looked at as ever.")
    public DeadLetterView discard(String letter) {
        var link = open(letter);
        var known = letters.find(letter).orElseThrow();
        letters.discard(letter, access.name());
        access.did(link.office(), "dead-letter.discard", letter);
        return DeadLetterView.of(known, access.wording());
    }

    private Link open(String id) {
        var letter = letters.find(id).orElseThrow(() -> Refusal.notFound("dead-letter"));
        var link = access.link(letter.link(), "dead-letter", Role.OPERATOR);
        if (!letter.closedBy().isEmpty()) throw Refusal.conflict("CLOSED", Phrase.CLOSED.with("by", letter.closedBy()));
        return link;
    }

    /** Page by page, so that a long list does not stand in memory. */
    private int replayAll(Filter filter) {
        int replayed = 0;
        var after = "";
        for (var page = letters.open(filter, after, Cursor.MOST); !page.isEmpty(); page = letters.open(filter, after, Cursor.MOST)) {
            replayed += replay.replay(page.stream().map(DeadLetter::id).toList(), access.name());
            after = page.get(page.size() - 1).id();
        }
        return replayed;
    }

    private static Filter filter(List<Link> links, String reason, Instant from, Instant to) {
        return new Filter(links.stream().map(Link::id).toList(), reason == null || reason.isEmpty() ? null : reason, from, to);
    }

    /** Moments that a database can compare with. */
    private static Instant kept(String pointer, String member, Instant moment) {
        if (moment != null && Math.abs(moment.atOffset(ZoneOffset.UTC).getYear()) > 9999) throw Refusal.malformed(pointer, Phrase.MOMENT_YEAR.with("name", member));
        return moment;
    }

    private static Instant moment(String parameter, String text) {
        try {
            return text == null || text.isEmpty() ? null : kept("/" + parameter, parameter, Instant.parse(text));
        } catch (DateTimeException wrong) {
            throw Refusal.malformed("/" + parameter, Phrase.MOMENT_FORM.with("name", parameter));
        }
    }
}
