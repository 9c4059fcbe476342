package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Makes a record with its nested ones, or writes the changed members of one. */
@ApplicationScoped
@Named("tribeWriting")
@Unremovable
public class TribeWriting {

    private final TribeCalls calls;
    private final TribeChoices choices;

    TribeWriting(TribeCalls calls, TribeChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    public Turn create(@Body Connector.WriteRequest request, Exchange exchange) {
        var write = request.write();
        boolean isRole = write.part().kind() == PartKind.ROLE;
        if (isRole && !TribeSets.roles(write.rootKind()).contains(write.part().key())) return Turn.said(unknownRole(write));
        if (isRole && TribeBodies.ownOrganisation(Asked.of(exchange, write.side()).references()).isEmpty()) return Turn.said(noOwnOrganisation());
        var set = isRole ? TribeSets.role(write.rootKind(), write.part().key()) : TribeSets.of(write.rootKind(), write.part().kind());
        return written(calls.post(set, request.body()), write, reply -> made(write, reply)).unless(answer -> Turn.said(elsewhere(answer)));
    }

    public Turn update(@Body Connector.WriteRequest request) {
        var write = request.write();
        var target = TribeTarget.of(write);
        if (!TribeCalls.isId(target.id())) return Turn.said(new Answer.Stale());
        var call = choices.postsWithId() ? calls.post(target.set(), request.body()) : calls.put(target.set(), target.id(), request.body());
        // Where Tribe wants a version after all, the refused write is made once more with the one it has now.
        return updated(call, write).unless(answer -> answer == Replies.VERSION_WANTED ? withVersion(call, target, write) : Turn.said(elsewhere(answer)));
    }

    private Turn withVersion(Call call, TribeTarget target, Step.Write write) {
        var look = calls.one(target.set(), target.id(), Query.NONE.and("$select", "ID"));
        return Turn.ask(look, calls.replies(), (reply, wire) -> reply.header("etag").isEmpty() ? Turn.said(new Answer.Stale())
            : updated(call.with("If-Match", reply.header("etag")), write).unless(answer -> Turn.said(elsewhere(answer))))
            .unless(answer -> Turn.said(elsewhere(answer)));
    }

    private Turn.Ask updated(Call call, Step.Write write) { return written(call, write, reply -> TribeEcho.of(write, wire(reply), "")); }

    /** A success may come with the record, with its id alone, or empty; anything else than JSON leaves a doubt. */
    private Turn.Ask written(Call call, Step.Write write, Function<Reply, Answer> done) {
        var replies = replies(write);
        return new Turn.Ask(call, replies, reply -> Turn.said(reply.body().length == 0 || reply.object().isPresent()
            ? done.apply(reply) : replies.garbled(call)), Turn::said, "");
    }

    private Replies replies(Step.Write write) {
        return calls.replies().about(Complaints.of(TribeTables.table(write.rootKind(), write.part().kind()), write.resource(), write.part()));
    }

    private Answer made(Step.Write write, Reply reply) {
        var wire = wire(reply);
        var id = wire.path("ID").asText(reply.header("location").replaceFirst("(?s).*\\(([^()]*)\\)$", "$1"));
        if (!TribeCalls.isId(id)) return calls.replies().unanswered();
        // A role has no id of its own to the hub: it is known by its name.
        return write.part().kind() == PartKind.ROLE ? new Answer.Done(write.part().key(), "", write.values(), Map.of("", id)) : TribeEcho.of(write, wire, id);
    }

    private static ObjectNode wire(Reply reply) {
        return (ObjectNode) WireCase.vendors(reply.object().orElseGet(JsonNodeFactory.instance::objectNode));
    }

    /** What is to be written is not there: the next look sees what became of it. */
    private static Answer elsewhere(Answer answer) { return answer instanceof Answer.Gone ? new Answer.Stale() : answer; }

    private static Answer unknownRole(Step.Write write) {
        return new Answer.Refused(List.of(new Reason(ReasonCode.ROLE_UNKNOWN_FOR_KIND, write.part().toString(),
            Map.of("system", TribeConnector.LABEL, "type", write.part().key()))));
    }

    private static Answer noOwnOrganisation() {
        return new Answer.Refused(List.of(new Reason(ReasonCode.NOT_IN_REFERENCE_LIST, "",
            Map.of("system", TribeConnector.LABEL, "list", Said.word("list." + TribeBodies.OWN)))));
    }
}
