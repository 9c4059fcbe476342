package nl.koppelwerk.systems.excel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;

/** Sheets of clients as a source: nobody is called, and nothing is listed but what somebody brings. */
@ApplicationScoped
public class ExcelConnector implements Connector {

    static final String ID = "excel";
    static final String LABEL = "Excel";

    private static final Accounts.Limits NONE = new Accounts.Limits(0, 0, 0);

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public Dialect dialect(References references) { return new ExcelDialect(); }

    @Override public List<Credential> credentials() { return List.of(); }

    @Override public boolean isCalled() { return false; }

    @Override public Accounts.Limits limits() { return NONE; }

    @Override public List<Listing> listings() { return List.of(); }

    @Override public boolean isReadOnly() { return true; }

    @Override public byte[] request(Step.Write write, References references) {
        throw new UnsupportedOperationException("Excel is read only: its link writes nothing into a sheet.");
    }
}
