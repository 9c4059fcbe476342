package nl.koppelwerk.api;

import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.relation.Phrase;

/** The sheet that a preview is of, where a source is what was brought. */
final class NewestSheet {

    private static final int PAGE = 500;

    private NewestSheet() { }

    /** The import that read it to its end; one that came after it and read nothing changes nothing. */
    static Run of(Runs runs, String link) {
        Run newest = null;
        for (var page = runs.of(link, "", PAGE); !page.isEmpty(); page = runs.of(link, page.get(page.size() - 1).id(), PAGE))
            for (var run : page) if (run.kind() == Kind.IMPORT && counts(run)) newest = run;
        if (newest == null) throw Refusal.unprocessable("/kind", Phrase.NO_SHEET.said());
        if (newest.state() != State.DONE)
            throw Refusal.unprocessable("/kind", Phrase.SHEET_NOT_WHOLE.with("run", newest.id()));
        return newest;
    }

    private static boolean counts(Run run) {
        if (run.goesOn() || run.state() == State.PAUSED) throw Refusal.conflict("/kind", "SHEET_BEING_READ", Phrase.SHEET_BEING_READ.with("run", run.id()));
        return run.state() == State.DONE || run.read() > 0;
    }
}
