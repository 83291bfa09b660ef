/** Records as JSON. Depends on {@code schema} and Jackson. */
@NullMarked
package dev.embeam.schema.json;

import org.jspecify.annotations.NullMarked;
