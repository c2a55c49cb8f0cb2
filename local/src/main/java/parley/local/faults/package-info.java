/**
 * Faults on demand: what on AWS happens rarely happens here when somebody asks for it.
 *
 * <p>Off unless the command line says {@code --faults}. An HTTP interface, on loopback, takes
 * rules; each says which kind of fault, on which occasions, and how often. What is drawn by chance
 * is drawn from the rule's own seed. It disturbs at the edges (calls to AWS, sockets, streams, the
 * clock) and needs no hook in what runs; {@link FaultsApi} lists what can be asked.
 */
@NullMarked
package parley.local.faults;

import org.jspecify.annotations.NullMarked;
