/**
 * Weight files by path: safetensors, also written, and the zip archives of {@code torch.save} and
 * {@code torch.jit.save}, read one array at a time into Java memory, and CLIP's weights under the
 * names of this program's model.
 *
 * <p>No code from a file is run: a pickle is read by a small interpreter that knows data alone.
 * Thread: one at a time per file. Native memory: none of its own. May import: Jackson, for the
 * header of safetensors; DJL, for the arrays that are written.
 */
package reidstudio.tensor.weights;
