package nl.koppelwerk.systems.excel;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Connector;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** What is known of a client without asking anybody. */
@ApplicationScoped
@Named("excelReading")
@Unremovable
public class ExcelReading {

    private static final Connector.Check SHEETS = new Connector.Check("sheets", true, Phrase.CLIENTS_BY_SHEETS.said().kept());

    /** The newest that anybody knows of a client is what a sheet said, when it said it: what a sheet brings meanwhile is newer, whoever asks. */
    public Answer read(@Body Step.Read read, Exchange exchange) {
        var known = exchange.getVariable("known", Sighting.class);
        return known != null && known.root().equals(read.root()) ? new Answer.Seen(known) : new Answer.Gone();
    }

    public Connector.Page list() { return new Connector.Page(List.of(), "", "", 0); }

    public List<Connector.Check> check() { return CheckUp.well(SHEETS); }
}
