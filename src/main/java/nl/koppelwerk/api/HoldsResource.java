package nl.koppelwerk.api;

import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;
import java.util.TreeMap;
import java.util.Map;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.flow.LinkBook;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.ledger.Questions.Held;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open questions for people. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds")
public class HoldsResource {

    @Inject Access access;
    @Inject OfficeLinks links;
    @Inject Questions questions;
    @Inject Views views;
    @Inject LinkBook book;

    @GET
    @Path("holds")
    @Operation(operationId = "listHolds", summary = "Open questions: conflicts, ambiguous matches, brakes; of one link or of all of your offices.")
    public Page<HoldView> list(@BeanParam Cursor cursor, @QueryParam("link") String link) {
        return cursor.page(read(links.chosen(link), cursor), HoldsResource::place, held -> HoldView.of(held, access.masking(office(held)), access.wording()));
    }

    record Resolved(String id, String relation) {}

    @POST
    @Path("holds/{hold}/resolve")
    @Operation(operationId = "resolveHold", summary = "Answer a question; the answer counts for the values that it shows.")
    @APIResponseSchema(value = Resolved.class, responseCode = "202")
    public Response resolve(String hold, Resolve asked) {
        var held = questions.find(hold).orElseThrow(() -> Refusal.notFound("hold"));
        var link = access.link(held.link(), "hold", Role.OPERATOR);
        if (asked != null && asked.stamp() != null) throw Refusal.unknown("stamp");
        if (asked != null && asked.all() != null) throw Refusal.unknown("all");
        questions.answer(held.relation(), answers(asked, held), access.name());
        access.did(link.office(), "hold.resolve", hold, Choices.told(asked));
        return Response.accepted(new Resolved(hold, held.relation())).build();
    }

    /**
     * One answer to many questions of one kind.
     *
     * @param code   the kind of question, such as FIRST_MEETING_DIFFERS
     * @param choice source or target: whose value is right in each field that is asked about
     */
    record ResolveMany(String link, String code, String choice) {}

    record ResolvedMany(int resolved) {}

    @POST
    @Path("holds/resolve")
    @Operation(operationId = "resolveHolds", summary = "Answer all open questions of one kind in one link, each for the values that it shows now.")
    @APIResponseSchema(value = ResolvedMany.class, responseCode = "202")
    public Response resolveMany(ResolveMany asked) {
        var link = access.link(asked == null || asked.link() == null ? "" : asked.link(), Role.OPERATOR);
        var code = Words.constant(ReasonCode.class, "code", asked.code());
        var choice = Words.require(Side.class, "choice", asked.choice());
        int resolved = 0;
        var refused = new ArrayList<Refusal>();
        for (var page = questions.open(link.id(), "", Cursor.MOST); !page.isEmpty(); page = questions.open(link.id(), page.get(page.size() - 1).id(), Cursor.MOST))
            for (var held : page) if (held.question().code() == code && !held.question().values().isEmpty()) resolved += resolve(held, choice, refused);
        if (resolved == 0 && !refused.isEmpty()) throw refused.get(0);
        access.did(link.office(), "holds.resolve", link.id(), Map.of("code", code.name(), "choice", Words.of(choice), "resolved", "" + resolved));
        return Response.accepted(new ResolvedMany(resolved)).build();
    }

    /** One that cannot be answered so stays open. */
    private int resolve(Held held, Side choice, List<Refusal> refused) {
        var fields = new TreeMap<String, JsonNode>();
        held.question().values().keySet().forEach(subject -> fields.put(subject, TextNode.valueOf(Words.of(choice))));
        try {
            questions.answer(held.relation(), answers(new Resolve(fields, null, null, null, null, null), held), access.name());
            return 1;
        } catch (Refusal refusal) {
            refused.add(refusal);
            return 0;
        }
    }

    private List<Question.Answered> answers(Resolve asked, Held held) {
        var whole = views.relation(held.relation()).orElseThrow(() -> Refusal.notFound("hold"));
        var rules = book.rules(held.link());
        return Choices.ofHold(asked, held.question(), new FieldRows(whole, Masking.OFF).under(rules), rules);
    }

    /** Link after link; the cursor names the link in which it stands and the hold in it. */
    private List<Held> read(List<Link> all, Cursor cursor) {
        var place = cursor.after().split(" ", 2);
        var read = new ArrayList<Held>();
        for (var link : all) {
            int missing = cursor.most() + 1 - read.size();
            if (link.id().compareTo(place[0]) < 0 || missing == 0) continue;
            read.addAll(questions.open(link.id(), link.id().equals(place[0]) ? place[1] : "", missing));
        }
        return read;
    }

    private static String place(Held held) { return held.link() + " " + held.id(); }

    private String office(Held held) { return access.link(held.link(), Role.VIEWER).office(); }
}
