package nl.koppelwerk.systems.excel;

import java.util.Map;
import nl.koppelwerk.systems.Connector;

/** The adapter of sheets put together by hand. */
public final class ExcelBeans {

    private ExcelBeans() { }

    public static Connector connector() { return new ExcelConnector(); }

    /** What the routes call, by name. */
    public static Map<String, Object> of() { return Map.of("excelReading", new ExcelReading()); }
}
