/** What tests share: builders, a settable clock, and the mark that names a requirement. */
package nl.koppelwerk.support;
