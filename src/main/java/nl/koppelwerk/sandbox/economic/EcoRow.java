package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/** What a list knows of a record without reading it; {@code owner} is the customer of a contact, else 0. */
record EcoRow(int number, int owner, boolean deleted, String lastUpdated, Supplier<ObjectNode> record) {
}
