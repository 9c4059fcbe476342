package nl.koppelwerk.systems.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.CursorPages;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads a relation under one of its hats, a project, or a page of a listing, whose rows are whole as well. */
@ApplicationScoped
@Named("compendaReading")
@Unremovable
public class CompendaReading {

    private final CompendaCalls calls;
    private final CompendaChoices choices;
    private final CompendaProjects projects;
    private final CompendaReader reader;
    private final CursorPages pages;

    CompendaReading(CompendaCalls calls, CompendaChoices choices, CompendaProjects projects) {
        this.calls = calls;
        this.choices = choices;
        this.projects = projects;
        this.reader = new CompendaReader(choices);
        this.pages = new CursorPages("relations", "modifiedAt", choices.page());
    }

    /** A webhook names the record alone: which roots it is, its roles say. */
    public Turn read(@Body Step.Read read, Exchange exchange) {
        var asked = Asked.of(exchange, read.side());
        if (CompendaCalls.knowsSheetsOnly(asked.account())) return Turn.said(asBrought(exchange, asked, read.root()));
        var hat = Hat.of(read.root());
        if (hat.isEmpty()) return CompendaProjects.isOne(read.root()) ? projects.read(read.root(), asked)
            : relation(read.root(), asked, wire -> new Answer.PartOf(reader.roots(wire)));
        return CompendaHat.of(hat.get())
            .map(worn -> relation(hat.get().record(), asked, wire -> new Answer.Seen(asked.sighting(reader.relation(wire, worn)))))
            .orElse(Turn.said(new Answer.Gone()));
    }

    /** Without an API the newest that anybody knows of a relation is what a sheet said of it. */
    private static Answer asBrought(Exchange exchange, Asked asked, String root) {
        var known = exchange.getVariable("known", Sighting.class);
        return known != null && known.root().equals(root) ? new Answer.Seen(known.asOf(asked.at())) : new Answer.Gone();
    }

    private Turn relation(String id, Asked asked, Function<JsonNode, Answer> found) {
        if (!Query.isPlainStep(id)) return Turn.said(new Answer.Gone());
        return Turn.ask(calls.get(asked.account(), CompendaCalls.relation(id), Query.NONE), calls.replies(), (reply, wire) -> {
            try {
                return Turn.said(found.apply(wire));
            } catch (Unreadable odd) {
                return Turn.said(new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
            }
        });
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        var asked = Asked.of(exchange, Side.SOURCE);
        if (CompendaCalls.knowsSheetsOnly(asked.account())) return Turn.said(new Connector.Page(List.of(), "", "", 0));
        if (page.listing().equals(CompendaConnector.PROJECTS)) return projects.list(choices.asked(page), asked);
        return Turn.ask(calls.get(asked.account(), CompendaCalls.RELATIONS, pages.query(choices.asked(page))), calls.replies(),
            (reply, wire) -> pages.rows(wire, item -> underEachHat(asked, item), calls.replies()))
            .unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    private List<Sighting> underEachHat(Asked asked, JsonNode wire) { return reader.relation(wire).stream().map(asked::sighting).toList(); }
}
