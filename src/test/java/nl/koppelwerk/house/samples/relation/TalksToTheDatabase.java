package nl.koppelwerk.house.samples.relation;

import java.sql.Connection;

/** Breaks the rule that nothing pure sees a database. */
public final class TalksToTheDatabase {
    Connection connection;
}
