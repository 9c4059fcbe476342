package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.flow.AccountBook;
import nl.koppelwerk.flow.Activation;
import nl.koppelwerk.flow.Authorizing;
import nl.koppelwerk.flow.LinkTypes;
import nl.koppelwerk.flow.Walks;
import nl.koppelwerk.flow.WebhookAddresses;
import nl.koppelwerk.flow.WebhookRegistration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Links.NewAccount;
import nl.koppelwerk.ledger.Links.NewLink;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.Connector;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An office's links. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinksResource {

    @Inject Access access;
    @Inject Links links;
    @Inject Accounts accounts;
    @Inject AccountBook book;
    @Inject LinkTypes types;
    @Inject LinkChecks checks;
    @Inject Activation activation;
    @Inject WebhookAddresses webhooks;
    @Inject WebhookRegistration registration;
    @Inject Walks walks;
    @Inject Rests rests;
    @Inject OfficeLinks office;
    @Inject Authorizing authorizing;

    @GET
    @Path("links")
    @Operation(operationId = "listLinks", summary = "The links of your offices.")
    public Page<LinkView> list(@BeanParam Cursor cursor) {
        return cursor.page(links.of(access.offices(), cursor.after(), cursor.most() + 1), Link::id, link -> view(link, null));
    }

    @POST
    @Path("links")
    @Operation(operationId = "createLink", summary = "Make a link; it rests until it is activated. A side that nobody calls is left out: Excel, and an Accounton without an interface. The webhook addresses are shown this once.")
    @APIResponseSchema(value = LinkView.class, responseCode = "201")
    public Response create(LinkRequest asked) {
        if (asked == null) throw Refusal.malformed("", Phrase.BODY_NEEDED.said());
        var type = types.find(asked.type() == null ? "" : asked.type());
        var faults = faults(asked, type);
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
        var made = newLink(asked, type.orElseThrow());
        made.accounts().forEach((side, account) -> checks.sameAsKnown(made.office(), side, account));
        var link = links.create(made);
        access.did(link.office(), "link.create", link.id(), Map.of("type", made.type()));
        return Response.created(URI.create("/api/v1/links/" + link.id())).entity(view(link, addresses(link.id()))).build();
    }

    /** Of an office that the caller does not belong to nothing is said that is not said of one that nobody has. */
    private List<Fault> faults(LinkRequest asked, Optional<LinkType> type) {
        var faults = new ArrayList<Fault>();
        var office = asked.office() == null ? "" : asked.office();
        if (access.role(office) != null) access.office(office, "office", Role.ADMIN);
        else faults.add(new Fault("/office", office.isEmpty() ? "REQUIRED" : "OFFICE_UNKNOWN", Phrase.OFFICE_UNKNOWN.said()));
        type.ifPresentOrElse(known -> faults.addAll(checks.of(asked, known)),
            () -> faults.add(new Fault("/type", Phrase.LINK_TYPE_UNKNOWN.said())));
        return faults;
    }

    private Map<String, String> addresses(String link) {
        var made = new java.util.TreeMap<String, String>();
        registration.sides(link).forEach(side -> made.put(Words.of(side), webhooks.make(link, side)));
        return made;
    }

    @GET
    @Path("links/{link}")
    @Operation(operationId = "getLink", summary = "One link, with its state and its accounts; credentials never come out.")
    public LinkView get(String link) { return view(access.link(link, Role.VIEWER), null); }

    @PATCH
    @Path("links/{link}")
    @Operation(operationId = "changeLink", summary = "Change settings, addresses or credentials; what is left out stays, an empty credential goes, settings are given whole: what is left out of them is no more. New settings start a full run, but not of a link that works by hand.")
    public LinkView change(String link, LinkRequest.Change asked) {
        var known = access.link(link, Role.ADMIN);
        if (asked == null) throw Refusal.malformed("", Phrase.BODY_NEEDED.said());
        var faults = checks.of(known, asked, types.find(known.type()).orElseThrow());
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
        account(known, Side.SOURCE, asked.source());
        account(known, Side.TARGET, asked.target());
        if (asked.settings() != null) activation.settings(link, asked.settings(), access.name());
        access.did(known.office(), "link.change", link);
        return view(links.find(link).orElseThrow(), null);
    }

    private void account(Link link, Side side, LinkRequest.AccountChange asked) {
        if (asked == null) return;
        links.account(link.id(), side, asked.baseUrl(), asked.authUrl(), checks.changed(link.accounts().get(side), asked));
        book.wake(link.accounts().get(side));
        walks.wake(link.id());
    }

    private NewLink newLink(LinkRequest asked, LinkType type) {
        var settings = asked.settings() == null ? JsonNodeFactory.instance.objectNode() : asked.settings();
        return new NewLink(asked.office(), type.id(), asked.name().strip(), settings, Map.of(
            Side.SOURCE, account(asked.source(), book.connector(type.sourceSystem())),
            Side.TARGET, account(asked.target(), book.connector(type.targetSystem()))));
    }

    /** Where a vendor has no office number the client id tells its accounts apart. */
    private static NewAccount account(LinkRequest.Account asked, Connector system) {
        if (!system.isCalled() || asked == null) return new NewAccount(system.id(), "", "", "", Map.of(), system.limits());
        var credentials = asked.credentials() == null ? Map.<String, String>of() : asked.credentials();
        var number = asked.officeNumber() != null && !asked.officeNumber().isBlank() ? asked.officeNumber() : credentials.getOrDefault("clientId", "");
        return new NewAccount(system.id(), number, asked.baseUrl(), asked.authUrl() == null ? "" : asked.authUrl(), credentials, system.limits());
    }

    private LinkView view(Link link, Map<String, String> webhooks) {
        var both = new EnumMap<Side, Accounts.Account>(Side.class);
        link.accounts().forEach((side, account) -> both.put(side, accounts.find(account)));
        var shown = new EnumMap<Side, LinkView.AccountView>(Side.class);
        both.forEach((side, account) -> shown.put(side, LinkView.AccountView.of(account, authorizing, access.wording())));
        return LinkView.of(link, shown, rests.ofLink(link), links.brake(link.id()), attention(link, both), webhooks);
    }

    private List<Attention> attention(Link link, Map<Side, Accounts.Account> both) {
        var closed = both.entrySet().stream().filter(side -> authorizing.isMissing(side.getValue()))
            .map(side -> Attention.of(side.getKey(), authorizing.needed(side.getValue()), access.wording()));
        var twins = office.twins(link).stream().map(twin -> Attention.of(twin, access.wording()));
        return Stream.of(Attention.of(links.heard(link.id()), access.wording()).stream(), twins, closed).flatMap(all -> all).toList();
    }
}
