package nl.koppelwerk.reconcile;

/** Whether a root could be what a create of another relation made that is not settled yet, and then whether a person was asked about all of those. */
public enum OpenCreate { NONE, WAITING, ASKED_ABOUT }
