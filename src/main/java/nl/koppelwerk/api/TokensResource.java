package nl.koppelwerk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.flow.LedgerClock;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Tokens;
import nl.koppelwerk.ledger.Tokens.Token;
import nl.koppelwerk.relation.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tokens with which another program, such as a CRM's own screen, compares and chooses in one link. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class TokensResource {

    private static final int LONGEST_NAME = 100;
    /** That a database can compare with. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    @Inject Access access;
    @Inject Tokens tokens;
    @Inject Offices offices;
    @Inject LedgerClock clock;

    /**
     * @param name      who did something with it is told by this name
     * @param expiresAt left out for one that is good until it is revoked
     */
    record NewToken(String name, @Schema(nullable = true) Instant expiresAt) {}

    /**
     * @param state valid, expired or revoked
     * @param token what is sent as {@code Authorization: Bearer …}; only in the answer that made it
     */
    record TokenView(String id, String name, String state, String madeBy, Instant madeAt, @Schema(nullable = true) Instant expiresAt, @Schema(nullable = true) Instant revokedAt,
                     @JsonInclude(JsonInclude.Include.NON_NULL) String token) {
        static TokenView of(Token known, String text) {
            return new TokenView(known.id(), known.name(), Words.of(known.state()), known.madeBy(), known.madeAt(), known.expiresAt(), known.revokedAt(), text);
        }
    }

    @GET
    @Path("links/{link}/tokens")
    @Operation(operationId = "listTokens", summary = "The tokens of a link with their names, also those that are worth nothing any more; never their secrets.")
    public Page<TokenView> list(String link, @BeanParam Cursor cursor) {
        access.link(link, Role.ADMIN);
        return cursor.page(tokens.of(link, cursor.after(), cursor.most() + 1), Token::id, token -> TokenView.of(token, null));
    }

    @POST
    @Path("links/{link}/tokens")
    @Operation(operationId = "issueToken", summary = "A token for another program's screen, shown this once: it compares and chooses in this link, by hand also creates and updates, and does nothing else.")
    @APIResponseSchema(value = TokenView.class, responseCode = "201")
    public Response issue(String link, NewToken asked) {
        var known = access.link(link, Role.ADMIN);
        var faults = faults(asked);
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
        var issued = tokens.issue(link, asked.name().strip(), asked.expiresAt(), access.name())
            .orElseThrow(() -> Refusal.conflict("/name", "NAME_TAKEN", Phrase.NAME_TAKEN.said()));
        did(known, "token.issue", issued.token());
        return Response.created(URI.create("/api/v1/links/" + link + "/tokens")).entity(TokenView.of(issued.token(), issued.text())).build();
    }

    @POST
    @Path("links/{link}/tokens/{token}/revoke")
    @Operation(operationId = "revokeToken", summary = "A token is worth nothing from now on; revoked once more it stays so.")
    public TokenView revoke(String link, String token) {
        var known = access.link(link, Role.ADMIN);
        var revoked = tokens.revoke(link, token).orElseThrow(() -> Refusal.notFound("token"));
        did(known, "token.revoke", revoked);
        return TokenView.of(revoked, null);
    }

    private void did(Link link, String what, Token token) { access.did(link.office(), what, link.id(), Map.of("token", token.id(), "name", token.name())); }

    private List<Fault> faults(NewToken asked) {
        var faults = new ArrayList<Fault>();
        var name = asked == null || asked.name() == null ? "" : asked.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) faults.add(new Fault("/name", "REQUIRED", Phrase.NAME_NEEDED.with("most", LONGEST_NAME)));
        else if (!Words.isWritable(name)) faults.add(new Fault("/name", Phrase.NOT_WRITABLE.said()));
        else if (offices.user(name).isPresent()) faults.add(new Fault("/name", Phrase.NAME_OF_A_USER.said()));
        if (asked != null && asked.expiresAt() != null && !isAhead(asked.expiresAt())) faults.add(new Fault("/expiresAt", Phrase.NOT_AHEAD.said()));
        return faults;
    }

    private boolean isAhead(Instant moment) { return moment.isAfter(clock.instant()) && moment.isBefore(LAST); }
}
