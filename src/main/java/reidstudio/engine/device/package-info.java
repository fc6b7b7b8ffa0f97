/**
 * The device that a run works on, and PyTorch on it: what the NVIDIA driver says of its cards,
 * which build of PyTorch this process loads, and what PyTorch's libraries must find set before.
 *
 * <p>Threads: the engine thread. Native memory: none of its own; the operator pack that comes out
 * is closed by who asked for it. May import: {@code config}, {@code tensor}.
 */
package reidstudio.engine.device;
