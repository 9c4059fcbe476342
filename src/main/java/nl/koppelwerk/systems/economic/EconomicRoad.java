package nl.koppelwerk.systems.economic;

/** The two services that hold the same customers under different names. */
enum EconomicRoad {

    /** All fields, no versions. */
    REST,
    /** Versions, and hardly a filter. */
    CUSTOMERS_API;

    String called(String rest, String customersApi) { return this == REST ? rest : customersApi; }
}
