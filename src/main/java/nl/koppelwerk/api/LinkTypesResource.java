package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import nl.koppelwerk.flow.AccountBook;
import nl.koppelwerk.flow.LinkTypes;
import nl.koppelwerk.link.LinkType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rulebooks: what each koppeling does, and what an office may set. */
@Path("/api/v1")
@Tag(name = "Link types")
public class LinkTypesResource {

    @Inject LinkTypes types;
    @Inject AccountBook accounts;
    @Inject Access access;

    @GET
    @Path("link-types")
    @Operation(operationId = "listLinkTypes", summary = "The rulebook of each koppeling.")
    public Page<LinkTypeView> list() { return Page.whole(types.all().stream().map(this::view).toList()); }

    @GET
    @Path("link-types/{type}")
    @Operation(operationId = "getLinkType", summary = "The rulebook of one koppeling: sides, fields, settings, credentials, what is left alone and why.")
    public LinkTypeView get(String type) { return types.find(type).map(this::view).orElseThrow(() -> Refusal.notFound("link-type")); }

    private LinkTypeView view(LinkType type) {
        return LinkTypeView.of(type, accounts.connector(type.sourceSystem()), accounts.connector(type.targetSystem()), access.wording());
    }
}
