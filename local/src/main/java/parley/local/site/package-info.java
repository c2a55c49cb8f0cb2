/** S3 and CloudFront: the site's files, and the distribution's behaviours on one origin. */
@NullMarked
package parley.local.site;

import org.jspecify.annotations.NullMarked;
