/**
 * What a check or a rule says, and how sayings about one cause become one: builder, catalogue of
 * faults, ranking.
 *
 * <p>Thread: any. May import: {@code event}.
 */
package reidstudio.diagnostic.finding;
