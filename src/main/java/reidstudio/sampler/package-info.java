/**
 * Which items share a batch: plans of item indices, pure functions of (index, seed, epoch), and the
 * numbers by which a plan is judged. Indices are positions in the item list that the {@link
 * reidstudio.sampler.IdentityIndex} was built from and in no other list.
 *
 * <p>Thread: any; nothing changes after construction but the plan that is remembered, which nobody
 * can tell from one that is drawn anew. May import: {@code config}, {@code data}.
 */
package reidstudio.sampler;
