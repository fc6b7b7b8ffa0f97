/**
 * How well queries find their identity in a gallery: CMC, mAP and mINP over plain arrays.
 *
 * <p>Thread: any, one accumulator per thread. May import: nothing of the program.
 */
package reidstudio.metric;
