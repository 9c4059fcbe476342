package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads one root with its parts; an id that nobody knows is first asked what it is. */
@ApplicationScoped
@Named("tribeReading")
@Unremovable
public class TribeReading {

    private final TribeCalls calls;
    private final TribeRows rows;
    private final TribeChoices choices;
    private final TribeOwners owners;

    TribeReading(TribeCalls calls, TribeRows rows, TribeChoices choices, TribeOwners owners) {
        this.calls = calls;
        this.rows = rows;
        this.choices = choices;
        this.owners = owners;
    }

    public Turn read(@Body Step.Read read, Exchange exchange) {
        if (!TribeCalls.isId(read.root())) return Turn.said(new Answer.Gone());
        var asked = Asked.of(exchange, read.side());
        return read.kind() == null ? unknown(asked, read) : root(asked, read, read.kind());
    }

    private Turn unknown(Asked asked, Step.Read read) {
        var what = calls.one(TribeSets.RELATION, read.root(), Query.NONE.and("$select", "ID"));
        return calls.ask(what, wire -> wire.path("_Type").asText("").endsWith("Person")
                ? owners.ofPerson(read.root(), () -> person(asked, read)) : root(asked, read, Kind.ORGANISATION))
            .unless(answer -> answer instanceof Answer.Gone ? owners.ofPart(read.root()) : Turn.said(answer));
    }

    private Turn root(Asked asked, Step.Read read, Kind kind) {
        return kind == Kind.ORGANISATION ? organisation(asked, read) : person(asked, read);
    }

    private Turn organisation(Asked asked, Step.Read read) {
        return record(read, Kind.ORGANISATION, wire ->
            rows.all(TribeSets.CONTACT, "Relation/ID eq " + read.root(), choices.contactExpand(), contacts ->
                roles(read, "Organization", roles -> seen(asked, () -> TribeReader.organisation(wire, Optional.of(contacts), roles)))));
    }

    private Turn person(Asked asked, Step.Read read) {
        return record(read, Kind.PERSON, wire -> roles(read, "Person", roles -> seen(asked, () -> TribeReader.person(wire, roles))));
    }

    private Turn record(Step.Read read, Kind kind, Function<JsonNode, Turn> then) {
        var expand = Query.NONE.and("$expand", TribeSets.expand(kind));
        return calls.ask(calls.one(TribeSets.of(kind, nl.koppelwerk.relation.PartKind.ROOT), read.root(), expand), then::apply);
    }

    /** Roles are asked for where the whole root is wanted: an ordinary look does not need them. */
    private Turn roles(Step.Read read, String owner, Function<Optional<List<JsonNode>>, Turn> then) {
        if (!read.whole()) return then.apply(Optional.empty());
        return rows.all(TribeSets.RELATIONSHIP, owner + "/ID eq " + read.root(), "", all ->
            then.apply(Optional.of(all.stream().filter(one -> TribeSets.isRole(one.path("_Type").asText(""))).toList())));
    }

    private Turn seen(Asked asked, Supplier<RootReading> reading) {
        try {
            return Turn.said(new Answer.Seen(asked.sighting(reading.get())));
        } catch (Unreadable odd) {
            return Turn.said(new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
        }
    }
}
