package nl.koppelwerk.reconcile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.koppelwerk.relation.ReasonCode;

/** The reasons whose remedies a test follows; it fails where a look of it did not give one of them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Follows {

    ReasonCode[] value();
}
