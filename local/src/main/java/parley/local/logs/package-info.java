/** CloudWatch Logs: what functions wrote, as AWS's own clients read it. */
@NullMarked
package parley.local.logs;

import org.jspecify.annotations.NullMarked;
