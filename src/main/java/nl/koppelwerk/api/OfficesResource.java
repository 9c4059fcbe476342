package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Acted;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Offices.User;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Offices, and who did what in them. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offices")
public class OfficesResource {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

    @Inject Access access;
    @Inject Offices offices;

    /** @param role of the caller */
    record OfficeView(String id, String name, String role) {}

    record NewOffice(String id, String name) {}

    record Audit(String id, Instant at, String office, String who, String did, String about, Map<String, String> details) {
        static Audit of(Acted acted) {
            var act = acted.act();
            return new Audit(acted.id(), acted.at(), act.office(), act.who(), act.did(), act.about(), act.details());
        }
    }

    @GET
    @Path("offices")
    @Operation(operationId = "listOffices", summary = "The offices that you belong to, with your role.")
    public Page<OfficeView> list() {
        return Page.whole(access.offices().stream().flatMap(id -> offices.find(id).stream())
            .map(office -> new OfficeView(office.id(), office.name(), Words.of(access.role(office.id())))).toList());
    }

    @POST
    @Path("offices")
    @Operation(operationId = "openOffice", summary = "Open an office (system users only); you become its first administrator.")
    @APIResponseSchema(value = OfficeView.class, responseCode = "201")
    public Response open(NewOffice asked) {
        if (!access.isSystem()) throw Refusal.forbidden(Phrase.ROLE_NEEDED.with("role", Said.word("role.system")));
        if (asked == null || asked.id() == null || !asked.id().matches(ID)) throw Refusal.unprocessable("/id", Phrase.OFFICE_ID.said());
        if (asked.name() == null || asked.name().isBlank()) throw Refusal.unprocessable("/name", "REQUIRED", Phrase.OFFICE_NAME_NEEDED.said());
        if (!Words.isWritable(asked.name())) throw Refusal.unprocessable("/name", Phrase.NOT_WRITABLE.said());
        if (!offices.open(asked.id(), asked.name().strip())) throw Refusal.conflict("OFFICE_EXISTS", Phrase.OFFICE_EXISTS.said());
        offices.save(withRole(offices.user(access.name()).orElseThrow(), asked.id()));
        access.did(asked.id(), "office.open", asked.id());
        return Response.created(URI.create("/api/v1/offices")).entity(new OfficeView(asked.id(), asked.name().strip(), Words.of(Role.ADMIN))).build();
    }

    @GET
    @Path("audit")
    @Operation(operationId = "listAudit", summary = "Who did what in the offices that you administer, newest first.")
    public Page<Audit> audit(@BeanParam Cursor cursor) {
        List<String> mine = access.offices().stream().filter(office -> access.may(office, Role.ADMIN)).toList();
        if (mine.isEmpty()) throw Refusal.forbidden(Phrase.ROLE_NEEDED.with("role", Said.word("role.admin")));
        return cursor.page(offices.acts(mine, cursor.after(), cursor.most() + 1), Acted::id, Audit::of);
    }

    private static User withRole(User user, String office) {
        var roles = new HashMap<>(user.roles());
        roles.put(office, Role.ADMIN);
        return new User(user.name(), user.passwordHash(), user.isSystem(), roles);
    }
}
