package reidstudio.event;

/**
 * A number that was seen beside the one that a healthy run has.
 *
 * @param what the quantity
 * @param observed as measured, ready to read
 * @param expected the healthy value or range; empty if the number only informs
 */
public record Evidence(String what, String observed, String expected) {}
