/** S3: the stack's buckets, whose objects are files, and the API that puts and gets them. */
@NullMarked
package parley.local.s3;

import org.jspecify.annotations.NullMarked;
