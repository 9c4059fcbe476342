package nl.koppelwerk.house.samples.api;

import org.apache.camel.CamelContext;

/** Breaks the rule that only flow and systems import Camel. */
public final class CallsCamel {
    CamelContext context;
}
