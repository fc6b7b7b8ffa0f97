package reidstudio.event;

/**
 * One line of the checklist.
 *
 * @param name what is looked at
 * @param expected in words
 * @param before the number without the change; NaN where not known
 * @param after the number with it
 * @param passedBefore whether it was as expected without the change
 * @param passedAfter whether it is with it
 */
public record QuickFixItem(
    String name,
    String expected,
    double before,
    double after,
    boolean passedBefore,
    boolean passedAfter) {}
