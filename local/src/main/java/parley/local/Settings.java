package parley.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import parley.local.iam.Grant;

/**
 * What the command line chooses.
 *
 * @param data where everything is kept
 * @param inMemory true where tables are to be forgotten at the end
 * @param environments the most JVMs of one function
 * @param pollEvery how long a stream is left alone after it had nothing
 * @param console the port of the page that shows what happens
 * @param devices the port at which devices connect
 * @param revoked a grant that is taken away
 * @param faults the port of the fault interface; empty where there is none
 */
record Settings(
    Path data,
    boolean inMemory,
    int environments,
    Duration pollEvery,
    int console,
    int devices,
    Optional<Grant> revoked,
    Optional<Integer> faults) {}
