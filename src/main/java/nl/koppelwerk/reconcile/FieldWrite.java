package nl.koppelwerk.reconcile;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;

/** One field that is to get another value on one side. */
record FieldWrite(Side side, PartKey part, Field<?> field, Value<?> value, Value<?> old, Value<?> otherHeld, boolean destructive) {}
