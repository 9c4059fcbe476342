package nl.koppelwerk.simulation;

/** What a judge has against a run. */
record Finding(String judge, String root, String what) {

    @Override public String toString() { return judge + ": " + root + ": " + what; }
}
