package parley.local.template;

import java.nio.file.Path;

/** The files that the assembly brings along, such as functions' code. */
@FunctionalInterface
public interface Assets {

  /**
   * The file (or the folder, where the asset is to be zipped) that would be uploaded as this object
   * key. Throws {@link IllegalArgumentException} where the assembly has none of that key.
   */
  Path file(String objectKey);
}
