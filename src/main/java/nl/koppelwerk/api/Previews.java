package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.flow.LinkBook;
import nl.koppelwerk.flow.ReferenceLists;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Plans.Asked;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Preview;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;

/** Begins imports: both systems are read, and then it is shown what would go over. */
@ApplicationScoped
public class Previews {

    /** Their names, in the source's own lists. */
    private static final String TASKFLOWS = "taskflows";
    private static final String QUESTIONNAIRES = "questionnaires";
    private static final String LANGUAGES = "questionnaire-languages";

    @Inject Access access;
    @Inject Accounts accounts;
    @Inject LinkBook links;
    @Inject Plans plans;
    @Inject Runs runs;
    @Inject Rests rests;
    @Inject ReferenceLists lists;
    @Inject Overtaking overtaking;

    Response begin(Link link, List<String> taskflows) {
        if (!links.type(link).previews()) throw Refusal.unprocessable("/kind", Phrase.NO_PREVIEW.said());
        var meant = taskflows == null ? Set.<String>of() : new HashSet<>(taskflows);
        if (!meant.isEmpty()) requireKnown(link, meant);
        var sheet = links.type(link).takesSheets() ? Optional.of(NewestSheet.of(runs, link.id())) : Optional.<Run>empty();
        var reads = runs.start(link.id(), Kind.READ, access.name());
        var preview = new Preview(meant, reads.id(), sheet.orElse(reads).startedAt(), sheet.isPresent());
        var run = plans.begin(link.id(), new Asked(preview, ""), access.name());
        access.did(link.office(), "run.start", run.id(), Map.of("kind", "preview"));
        return Response.accepted(RunView.of(run, rests.why(link), access.wording())).location(URI.create("/api/v1/runs/" + run.id())).build();
    }

    /** New records need a questionnaire (IM-20), and it is one that there is. */
    List<Fault> faults(Link link, Run run, Selection selection) {
        if (isByPaper(link)) return List.of(new Fault("", Phrase.BY_PAPER.with("file", PreviewFiles.NEW)));
        var chosen = selection.imported();
        var faults = new ArrayList<Fault>();
        boolean adds = (chosen.buckets().isEmpty() || chosen.buckets().contains(Bucket.ONLY_IN_IMPORT)) && selection.items() == null
            && plans.buckets(run.id()).getOrDefault(Bucket.ONLY_IN_IMPORT, 0) > 0 || plans.items(run.id(), selection.items() == null ? List.of() : selection.items()).stream().anyMatch(Selection::makes);
        if (adds && chosen.questionnaires().isEmpty())
            faults.add(new Fault("/questionnaires", "QUESTIONNAIRE_MISSING", Phrase.QUESTIONNAIRE_NEEDED.said()));
        if (!chosen.questionnaires().isEmpty()) unknown(link, chosen.questionnaires()).forEach(faults::add);
        faults.addAll(overtaking.faults(link, run));
        faults.addAll(Overwriting.faults(links.type(link), chosen));
        return faults;
    }

    private boolean isByPaper(Link link) { return accounts.find(link.accounts().get(Side.TARGET)).baseUrl().isBlank(); }

    private List<Fault> unknown(Link link, Map<String, String> questionnaires) {
        var known = lists.of(link.id(), QUESTIONNAIRES).getOrDefault(Side.TARGET, Map.of());
        var languages = lists.of(link.id(), LANGUAGES).getOrDefault(Side.TARGET, Map.of());
        return questionnaires.entrySet().stream().flatMap(chosen -> fault(chosen.getKey(), chosen.getValue(), known, languages).stream()).toList();
    }

    /** A client gets the questionnaire of its own language (IM-21). */
    private static Optional<Fault> fault(String language, String given, Map<String, String> known, Map<String, String> languages) {
        var pointer = Pointer.of("questionnaires", language);
        if (!known.containsValue(given)) return Optional.of(new Fault(pointer, Phrase.QUESTIONNAIRE_UNKNOWN.with("given", given).with("known", String.join(", ", known.values().stream().sorted().toList()))));
        var its = languages.getOrDefault(given, language);
        return its.equals(language) ? Optional.empty() : Optional.of(new Fault(pointer, Phrase.QUESTIONNAIRE_LANGUAGE.with("given", given).with("language", Said.word("language." + its))));
    }

    private void requireKnown(Link link, Set<String> meant) {
        var known = lists.of(link.id(), TASKFLOWS).getOrDefault(Side.SOURCE, Map.of()).keySet();
        var faults = new ArrayList<Fault>();
        meant.stream().filter(name -> name == null || !known.contains(name)).map(String::valueOf).sorted().forEach(name ->
            faults.add(new Fault("/taskflows", Phrase.TASKFLOW_UNKNOWN.with("given", name).with("known", String.join(", ", known.stream().sorted().toList())))));
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
    }
}
