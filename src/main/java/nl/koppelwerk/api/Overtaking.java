package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.flow.LinkBook;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.relation.Phrase;

/** Whether a preview is still the newest word: of two, only the newer one knows what was chosen and left in the other. */
@ApplicationScoped
class Overtaking {

    private static final int PAGE = 500;

    private final Runs runs;
    private final LinkBook links;

    Overtaking(Runs runs, LinkBook links) {
        this.runs = runs;
        this.links = links;
    }

    List<Fault> faults(Link link, Run preview) {
        var faults = new ArrayList<Fault>();
        for (var page = runs.of(link.id(), preview.id(), PAGE); !page.isEmpty(); page = runs.of(link.id(), page.get(page.size() - 1).id(), PAGE))
            page.stream().filter(run -> isNewer(link, run)).forEach(run -> faults.add(new Fault("", (run.kind() == Kind.PREVIEW ? Phrase.PLAN_OVERTAKEN : Phrase.SHEET_OVERTAKEN).with("run", run.id()))));
        return faults;
    }

    private boolean isNewer(Link link, Run run) {
        if (run.kind() == Kind.PREVIEW) return run.state() == State.APPLYING || run.state() == State.DONE;
        return run.kind() == Kind.IMPORT && links.type(link).takesSheets() && run.state() == State.DONE;
    }
}
