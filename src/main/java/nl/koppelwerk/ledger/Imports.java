package nl.koppelwerk.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import nl.koppelwerk.ledger.Runs.Run;

/** Files that people bring, durable before they are acknowledged, and what is wrong with their rows. */
public interface Imports {

    /** A run of the kind {@code IMPORT} that reads this file; several wait for each other in the order in which they came. */
    Run begin(String link, String name, InputStream file, String by) throws IOException;

    /** Imports that a worker may carry on now, each leased to one worker; a link's files one after the other. */
    List<Run> claim(int most);

    void copy(String run, OutputStream to) throws IOException;

    /** Rows that became nothing; each counts as refused, once however often it is read. */
    void problems(Run run, List<Problem> problems);

    /** In the order of their lines. */
    List<Problem> problems(String run, long afterLine, int most);

    /** A name for what a row is known by, the same in every file of the link; without the installation's key nobody tells what it stands for. Hexadecimal. */
    String keyed(String link, String text);

    /** Of one row, all that is wrong with it. */
    record Problem(long line, List<Detail> details) {}

    record Detail(String column, String given, String reason, String remedy) {}
}
