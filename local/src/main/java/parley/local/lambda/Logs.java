package parley.local.lambda;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.local.iam.Access;
import parley.local.iam.Guard;
import parley.local.template.Names;

/**
 * Where functions' output is kept: as CloudWatch Logs would, by the right of each function's own
 * role. A function whose role may not write its log runs, and leaves none.
 *
 * @param folder with one file a function
 */
record Logs(Path folder, Names names, Guard guard) {

  /** The file; empty where the role may not write to the function's group. */
  Optional<Path> of(Function function) {
    var stream = function.logStream(names);
    var denied =
        guard.firstDenied(
            function.session(),
            List.of(
                new Access("logs:CreateLogStream", stream),
                new Access("logs:PutLogEvents", stream)));
    return denied.isPresent()
        ? Optional.empty()
        : Optional.of(folder.resolve(function.id() + ".log"));
  }
}
