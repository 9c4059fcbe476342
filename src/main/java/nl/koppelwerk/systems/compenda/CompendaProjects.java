package nl.koppelwerk.systems.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.CursorPages;
import nl.koppelwerk.systems.Turn;

/** The projects, which can only be listed; their list is short, so one is found by walking it. */
@ApplicationScoped
class CompendaProjects {

    /** A number of its own kind: a relation's id may be the same. */
    private static final String PREFIX = "project-";

    private final CompendaCalls calls;
    private final CompendaReader reader;
    private final CursorPages pages;
    private final int largest;

    CompendaProjects(CompendaCalls calls, CompendaChoices choices) {
        this.calls = calls;
        this.reader = new CompendaReader(choices);
        this.pages = new CursorPages("projects", "modifiedAt", choices.page());
        this.largest = choices.page();
    }

    static String root(String number) { return PREFIX + number; }

    static boolean isOne(String root) { return root.startsWith(PREFIX); }

    /** The end of the list is the only proof that it is not there. */
    Turn read(String root, Asked asked) { return from("", root, asked); }

    private Turn from(String position, String root, Asked asked) {
        var page = new Connector.PageRequest(CompendaConnector.PROJECTS, "", position, largest);
        return ask(page, asked, said -> said.answer() instanceof Connector.Page rows ? found(rows, root, position, asked) : said);
    }

    private Turn found(Connector.Page page, String root, String position, Asked asked) {
        var found = page.rows().stream().filter(row -> row.root().equals(root)).findFirst();
        if (found.isPresent()) return Turn.said(new Answer.Seen(found.get()));
        if (page.position().isEmpty()) return Turn.said(new Answer.Gone());
        // A list that leads to where it is already would never end.
        return page.position().equals(position) ? Turn.said(calls.replies().unreadable()) : from(page.position(), root, asked);
    }

    Turn list(Connector.PageRequest page, Asked asked) { return ask(page, asked, said -> said); }

    private Turn ask(Connector.PageRequest page, Asked asked, Function<Turn.Said, Turn> then) {
        return Turn.ask(calls.get(asked.account(), CompendaCalls.PROJECTS, pages.query(page)), calls.replies(),
            (reply, wire) -> then.apply(pages.rows(wire, item -> List.of(seen(asked, item)), calls.replies())))
            .unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    private Sighting seen(Asked asked, JsonNode wire) { return asked.sighting(reader.project(wire)); }
}
