package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.koppelwerk.flow.Authorizing;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.relation.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An office's logins at vendors, which its links share. */
@Path("/api/v1")
@Tag(name = "Links")
public class AccountsResource {

    @Inject Access access;
    @Inject Accounts accounts;
    @Inject Authorizing authorizing;

    /** @param page the vendor's, where the hub is let in; also in {@code Location} */
    @Schema(name = "Authorization")
    record AuthorizationView(URI page) {}

    @GET
    @Path("accounts/{account}/authorize")
    @Operation(operationId = "authorizeAccount", summary = "Go to the vendor's page and let the hub in there (OAuth), as an administrator in a browser; the vendor sends you back to /oauth/callback within koppelwerk.authorization.life. Refused (409) where the account logs in by a key.")
    @APIResponse(responseCode = "303", description = "To the vendor's page", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AuthorizationView.class)))
    public Response authorize(String account) {
        var known = accounts.known(account).orElseThrow(() -> Refusal.notFound("account"));
        access.office(known.office(), "account", Role.ADMIN);
        var page = authorizing.begin(known, access.name()).orElseThrow(() -> Refusal.conflict("NOTHING_TO_AUTHORIZE", Phrase.NOTHING_TO_AUTHORIZE.said()));
        access.did(known.office(), "account.authorize.begin", known.id());
        // Whoever keeps the answer keeps a state, which is good once.
        return Response.seeOther(page).header("Cache-Control", "no-store").type(MediaType.APPLICATION_JSON).entity(new AuthorizationView(page)).build();
    }
}
